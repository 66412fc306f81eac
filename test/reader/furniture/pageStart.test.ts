import { expect, test } from 'vitest';
import { pageStart } from '../../../src/reader/furniture/pageStart.ts';

test.each([
  ['the page that was turned to', 50, 120, 50],
  ['the last page, when the list has become shorter', 100, 60, 50],
  ['the last full page, when it ends with that', 100, 100, 50],
  ['the first page of a list that has become empty', 50, 0, 0],
])('a long list shows %s', (_, from, of, start) => {
  expect(pageStart(from, 50, of)).toBe(start);
});
