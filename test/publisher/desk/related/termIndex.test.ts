import { expect, it } from 'vitest';
import { openShelves } from '../../../../src/publisher/desk/related/shelves.ts';
import { openTermIndex } from '../../../../src/publisher/desk/related/termIndex.ts';
import { told } from './archives.ts';

/** Stories with the terms given, as heavy as they come first; the first has learnt the terms of the last. */
function shelvesOf(stories: readonly number[][]) {
  const shelves = openShelves([]);
  stories.forEach((terms, at) => {
    const entry = {
      ...told(`story-${at}`, '', { at }),
      terms: Uint32Array.from(terms),
      raws: new Uint8Array(terms.length).fill(64),
      kinds: new Uint8Array(terms.length),
    };
    const weights = terms.map((_, place) => 60_000 - 1000 * place);
    shelves.put(entry, [...terms.keys()], weights);
  });
  shelves.putLearnt(0, stories.at(-1) ?? [], [50_000, 40_000]);
  return shelves;
}

const stories = [
  [10, 20],
  [20, 30],
  [10, 0xffff_0030],
  [0xffff_0031, 40],
];

it('finds by what it looks for as it would if it knew all terms', () => {
  const shelves = shelvesOf(stories);
  const [some, all] = [openTermIndex(shelves), openTermIndex(shelves)];
  all.learnAll();
  for (const isLearnt of [false, true]) {
    const found = some.find(0, isLearnt, 8, true);
    expect(found).toEqual(all.find(0, isLearnt, 8, true));
    expect(found.map(({ place }) => place)).toEqual(isLearnt ? [3] : [2, 1]);
  }
});

it('counts the stories that have a term, without those that are about to go', () => {
  const index = openTermIndex(shelvesOf(stories));
  index.learn([10]);
  index.forget(2);
  index.learn([20, 0xffff_0030]);
  const counts = [10, 20, 0xffff_0030, 40].map(index.table.countOf);
  expect(counts).toEqual([1, 2, 0, 0]);
  index.learnAll();
  expect([10, 20, 0xffff_0030, 40].map(index.table.countOf)).toEqual([1, 2, 0, 1]);
  expect(index.find(0, false, 8, true).map(({ place }) => place)).toEqual([1]);
});
