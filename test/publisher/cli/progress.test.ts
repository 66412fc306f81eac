import { beforeEach, describe, expect, it } from 'vitest';
import { createProgress } from '../../../src/publisher/cli/progress.ts';

let time = 0;
let said: string[] = [];

beforeEach(() => {
  time = 0;
  said = [];
});

function watch(isInteractive: boolean, columns = 80) {
  const write = (text: string): void => void said.push(text);
  return createProgress({ isInteractive, columns: () => columns, write, now: () => time });
}

/** Goes through a stage, so much of it in each step of so many milliseconds. */
function work(progress: ReturnType<typeof watch>, steps: number, step: number, stage = 'reading') {
  for (let done = 1; done <= steps; done += 1) {
    time += step;
    progress.show(stage, done, steps);
  }
}

describe('where a person watches', () => {
  it('is a bar with its stage, its count and the time left, drawn over itself', () => {
    const progress = watch(true);
    work(progress, 2000, 10);
    const line = said[80]?.replace('\r\u001b[K', '') ?? '';
    expect(line).toMatch(/^reading \[#+-+\] \d+ of 2,000, about \d+ s left$/);
    progress.clear();
    expect(said.at(-1)).toBe('\r\u001b[K');
  });

  it('is drawn ten times a second at most, and not at all for quick work', () => {
    work(watch(true), 900, 1);
    expect(said).toEqual([]);
    work(watch(true), 5000, 1);
    expect(said.length).toBeLessThanOrEqual(41);
    expect(said.length).toBeGreaterThan(35);
  });

  it.each([80, 40, 20, 8])('never fills a line of %d characters, which would wrap', (columns) => {
    work(watch(true, columns), 2000, 10, 'fetching pictures');
    expect(said.length).toBeGreaterThan(10);
    const widest = Math.max(...said.map((line) => line.replace('\r\u001b[K', '').length));
    expect(widest).toBeLessThan(columns);
  });
});

describe('where nobody watches', () => {
  it('is a plain line every ten seconds', () => {
    work(watch(false), 350, 100);
    expect(said).toEqual([
      'reading: 100 of 350, about 25 s left\n',
      'reading: 200 of 350, about 15 s left\n',
      'reading: 300 of 350, a few seconds left\n',
    ]);
  });
});
