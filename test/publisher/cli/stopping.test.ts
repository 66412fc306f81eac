import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Stopped, untilStopped, type StopSignal } from '../../../src/publisher/cli/stopping.ts';

let send: ((signal: StopSignal) => void) | undefined;
let ended: number | undefined;
const signals = {
  onSignal: (listener: (signal: StopSignal) => void) => {
    send = listener;
    return () => {
      send = undefined;
    };
  },
  quit: (code: number) => {
    ended = code;
  },
};

beforeEach(() => {
  vi.useFakeTimers();
  ended = undefined;
});

afterEach(() => vi.useRealTimers());

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s ends the work at its next safe point with %d', async (signal, code) => {
  const work = untilStopped(signals, async (check) => {
    check();
    send?.(signal);
    await Promise.resolve();
    check();
  });
  await expect(work).rejects.toMatchObject({ code });
  await expect(work).rejects.toBeInstanceOf(Stopped);
  expect([send, ended]).toEqual([undefined, undefined]);
});

it('ends at once when asked twice, and after three seconds without a safe point', async () => {
  let finish: () => void = () => undefined;
  const work = untilStopped(signals, () => new Promise<void>((resolve) => (finish = resolve)));
  send?.('SIGTERM');
  vi.advanceTimersByTime(2900);
  expect(ended).toBeUndefined();
  vi.advanceTimersByTime(200);
  expect(ended).toBe(143);
  ended = undefined;
  send?.('SIGINT');
  expect(ended).toBe(143);
  finish();
  await work;
});

it('lets work that nobody stops come to its end', async () => {
  expect(await untilStopped(signals, () => Promise.resolve('done'))).toBe('done');
  expect(send).toBeUndefined();
});
