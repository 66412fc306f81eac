import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { allRecords, putRecords } from '../../../src/reader/storage/own.ts';
import { recordPosition } from '../../../src/reader/storage/positions.ts';
import { openTab, savePictured } from './tabs.ts';

test('of two thousand places the oldest gives way, never that in a saved story', async () => {
  const own = openTab();
  const place = { piece: 3, mark: 'a1b2c3d4', into: 0.5, of: 9 };
  const places = Array.from({ length: 2000 }, (_, index) => {
    return { ...place, address: `/story/story-${index}`, at: index };
  });
  await putRecords(own, 'positions', places);
  await savePictured(own, 'story-0');
  await recordPosition(own, { ...place, address: '/story/moon', at: 5000 });
  // The one that the reader is at is no new one.
  await recordPosition(own, { ...place, address: '/story/moon', at: 5001 });
  const all = await allRecords(own, 'positions');
  const addresses = all.ok ? all.value.records.map(({ address }) => address) : [];
  expect(addresses).toHaveLength(2000);
  expect(addresses).toContain('/story/moon');
  expect(addresses).toContain('/story/story-0');
  expect(addresses).not.toContain('/story/story-1');
  expect(addresses).toContain('/story/story-2');
});
