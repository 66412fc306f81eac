import { expect, it } from 'vitest';
import { layFlat } from '../../../src/publisher/desk/flatplan.ts';
import { randomNumbers } from '../wire/randomNumbers.ts';
import { edited, planned, type Addressed } from './copy.ts';

const days = ['2025-12-01', '2025-12-02', '2025-12-03', undefined];

/** An archive of a few stories, and what becomes of it: the editor's own lists name others, so that pages hang together. */
function archiveOf(seed: number, size = 10) {
  const next = randomNumbers(seed);
  const below = (count: number): number => Math.floor(next() * count);
  const make = (slug: string): Addressed => {
    const published = days[below(days.length)];
    const related = [0, 1, 2].map(() => ({ slug: `s-${below(size + 2)}` }));
    return edited(slug, {
      headline: `Headline ${below(3)} of ${slug}`,
      ...(below(3) === 0 ? {} : { section: ['Town', 'Science'][below(2)] ?? '' }),
      ...(published === undefined ? {} : { published: `${published}T0${below(9)}:00:00Z` }),
      related: below(4) === 0 ? [] : related,
    });
  };
  const items = new Map(Array.from({ length: size }, (_, at) => [`s-${at}`, make(`s-${at}`)]));
  const change = (): void => {
    const slug = `s-${below(size + 2)}`;
    if (below(3) === 0) items.delete(slug);
    else items.set(slug, make(slug));
  };
  return {
    change,
    plan: (flatBefore?: string) => planned([...items.values()], { flatBefore }).plan,
  };
}

it.each([1, 2, 3, 4])(
  'calls a page as before only when its key is, whatever became of the stories around it: %i',
  (seed) => {
    const { change, plan } = archiveOf(seed);
    let spared = 0;
    for (let turn = 0; turn < 40; turn += 1) {
      const before = plan();
      const keys = new Map(before.leaves.map(({ address, key }) => [address, key]));
      for (let deed = 0; deed <= turn % 3; deed += 1) change();
      const now = plan(before.flatplan);
      expect(now.flatplan).toBe(plan().flatplan);
      const asBefore = now.leaves.filter((page) => page.isAsBefore === true);
      for (const { address, key } of asBefore) expect(keys.get(address), address).toBe(key);
      spared += asBefore.length;
    }
    expect(spared).toBeGreaterThan(40);
  },
);

it.each([5, 6])(
  'calls a page of a list as before only when its key is, whatever became of its stories: %i',
  (seed) => {
    const { change, plan } = archiveOf(seed, 70);
    let spared = 0;
    for (let turn = 0; turn < 15; turn += 1) {
      const before = plan();
      const keys = new Map(before.lists.map(({ address, key }) => [address, key]));
      change();
      const { lists } = plan(before.flatplan);
      const asBefore = lists.filter(
        ({ asBeforeIf: one }) => one && keys.get(one.address) === one.key,
      );
      for (const { address, key } of asBefore) expect(keys.get(address), address).toBe(key);
      spared += asBefore.length;
    }
    expect(spared).toBeGreaterThan(5);
  },
);

it('looks at every page when sections are spelled otherwise, and when nothing is known', () => {
  const { filed } = planned([edited('moon'), edited('sun')]).plan;
  const before = layFlat(filed, [], 'Town', undefined).text;
  const spared = (head: string, known?: string): number =>
    filed.filter((_, at) => layFlat(filed, [], head, known).isAsBefore(at)).length;
  expect(spared('Town', before)).toBe(2);
  expect(spared('TOWN', before)).toBe(0);
  expect(spared('Town')).toBe(0);
});
