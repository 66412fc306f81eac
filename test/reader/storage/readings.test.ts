// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { findChanged } from '../../../src/reader/features/changes/findChanged.ts';
import { getRecord, type Own } from '../../../src/reader/storage/own.ts';
import {
  earlierWords,
  fingerprintOf,
  recordReading,
} from '../../../src/reader/storage/readings.ts';
import type { FullStory } from '../../../src/model/story.ts';
import { storyOf, trailOf } from '../app/edition.ts';
import { closeTabs, openTab } from './tabs.ts';

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
