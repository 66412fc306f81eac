import { describe, expect, it } from 'vitest';
import { oneOfEachStory } from '../../../src/publisher/desk/sameStory.ts';
import type { WireItem } from '../../../src/publisher/wire/wireItem.ts';
import { wired } from './copy.ts';

const canonical = 'https://www.courier.example/tides';
const [early, late] = ['2025-12-16T04:00:00Z', '2025-12-17T04:00:00Z'];
const own = wired({ ref: 'tides.json', file: 'tides.json', id: '1', canonical, published: early });
const sent = (feed: string, more: Partial<WireItem> = {}): WireItem =>
  wired({ ref: `${feed} [0]`, file: feed, id: `${feed} 1`, canonical, published: late, ...more });
const ownHost = sent('https://courier.example/feed', { published: early });
const stranger = sent('https://stranger.example/feed');
const other = sent('https://feeds.other.example/feed', { published: early });

/** What stays, whichever came first. */
function kept(items: readonly WireItem[], known: readonly WireItem[] = []): string[] {
  const refsOf = (all: readonly WireItem[]): string[] =>
    oneOfEachStory(all, ({ id }) => known.some((one) => one.id === id)).items.map(({ ref }) => ref);
  const one = refsOf(items);
  expect(refsOf(items.toReversed())).toEqual(one);
  return one;
}

it('keeps the newest of two files at one address, and of a file and its own host', () => {
  const newer = { ...own, ref: 'again.json', file: 'again.json', published: late };
  expect(kept([own, newer])).toEqual(['again.json']);
  expect(kept([own, { ...ownHost, published: late }])).toEqual([ownHost.ref]);
});

describe('a stranger\u2019s feed', () => {
  it.each([
    ['file', own],
    ['own host', ownHost],
  ])('takes over no story that comes from its %s, and takes none back', (_, theirs) => {
    expect(kept([theirs, stranger])).toEqual([theirs.ref]);
    expect(kept([theirs, { ...stranger, withheld: 'cancelled' }])).toEqual([theirs.ref]);
    // Nor does it bring one out that is held back.
    expect(kept([{ ...theirs, withheld: 'cancelled' }, stranger])).toEqual([theirs.ref]);
    expect(kept([{ ...theirs, draft: true }, stranger], [stranger])).toEqual([theirs.ref]);
  });

  it('takes over no story that another host had first, and takes none back', () => {
    expect(kept([other, stranger], [other])).toEqual([other.ref]);
    expect(kept([other, { ...stranger, withheld: 'cancelled' }], [other])).toEqual([other.ref]);
    expect(kept([{ ...other, withheld: 'cancelled' }, stranger], [other])).toEqual([other.ref]);
  });

  it('takes back no story that another host has, though neither was out', () => {
    expect(kept([other, { ...stranger, withheld: 'cancelled' }])).toEqual([other.ref]);
    expect(kept([other, stranger])).toEqual([stranger.ref]);
  });

  it('is told of, most of all where it takes back what is out', () => {
    const said = (copy: WireItem, story: WireItem) =>
      oneOfEachStory([copy, story], () => false).notices.map(({ ref, problem }) => {
        return [ref, problem.code, problem.message, problem.mend];
      });
    expect(said(stranger, own)).toEqual([
      [
        stranger.ref,
        'copied-story',
        'left out: tides.json is the same story in a file of yours',
        undefined,
      ],
    ]);
    expect(said({ ...stranger, withheld: 'cancelled' }, ownHost)).toEqual([
      [
        stranger.ref,
        'copied-story',
        `left out: ${ownHost.ref} is the same story from its own host; this one says that it is taken back`,
        `if that is true, take ${ownHost.ref} back in its own source`,
      ],
    ]);
  });
});

describe('feeds of one host', () => {
  it.each([
    ['https://feeds.courier-cdn.example', 'https://www.courier.example/tides'],
    ['https://feeds.bbci.co.uk', 'https://www.bbc.com/tides'],
  ])('%s speak for each other about %s: the newest stays', (host, address) => {
    const first = sent(`${host}/home`, { published: early, canonical: address });
    const world = sent(`${host}/world`, { canonical: address });
    const foreign = { ...stranger, canonical: address };
    expect(kept([first, world, foreign], [first])).toEqual([world.ref]);
    const killed = { ...world, withheld: 'cancelled' as const };
    expect(kept([first, killed, foreign], [first])).toEqual([world.ref]);
  });

  it.each([
    ['https://feeds.feedburner.com', canonical],
    ['https://rss.host.example', 'https://rss.paper.example/tides'],
    ['https://a.co.uk', 'https://courier.co.uk/tides'],
    ['https://192.0.2.7', 'https://198.51.100.7/tides'],
  ])('%s that anybody may have there do not: %s', (host, address) => {
    const theirs = sent(`${host}/Courier`, { published: early, canonical: address });
    const copy = sent(`${host}/Stranger`, { canonical: address });
    expect(kept([theirs, copy], [theirs])).toEqual([theirs.ref]);
    expect(kept([theirs, { ...copy, withheld: 'cancelled' }], [theirs])).toEqual([theirs.ref]);
    expect(kept([{ ...theirs, withheld: 'cancelled' }, copy], [theirs])).toEqual([theirs.ref]);
  });
});
