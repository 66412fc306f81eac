import { describe, expect, it } from 'vitest';
import { emptyMemory, type Memory } from '../../../src/publisher/desk/memory.ts';
import { assignSlugs } from '../../../src/publisher/desk/slugs.ts';
import type { WireItem } from '../../../src/publisher/wire/wireItem.ts';
import { wired } from './copy.ts';

function slugsOf(items: WireItem[], memory: Memory = emptyMemory): Record<string, string> {
  return Object.fromEntries(
    assignSlugs(items, memory).items.map(({ item, slug }) => [item.ref, slug]),
  );
}
const remembering = (slugs: Record<string, string>): Memory => ({ ...emptyMemory, slugs });

describe('the slug of a story', () => {
  it('is the editor’s, else the file’s name, else made from the headline', () => {
    const items = [
      wired({ ref: 'a', givenSlug: 'moon', fileSlug: 'file-a' }),
      wired({ ref: 'b', fileSlug: 'file-b' }),
      wired({ ref: 'c', headline: 'Łódź: Who’s “First”?' }),
    ];
    expect(slugsOf(items)).toEqual({ a: 'moon', b: 'file-b', c: 'lodz-whos-first' });
  });

  it('comes from the id when nothing of the headline is left', () => {
    const { a } = slugsOf([wired({ ref: 'a', headline: 'القمر يبتعد عن الأرض' })]);
    expect(a).toMatch(/^s-[0-9a-f]{8}$/);
  });

  it('is refused when an earlier story was given the same one, and both are named', () => {
    const [first, second] = [
      wired({ ref: 'week.json [2]', id: 'one', givenSlug: 'moon' }),
      wired({ ref: 'week.json [10]', id: 'two', givenSlug: 'moon' }),
    ];
    for (const items of [
      [first, second],
      [second, first],
    ]) {
      const { items: kept, refused } = assignSlugs(items, emptyMemory);
      expect(kept.map(({ item }) => item.ref)).toEqual(['week.json [2]']);
      expect(refused).toMatchObject([
        { ref: 'week.json [10]', problems: [{ code: 'slug-taken', at: 'slug' }] },
      ]);
      expect(refused[0]?.problems[0]?.message).toContain('week.json [2]');
    }
  });

  it('names the given slug when two files have the same one for an id too', () => {
    const items = ['a', 'b'].map((ref) => wired({ ref, id: 'moon', givenSlug: 'moon' }));
    expect(assignSlugs(items, emptyMemory).refused).toMatchObject([
      { ref: 'b', problems: [{ code: 'slug-taken' }] },
    ]);
  });

  it('gets four digits of the id when it was derived and others have the same, in any order', () => {
    const items = ['a', 'b', 'c'].map((ref) => wired({ ref, headline: 'Correction' }));
    const slugs = slugsOf(items);
    expect(new Set(Object.values(slugs)).size).toBe(3);
    for (const slug of Object.values(slugs)) expect(slug).toMatch(/^correction-[0-9a-f]{4}$/);
    expect(slugsOf(items.toReversed())).toEqual(slugs);
  });

  it('gives way to a given one', () => {
    const items = [
      wired({ ref: 'a', headline: 'Moon' }),
      wired({ ref: 'b', id: 'moon', givenSlug: 'moon' }),
    ];
    const { a, b } = slugsOf(items);
    expect(a).toMatch(/^moon-[0-9a-f]{4}$/);
    expect(b).toBe('moon');
  });

  it('stays within 80 characters with its digits', () => {
    const headline = 'word '.repeat(40);
    const slugs = slugsOf(['a', 'b'].map((ref) => wired({ ref, headline })));
    for (const slug of Object.values(slugs)) expect(slug.length).toBeLessThanOrEqual(80);
  });
});

describe('the slug of a story that was published before', () => {
  it('stays when the headline changes', () => {
    const memory = remembering({ a: 'first-words' });
    expect(slugsOf([wired({ ref: 'a', headline: 'Other words' })], memory)).toEqual({
      a: 'first-words',
    });
  });

  it('stays bare when a newcomer has the same headline', () => {
    const items = ['a', 'b'].map((ref) => wired({ ref, headline: 'Moon' }));
    const { a, b } = slugsOf(items, remembering({ b: 'moon' }));
    expect(a).toMatch(/^moon-[0-9a-f]{4}$/);
    expect(b).toBe('moon');
  });

  it('is not given to another story once its own has left the edition', () => {
    const slugs = slugsOf([wired({ ref: 'a', headline: 'Moon' })], remembering({ gone: 'moon' }));
    expect(slugs['a']).toMatch(/^moon-[0-9a-f]{4}$/);
  });

  it('is not taken away by a newcomer that was given the same', () => {
    const items = [
      wired({ ref: 'a', id: 'moon', givenSlug: 'moon' }),
      wired({ ref: 'b', headline: 'Moon' }),
    ];
    const { items: kept, refused } = assignSlugs(items, remembering({ b: 'moon' }));
    expect(kept).toMatchObject([{ item: { ref: 'b' }, slug: 'moon' }]);
    expect(refused).toMatchObject([{ ref: 'a' }]);
  });

  it('is that of its brief when the full text comes in', () => {
    const memory = remembering({ 'brief:moon moves': 'moon-moves' });
    const story = wired({ ref: 'a', fileSlug: 'file-a', headline: 'Moon moves!' });
    expect(slugsOf([story], memory)).toEqual({ a: 'moon-moves' });
  });
});
