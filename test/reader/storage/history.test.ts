import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { recordVisit } from '../../../src/reader/storage/history.ts';
import { allRecords, getRecord, putRecords } from '../../../src/reader/storage/own.ts';
import type { Visit } from '../../../src/reader/storage/records.ts';
import { storyOf } from '../app/edition.ts';
import { closeTabs, openTab, savePictured } from './tabs.ts';

afterEach(closeTabs);

test('of ten thousand stories in the history the oldest gives way, never a saved one', async () => {
  const own = openTab();
  const visits = Array.from({ length: 10_000 }, (_, index): Visit => {
    const slug = `story-${index}`;
    return { slug, headline: slug, language: 'en', dir: 'ltr', at: index, isRead: true };
  });
  await putRecords(own, 'visits', visits);
  await savePictured(own, 'story-0');
  const moon = storyOf('moon', 'The Moon is leaving us', []);
  await recordVisit(own, moon, { at: 20_000, isRead: false });
  // Opened once, whatever becomes of that visit.
  await recordVisit(own, moon, { at: 20_001, isRead: true });
  const all = await allRecords(own, 'visits');
  const slugs = new Set(all.ok ? all.value.records.map(({ slug }) => slug) : []);
  expect(slugs.size).toBe(10_000);
  expect(slugs).toContain('moon');
  expect(await getRecord(own, 'visits', 'story-0')).toMatchObject({ value: { isRead: true } });
  expect(slugs).not.toContain('story-1');
  expect(slugs).toContain('story-2');
});
