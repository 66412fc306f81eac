import { expect, it } from 'vitest';
import { newestVersions } from '../../../src/publisher/desk/versions.ts';
import { wired } from './copy.ts';

const refsOf = (items: Parameters<typeof newestVersions>[0]): string[] =>
  newestVersions(items).items.map(({ ref }) => ref);

it('keeps the greatest version of an id, counted as a number, in any order', () => {
  const old = wired({ ref: 'a', id: 'wire:1', revision: '9' });
  const young = wired({ ref: 'b', id: 'wire:1', revision: '10' });
  expect(refsOf([old, young])).toEqual(['b']);
  expect(refsOf([young, old])).toEqual(['b']);
  expect(newestVersions([old, young]).notices).toMatchObject([
    { ref: 'a', problem: { code: 'older-version' } },
  ]);
});

it('goes by the time of the update where a version says nothing', () => {
  const old = wired({ ref: 'a', id: 'x', revision: '', updated: '2025-12-17T04:00:00Z' });
  const young = wired({ ref: 'b', id: 'x', revision: '', updated: '2025-12-17T05:00:00Z' });
  expect(refsOf([young, old])).toEqual(['b']);
});

it('keeps the newest of two items that stand at one address', () => {
  const canonical = 'https://courier.example/tides';
  const one = wired({ ref: 'a', id: '1', canonical, published: '2025-12-16T04:00:00Z' });
  const other = wired({ ref: 'b', id: '2', canonical, published: '2025-12-17T04:00:00Z' });
  expect(refsOf([other, one])).toEqual(['b']);
});

it('leaves two hand-written articles of one id for the slugs to refuse', () => {
  expect(refsOf([wired({ ref: 'a', id: 'tides' }), wired({ ref: 'b', id: 'tides' })])).toEqual([
    'a',
    'b',
  ]);
});
