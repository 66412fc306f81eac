import { expect, it } from 'vitest';
import { keyOf, markOf } from '../../../src/publisher/desk/mark.ts';

it('tells texts apart, however little differs', () => {
  const texts = ['', 'a', 'b', 'ab', 'ba', 'a ', 'ä', '月', '\u0000', '\u0000\u0000'];
  const many = Array.from({ length: 100_000 }, (_, index) => `story-${index} science`);
  const marks = new Set([...texts, ...many].map((text) => markOf(text)));
  expect(marks.size).toBe(texts.length + many.length);
  expect([...marks].every((mark) => Number.isSafeInteger(mark))).toBe(true);
});

it('makes another key of other texts, of other marks, and of both in another order', () => {
  const [one, other] = [markOf('one'), markOf('other')];
  const keys = [
    ...[keyOf([], []), keyOf([''], []), keyOf([undefined], []), keyOf(['', ''], [])],
    ...[keyOf(['ab', 'c'], []), keyOf(['a', 'bc'], []), keyOf(['abc'], [])],
    ...[keyOf(['abc'], [one]), keyOf(['abc'], [one, other]), keyOf(['abc'], [other, one])],
    ...[keyOf(['abc'], [one, 0]), keyOf(['abc'], [one, -1]), keyOf(['abc'], [one + 1])],
    keyOf(['abc'], [one + 0x1_0000_0000]),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.every((key) => /^[0-9a-f]{16}$/.test(key))).toBe(true);
});
