import { describe, expect, it } from 'vitest';
import { emptyMemory } from '../../../src/publisher/desk/memory.ts';
import { assignSlugs } from '../../../src/publisher/desk/slugs.ts';
import type { Notice, WireItem } from '../../../src/publisher/wire/wireItem.ts';
import { wired } from './copy.ts';

function noticesOf(items: WireItem[], slugs: Record<string, string> = {}): Notice[] {
  return assignSlugs(items, { ...emptyMemory, slugs }).notices;
}
const named = (ref: string): WireItem => wired({ ref, fileSlug: 'ok' });

describe('files of one name', () => {
  it('are told of together, each with what it became, in any order', () => {
    const items = [named('ok.md'), named('ok.json'), wired({ ref: 'moon.md', fileSlug: 'moon' })];
    const notices = noticesOf(items);
    expect(notices).toMatchObject([
      { ref: 'ok.json', problem: { code: 'slug-shared', mend: 'give one of them a slug' } },
    ]);
    expect(notices[0]?.problem.message).toMatch(
      /^2 files would have the slug ok, so ok\.json became ok-[0-9a-f]{4} and ok\.md became ok-[0-9a-f]{4}$/,
    );
    expect(noticesOf(items.toReversed())).toEqual(notices);
  });

  it('are counted when they are many', () => {
    const notices = noticesOf(['1', '2', '3', '4', '5'].map((day) => named(`${day}/ok.md`)));
    expect(notices).toHaveLength(1);
    expect(notices[0]?.problem.message).toMatch(/3\/ok\.md became ok-[0-9a-f]{4} and 2 more/);
  });

  it('are told of when one of them has had the slug before', () => {
    const items = [named('ok.json'), named('ok.md')];
    const [notice] = noticesOf(items, { 'ok.json': 'ok' });
    expect(notice?.ref).toBe('ok.md');
    expect(notice?.problem.message).toMatch(/^the slug ok is already that of ok\.json, so ok\.md/);
  });

  it('are told of once, and not at all when each has a slug', () => {
    const items = [named('ok.json'), named('ok.md')];
    expect(noticesOf(items, { 'ok.json': 'ok-b705', 'ok.md': 'ok-3987' })).toEqual([]);
    expect(noticesOf([named('ok.json'), wired({ ref: 'ok.md', givenSlug: 'fine' })])).toEqual([]);
  });
});

it('headlines alike, which no file is named for, are not told of', () => {
  expect(noticesOf(['a', 'b'].map((ref) => wired({ ref, headline: 'Correction' })))).toEqual([]);
});
