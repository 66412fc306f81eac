import { expect, test } from 'vitest';
import { slipOf } from '../../../src/publisher/desk/slip.ts';
import { tellFuture } from '../../../src/publisher/editing/tellFuture.ts';
import { wired } from '../desk/copy.ts';

const now = new Date('2025-12-17T06:00:00Z');
const told = (published?: string): string[] =>
  tellFuture([slipOf(wired(published === undefined ? {} : { published }), '', [])], now).map(
    ({ problem }) => problem.message,
  );

test('a story from a year that is still to come goes out, and the editor is told', () => {
  const [message] = told('2052-12-17T05:00:00+00:00');
  expect(message).toContain('got 2052-12-17T05:00:00+00:00; the story goes out');
  expect(told('9999-12-31T23:59:59+00:00')).toHaveLength(1);
});

test.each([
  undefined,
  '2025-12-17',
  '2025-12-18T12:00:00+14:00',
  '0001-01-01',
  '2025-12-18T17:00:00Z',
])('nothing is said of %s: clocks are off by hours, slips of the pen by years', (published) => {
  expect(told(published)).toEqual([]);
});
