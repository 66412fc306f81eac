import { describe, expect, it } from 'vitest';
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

it('leaves two hand-written articles of one id for the slugs to refuse', () => {
  expect(refsOf([wired({ ref: 'a', id: 'tides' }), wired({ ref: 'b', id: 'tides' })])).toEqual([
    'a',
    'b',
  ]);
});

describe('a story that its source takes back', () => {
  const usable = wired({ ref: 'k1', id: 'wire:1', revision: '1', updated: '2025-12-17T04:00:00Z' });
  const killed = { ...usable, ref: 'k2', withheld: 'cancelled' as const };
  const kept = (items: Parameters<typeof newestVersions>[0]): string[] => [
    ...refsOf(items),
    ...refsOf(items.toReversed()),
  ];

  it('stays back when the cancellation repeats the version, whichever is read first', () => {
    expect(kept([usable, killed])).toEqual(['k2', 'k2']);
    expect(kept([{ ...usable, ref: 'k3' }, killed])).toEqual(['k2', 'k2']);
    expect(newestVersions([usable, killed]).notices).toEqual([
      {
        ref: 'k1',
        problem: {
          code: 'withheld-version',
          at: '',
          message: 'left out: k2 keeps the same version of the story back',
        },
      },
    ]);
  });

  it('stays back when the cancellation says neither version nor time', () => {
    const { revision: _, updated: __, published: ___, ...bare } = killed;
    expect(kept([usable, bare])).toEqual(['k2', 'k2']);
    const { revision: ____, ...uncounted } = usable;
    expect(kept([uncounted, bare])).toEqual(['k2', 'k2']);
  });

  it('is out again with a newer version, or with the same one at a later time', () => {
    expect(kept([{ ...usable, revision: '2' }, killed])).toEqual(['k1', 'k1']);
    const later = { ...usable, updated: '2025-12-17T06:00:00Z' };
    expect(kept([later, killed])).toEqual(['k1', 'k1']);
  });

  it('stays back as a draft too', () => {
    expect(kept([usable, { ...usable, ref: 'k2', draft: true }])).toEqual(['k2', 'k2']);
  });
});

it('does not call a version newer that is the same', () => {
  const one = wired({ ref: 'a', id: 'wire:1', revision: '1' });
  expect(newestVersions([one, { ...one, ref: 'b' }]).notices).toMatchObject([
    { ref: 'b', problem: { message: 'left out: a has the same version of the same story' } },
  ]);
});
