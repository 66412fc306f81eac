import { expect, it } from 'vitest';
import { createTimeLeft, formatTimeLeft } from '../../../src/publisher/cli/timeLeft.ts';

it('counts down without jumping when one piece of work takes long', () => {
  let time = 0;
  const timeLeft = createTimeLeft(() => time);
  const told: number[] = [];
  for (let done = 1; done <= 1000; done += 1) {
    time += done === 500 ? 4000 : 50;
    const left = timeLeft('making pictures', done, 1000);
    if (left !== undefined) told.push(left);
  }
  const jumps = told.slice(1).map((left, index) => left - (told[index] ?? 0));
  expect(Math.max(...jumps)).toBeLessThan(10_000);
  expect(told[0]).toBeGreaterThan(35_000);
  expect(told[0]).toBeLessThan(60_000);
  expect(told.at(-1)).toBeLessThan(2000);
});

it.each([1, 500])('takes a pause after piece %d for a pause, not for the pace', (slow) => {
  let time = 0;
  const timeLeft = createTimeLeft(() => time);
  const told: number[] = [];
  for (let done = 1; done <= 1000; done += 1) {
    const left = timeLeft('writing pages', done, 1000);
    if (left !== undefined) told.push(left);
    time += done === slow ? 60_000 : 50;
  }
  expect(Math.max(...told)).toBeLessThan(100_000);
});

it('begins anew with each stage, and says nothing before it can know', () => {
  let time = 0;
  const timeLeft = createTimeLeft(() => time);
  expect(timeLeft('reading', 1, 100)).toBeUndefined();
  for (time = 1000; time < 4000; time += 1000) timeLeft('reading', time / 100, 100);
  expect(timeLeft('reading', 40, 100)).toBeGreaterThan(0);
  expect(timeLeft('writing pages', 1, 100)).toBeUndefined();
  time = 5000;
  expect(timeLeft('writing pages', 50, 100)).toBeUndefined();
});

it.each([
  [300, 'a few seconds left'],
  [31_000, 'about 30 s left'],
  [59_000, 'about 1 min left'],
  [61_000, 'about 2 min left'],
  [5_000_000, 'about 1.4 h left'],
])('says %d ms as "%s"', (milliseconds, words) => {
  expect(formatTimeLeft(milliseconds)).toBe(words);
});
