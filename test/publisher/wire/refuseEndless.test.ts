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

it('lets out the results of an election, 60 lines of a table in each of 600 stories', () => {
  const line = row.slice(0, 4);
  const table = { head: [line], rows: Array.from({ length: 60 }, () => line) };
  const body: SourceBlock[] = [{ type: 'table', ...table }];
  const items = Array.from({ length: 600 }, (_, at) => storyOf(`a [${at}]`, { body }));
  expect(refuseEndless({ items, refused: [], warnings: [] }).refused).toEqual([]);
});

const storyOf = (ref: string, more: Partial<WireItem>): WireItem => ({
  ...{ ref, file: 'a', id: ref, headline: 'A', draft: false, body: [] },
  ...{ ...lists, ...more },
});

it.each<[string, Partial<WireItem>]>([
  ['120000 paragraphs and names', { tags: Array.from({ length: 40_001 }, () => 'a') }],
  [
    '30000000 characters',
    {
      body: Array.from({ length: 10 }, () => ({
        type: 'paragraph',
        children: ['a'.repeat(199_999)],
      })),
    },
  ],
])(
  'stories by which a file holds more than %s are refused, and the others go out',
  (limit, more) => {
    const items = Array.from({ length: 20 }, (_, at) => storyOf(`a [${at}]`, more));
    const { items: kept, refused } = refuseEndless({ items, refused: [], warnings: [] });
    expect(kept.length).toBeGreaterThan(1);
    expect(kept.length + refused.length).toBe(20);
    expect(refused[0]?.ref).toBe(`a [${kept.length}]`);
    expect(refused[0]?.problems[0]?.message).toBe(
      `expected at most ${limit} in all stories of a file, got more`,
    );
  },
);
