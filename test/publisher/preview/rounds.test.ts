import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRounds } from '../../../src/publisher/preview/rounds.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => vi.useRealTimers());

/** Rounds that take half a second each. */
function slowRounds() {
  const done: number[] = [];
  const work = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    done.push(Date.now());
  };
  return { ...createRounds(work), done };
}

it('makes one round of many saves that follow each other', async () => {
  const { ask, done } = slowRounds();
  for (let save = 0; save < 10; save += 1) {
    ask();
    await vi.advanceTimersByTimeAsync(20);
  }
  await vi.advanceTimersByTimeAsync(2000);
  expect(done).toHaveLength(1);
});

it('does not lose a save that comes while it is at work', async () => {
  const { ask, done } = slowRounds();
  ask();
  await vi.advanceTimersByTimeAsync(300);
  ask();
  await vi.advanceTimersByTimeAsync(100);
  ask();
  await vi.advanceTimersByTimeAsync(3000);
  expect(done).toHaveLength(2);
});

it('lets nobody who saves all the time wait for ever', async () => {
  const { ask, done } = slowRounds();
  for (let save = 0; save < 100; save += 1) {
    ask();
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(done.length).toBeGreaterThanOrEqual(3);
});

it('ends when the round at work is over, and begins no other', async () => {
  const { ask, stop, done } = slowRounds();
  ask();
  await vi.advanceTimersByTimeAsync(200);
  ask();
  const stopped = stop();
  await vi.advanceTimersByTimeAsync(2000);
  await stopped;
  ask();
  await vi.advanceTimersByTimeAsync(2000);
  expect(done).toHaveLength(1);
});
