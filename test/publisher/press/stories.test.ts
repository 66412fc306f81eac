import { expect, it } from 'vitest';
import type { PublishedStory } from '../../../src/publisher/press/publishedStories.ts';
import { findDeparted, findStoryChanges } from '../../../src/publisher/press/stories.ts';

const moon = { ref: 'moon.json', headline: 'The Moon', language: 'en' };
const sun = { ref: 'week.json [1]', headline: 'The Sun', language: 'en' };
const moonOut = new Map([['moon', moon]]);
const sunOut = new Map([['sun', sun]]);
const now = '2025-12-17T06:00:00.000Z';

const run = (more: Partial<Parameters<typeof findDeparted>[1]> = {}) => ({
  present: [],
  ...{ refused: new Set<string>(), held: new Set<string>() },
  rewritten: new Set<string>(),
  notices: new Map<string, string>(),
  now,
  ...more,
});

/** What is known when a run that had none of the stories before is over. */
const knownAfter = (
  before: ReadonlyMap<string, PublishedStory>,
  departed: ReturnType<typeof findDeparted>,
): Map<string, PublishedStory> => {
  const { changed, gone } = findStoryChanges(before, [], departed);
  const known = new Map([...before, ...changed]);
  for (const slug of gone) known.delete(slug);
  return known;
};

it('withdraws a story whose source is gone, at the time it was first missed', () => {
  const departed = findDeparted(moonOut, run());
  const withdrawn = { slug: 'moon', headline: 'The Moon', language: 'en', at: now };
  expect(departed).toEqual({ withdrawn: [withdrawn], untouched: [], moved: [] });
  const known = knownAfter(moonOut, departed);
  expect(known).toEqual(new Map([['moon', { ...moon, withdrawn: now }]]));
  const later = findDeparted(known, run({ now: '2026-01-01T00:00:00.000Z' }));
  expect(later.withdrawn).toEqual([withdrawn]);
});

it('repeats what the source says of a story it took back, and remembers it', () => {
  const departed = findDeparted(moonOut, run({ notices: new Map([['moon', 'Made of cheese']]) }));
  expect(departed.withdrawn[0]?.notice).toBe('Made of cheese');
  const known = knownAfter(moonOut, departed);
  expect(findDeparted(known, run()).withdrawn[0]?.notice).toBe('Made of cheese');
});

it.each(['week.json [1]', 'week.json'])(
  'leaves a story as it is out when %s is refused this time',
  (ref) => {
    const departed = findDeparted(sunOut, run({ refused: new Set([ref]) }));
    expect(departed).toEqual({ withdrawn: [], untouched: ['sun'], moved: [] });
    expect(knownAfter(sunOut, departed)).toEqual(sunOut);
  },
);

it('takes no story back that moved to another slug, and tells which', () => {
  const present = [{ slug: 'earths-moon', slip: { ref: 'moon.json', headline: 'The Moon' } }];
  const departed = findDeparted(moonOut, run({ present }));
  const moved = [{ ref: 'moon.json', from: 'moon', to: 'earths-moon' }];
  expect(departed).toEqual({ withdrawn: [], untouched: [], moved });
  expect(knownAfter(moonOut, departed)).toEqual(new Map());
});

it('takes a story back whose file is another story now', () => {
  const present = [{ slug: 'mars', slip: { ref: 'moon.json', headline: 'Mars' } }];
  expect(findDeparted(moonOut, run({ present })).withdrawn).toMatchObject([{ slug: 'moon' }]);
});

it('does not take another story at the same place of a list for the one that is gone', () => {
  const present = [{ slug: 'mars', slip: { ref: 'week.json [1]', headline: 'Mars' } }];
  expect(findDeparted(sunOut, run({ present })).withdrawn).toHaveLength(1);
});
