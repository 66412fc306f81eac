import { expect, it } from 'vitest';
import { compareRefs } from '../../../src/publisher/desk/order.ts';
import { randomNumbers } from '../wire/randomNumbers.ts';

it('counts the items of a source as people do', () => {
  const refs = ['week.json [10]', 'week.json [9]', 'week.json', '2024-10/a.json', '2024-9/b.json'];
  expect(refs.toSorted(compareRefs)).toEqual([
    '2024-9/b.json',
    '2024-10/a.json',
    'week.json',
    'week.json [9]',
    'week.json [10]',
  ]);
});

it('has one order for any names, whatever order they come in', () => {
  const pieces = [
    'a',
    'B',
    'é',
    '1',
    '01',
    '12',
    '9',
    '-',
    '/',
    ' ',
    '.',
    '1234567890123456789',
    '月',
  ];
  const next = randomNumbers(3);
  const name = (): string =>
    Array.from({ length: 1 + Math.floor(next() * 4) }, () => {
      return pieces[Math.floor(next() * pieces.length)];
    }).join('');
  const { compare } = new Intl.Collator('en', { numeric: true });
  for (let round = 0; round < 20_000; round += 1) {
    const [one, other] = [name(), name()];
    const said = Math.sign(compareRefs(one, other));
    expect(said, `${one} | ${other}`).toBe(
      Math.sign(compare(one, other) || (one < other ? -1 : one > other ? 1 : 0)),
    );
  }
});
