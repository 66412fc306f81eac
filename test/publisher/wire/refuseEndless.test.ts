import { expect, it } from 'vitest';
import { refuseEndless } from '../../../src/publisher/wire/refuseEndless.ts';
import type { SourceBlock, WireItem } from '../../../src/publisher/wire/wireItem.ts';

const lists = { tags: [], people: [], places: [], related: [], corrections: [] };
const told = (block: SourceBlock): (string | undefined)[] => {
  const item: WireItem = {
    ...{ ref: 'a', file: 'a', id: 'a', headline: 'A', draft: false, body: [block] },
    ...lists,
  };
  const { refused } = refuseEndless({ items: [item], refused: [], warnings: [] });
  return refused.flatMap(({ problems }) => problems.map(({ message }) => message));
};
const long = 'a'.repeat(2_000_001);
const src = 'moon.jpg';
const row = Array.from({ length: 5 }, () => ({ children: ['1'] }));

it.each<[string, SourceBlock]>([
  ['a pull quote', { type: 'pullquote', children: [long] }],
  ['who said a pull quote', { type: 'pullquote', children: ['a'], cite: [long] }],
  ['the description of a picture', { type: 'picture', picture: { src, alt: long } }],
  ['the credit of a picture', { type: 'gallery', pictures: [{ src, alt: '', credit: long }] }],
])('%s counts among the characters of a story', (_, block) => {
  expect(told(block)[0]).toMatch(/^expected at most 2000000 characters in a story, got 20000/);
});

it.each<[string, SourceBlock]>([
  ['cells', { type: 'table', head: [], rows: Array.from({ length: 10_001 }, () => row) }],
  [
    'pictures',
    { type: 'gallery', pictures: Array.from({ length: 50_001 }, () => ({ src, alt: '' })) },
  ],
])('%s count among the paragraphs of a story', (_, block) => {
  expect(told(block)[0]).toMatch(/^expected at most 50000 paragraphs in a story, got 5000/);
});
