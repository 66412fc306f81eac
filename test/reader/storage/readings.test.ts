import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { findChanged } from '../../../src/reader/features/changes/findChanged.ts';
import { allRecords, getRecord, putRecords, type Own } from '../../../src/reader/storage/own.ts';
import {
  earlierWords,
  fingerprintOf,
  recordReading,
} from '../../../src/reader/storage/readings.ts';
import type { FullStory } from '../../../src/model/story.ts';
import { storyOf, trailOf } from '../app/edition.ts';
import { closeTabs, openTab, savePictured } from './tabs.ts';

afterEach(closeTabs);

const hour = 3_600_000;
const first = storyOf('moon', 'The Moon is leaving us', []);
const second: FullStory = {
  ...first,
  version: 'fedcba9876543210',
  body: [...first.body, { type: 'paragraph', children: ['A new paragraph.'] }],
};
const rearranged: FullStory = {
  ...first,
  version: '1111111111111111',
  related: [trailOf('tides', 'Why the tide comes')],
};

async function earlierOf(own: Own, story: FullStory): Promise<string | undefined> {
  const reading = await getRecord(own, 'readings', story.slug);
  return earlierWords(reading.ok ? reading.value : undefined, fingerprintOf(story, 0))?.version;
}

test('a story says what it said before from the moment it has changed, and still after it was read', async () => {
  const own = openTab();
  await recordReading(own, fingerprintOf(first, 0), 'moon');
  expect(await earlierOf(own, first)).toBeUndefined();
  expect(await earlierOf(own, second)).toBe(first.version);
  await recordReading(own, fingerprintOf(second, hour), 'moon');
  expect(await earlierOf(own, second)).toBe(first.version);
});

test('a change that was read on an earlier visit is no news any more', async () => {
  const own = openTab();
  await recordReading(own, fingerprintOf(first, 0), 'moon');
  await recordReading(own, fingerprintOf(second, hour), 'moon');
  await recordReading(own, fingerprintOf(second, hour * 3), 'moon');
  expect(await earlierOf(own, second)).toBeUndefined();
});

test('other related headlines are no change of the story', async () => {
  const own = openTab();
  await recordReading(own, fingerprintOf(first, 0), 'moon');
  expect(await earlierOf(own, rearranged)).toBeUndefined();
});

const asked = (own: Own, version: string, now: FullStory | undefined) => {
  const trails = [{ ...trailOf('moon', 'The Moon is leaving us'), version }];
  return findChanged({ own, slugs: ['moon'], trails, fetchStory: async () => now });
};

test('a trail whose story changed says so; one whose version changed for other reasons does not', async () => {
  const own = openTab();
  await recordReading(own, fingerprintOf(first, 0), 'moon');
  expect([...(await asked(own, first.version, second))]).toEqual([]);
  expect([...(await asked(own, second.version, second))]).toEqual(['moon']);
  expect([...(await asked(own, rearranged.version, rearranged))]).toEqual([]);
  expect([...(await asked(own, second.version, undefined))]).toEqual([]);
});

test('a front that names the copy that was read needs no look into the story', async () => {
  const own = openTab();
  await recordReading(own, fingerprintOf(first, 0, '0000aaaa'), 'moon');
  let looks = 0;
  const changedBy = (copy: string, now: FullStory) =>
    findChanged({
      own,
      slugs: ['moon'],
      trails: [{ ...trailOf('moon', first.headline), version: now.version, copy }],
      fetchStory: async () => {
        looks += 1;
        return now;
      },
    });
  expect([...(await changedBy('0000aaaa', rearranged))]).toEqual([]);
  expect(looks).toBe(0);
  expect([...(await changedBy('0000bbbb', second))]).toEqual(['moon']);
  expect(looks).toBe(1);
  // Something beside the words changed: looked into once, and known by its new name then.
  expect([...(await changedBy('0000cccc', rearranged))]).toEqual([]);
  expect([...(await changedBy('0000cccc', rearranged))]).toEqual([]);
  expect(looks).toBe(2);
});

test('a story that comes as it was, or not at all, is judged by what the front tells of its words', async () => {
  const own = openTab();
  await recordReading(own, fingerprintOf(first, 0, '0000aaaa'), 'moon');
  const changedBy = (copy: string | undefined, now: FullStory | undefined, updated?: string) =>
    findChanged({
      own,
      slugs: ['moon'],
      trails: [
        {
          ...trailOf('moon', first.headline),
          version: second.version,
          ...(copy !== undefined && { copy }),
          ...(updated !== undefined && {
            updated: { at: updated, day: '2026-01-01', date: '1 January', brief: '1 Jan' },
          }),
        },
      ],
      fetchStory: async () => now,
    });
  for (const now of [first, undefined]) {
    expect([...(await changedBy('0000bbbb', now))]).toEqual(['moon']);
    expect([...(await changedBy(undefined, now))]).toEqual([]);
    expect([...(await changedBy(undefined, now, '2026-01-01T09:00:00Z'))]).toEqual(['moon']);
  }
});

test('each story of a page is looked into, not the first dozen', async () => {
  const own = openTab();
  const slugs = Array.from({ length: 40 }, (_, index) => `story-${index}`);
  for (const slug of slugs) await recordReading(own, fingerprintOf({ ...first, slug }, 0), slug);
  const trails = slugs.map((slug) => ({ ...trailOf(slug, slug), version: second.version }));
  const fetchStory = async (slug: string) => (slug === 'story-39' ? second : first);
  expect([...(await findChanged({ own, slugs, trails, fetchStory }))]).toEqual(['story-39']);
});

test('of a thousand readings the oldest gives way, never that of a saved story', async () => {
  const own = openTab();
  const readings = Array.from({ length: 1000 }, (_, index) => {
    const slug = `story-${String(index).padStart(4, '0')}`;
    return { slug, now: fingerprintOf({ ...first, slug }, index) };
  });
  await putRecords(own, 'readings', readings);
  await savePictured(own, 'story-0000');
  await recordReading(own, fingerprintOf(second, 5000), 'moon');
  const all = await allRecords(own, 'readings');
  const slugs = all.ok ? all.value.records.map(({ slug }) => slug) : [];
  expect(slugs).toHaveLength(1000);
  expect(slugs).toContain('moon');
  expect(slugs).toContain('story-0000');
  expect(slugs).not.toContain('story-0001');
});
