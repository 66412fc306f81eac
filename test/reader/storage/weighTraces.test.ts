import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { recordVisit } from '../../../src/reader/storage/history.ts';
import { weighTraces } from '../../../src/reader/storage/traces.ts';
import { createOwn } from '../../../src/reader/storage/own.ts';
import { OwnDatabase } from '../../../src/reader/storage/ownDatabase.ts';
import { storyOf } from '../app/edition.ts';

test('the traces of reading are weighed without reading all of them', async () => {
  const own = createOwn(new OwnDatabase('/traces/'));
  const moon = storyOf('moon', 'The Moon is leaving us', []);
  expect(await weighTraces(own)).toEqual({ ok: true, value: { stories: 0, bytes: 0 } });
  await recordVisit(own, moon, { at: 1, isRead: true });
  const one = await weighTraces(own);
  const story = (nth: number) => storyOf(`moon-${100 + nth}`, moon.headline, []);
  for (let nth = 0; nth < 300; nth += 1) {
    await recordVisit(own, story(nth), { at: 1, isRead: true });
  }
  const many = await weighTraces(own);
  const bytes = one.ok ? one.value.bytes : 0;
  expect(bytes).toBeGreaterThan(50);
  expect(many.ok && many.value.stories).toBe(301);
  expect(many.ok && many.value.bytes / bytes).toBeGreaterThan(290);
  expect(many.ok && many.value.bytes / bytes).toBeLessThan(320);
  own.changes.close();
  await own.database.close();
});
