import { describe, expect, it } from 'vitest';
import type { Brief, FullStory, Story } from '../../../src/model/story.ts';
import type { RelatedRef } from '../../../src/publisher/wire/wireItem.ts';
import { emptyMemory } from '../../../src/publisher/desk/memory.ts';
import { edited, laidOut } from './copy.ts';

type Result = ReturnType<typeof laidOut>;

function find(result: Result, slug: string): Story {
  const story = result.laidOut.stories.find((one) => one.slug === slug);
  if (story === undefined) throw new Error(`no story ${slug}`);
  return story;
}
function briefsOf(result: Result): Brief[] {
  return result.laidOut.stories.filter((one) => one.kind === 'brief');
}
const slugs = (list: { slug: string }[]): string[] => list.map(({ slug }) => slug);
const headlines = (count: number, first = 1): RelatedRef[] =>
  Array.from({ length: count }, (_, index) => ({ headline: `Headline ${first + index}` }));

describe('the editor’s related list', () => {
  it('keeps its order, its reasons and all of its 25 headlines', () => {
    const related: RelatedRef[] = [...headlines(24), { slug: 'moon', reason: 'background' }];
    const result = laidOut([edited('lead', { related }), edited('moon')]);
    const list = find(result, 'lead').related;
    expect(list).toHaveLength(25);
    expect(list[0]).toEqual({
      slug: 'headline-1',
      kind: 'brief',
      headline: 'Headline 1',
      language: 'en-GB',
      dir: 'ltr',
    });
    expect(list[24]).toMatchObject({ slug: 'moon', kind: 'story', reason: 'background' });
    expect(result.notices).toEqual([]);
  });

  it('names a story once and never itself', () => {
    const related: RelatedRef[] = [
      ...[{ slug: 'moon' }, { slug: 'lead' }, { slug: 'moon' }],
      ...[{ headline: 'Headline of lead' }, { headline: 'HEADLINE of moon.' }],
    ];
    const result = laidOut([edited('lead', { related }), edited('moon')]);
    expect(slugs(find(result, 'lead').related)).toEqual(['moon']);
    expect(result.notices).toEqual([]);
  });

  it('goes without a slug that is not here, and says which', () => {
    const result = laidOut([edited('lead', { related: [{ slug: 'mars' }] })]);
    expect(find(result, 'lead').related).toEqual([]);
    expect(result.notices).toMatchObject([
      { ref: 'stories/lead.json', problem: { code: 'unknown-related', at: 'related[0]' } },
    ]);
    expect(result.notices[0]?.problem.message).toContain('mars');
  });

  it.each([
    ['https://other.example/moon', 'write { "headline": "…", "url": "…" } for a story that stands'],
    ['https://other.example/moon', 'for one of this edition set "url" in lede.json'],
    ['/about', 'write the slug of a story, the last part of its address, or remove it'],
    ['paper.example/story/moon', 'write the slug of a story'],
  ])('mends the address %s that is of no story here', (slug, mend) => {
    const result = laidOut([edited('lead', { related: [{ slug }] }), edited('moon')]);
    const [notice] = result.notices;
    expect(notice?.problem.message).toContain('is not the address of a story of this edition');
    expect(notice?.problem.mend).toContain(mend);
  });

  it('goes without what was withdrawn, by slug or by headline', () => {
    const related: RelatedRef[] = [{ slug: 'gone' }, { headline: 'Open 24/7 in Rome' }];
    const withdrawn = [{ slug: 'gone', headline: 'Open 24/7 in Rome', language: 'en' }];
    const result = laidOut([edited('lead', { related })], { withdrawn });
    expect(find(result, 'lead').related).toEqual([]);
    expect(result.notices.map(({ problem }) => problem.code)).toEqual([
      ...['withdrawn-related', 'withdrawn-related'],
    ]);
    expect(briefsOf(result)).toEqual([]);
  });

  it('may name by its slug a headline that another story names by its words', () => {
    const result = laidOut([
      edited('one', { related: [{ headline: 'A far headline' }] }),
      edited('two', { related: [{ slug: 'a-far-headline', reason: 'background' }] }),
    ]);
    expect(find(result, 'two').related).toMatchObject([{ kind: 'brief', reason: 'background' }]);
  });
});

describe('a headline that is not in the edition', () => {
  it('becomes one brief for all who name it, whatever the case and punctuation', () => {
    const result = laidOut([
      edited('one', {
        published: '2025-01-01T00:00:00Z',
        related: [{ headline: 'U.S. suspends deal' }],
      }),
      edited('two', {
        published: '2025-01-02T00:00:00Z',
        related: [{ headline: 'US Suspends Deal!', url: 'https://example.com/deal' }],
      }),
    ]);
    expect(briefsOf(result)).toMatchObject([
      {
        slug: 'u-s-suspends-deal',
        headline: 'U.S. suspends deal',
        link: 'https://example.com/deal',
        namedBy: [{ slug: 'two' }, { slug: 'one' }],
      },
    ]);
  });

  it('keeps numbers apart', () => {
    const related = ['A 1.5 billion plan', 'A 15 billion plan'].map((headline) => ({ headline }));
    expect(briefsOf(laidOut([edited('one', { related })]))).toHaveLength(2);
  });

  it('is named once by a story that lists it twice', () => {
    const related = [{ headline: 'Far' }, { headline: 'Far.' }];
    expect(briefsOf(laidOut([edited('one', { related })]))[0]?.namedBy).toHaveLength(1);
  });

  it('has no link to a place that is not safe to open', () => {
    const related = [{ headline: 'Far', url: 'javascript:alert(1)' }];
    expect(briefsOf(laidOut([edited('one', { related })]))[0]).not.toHaveProperty('link');
  });

  it('is the story when the story is here', () => {
    const result = laidOut([
      edited('one', { related: [{ headline: 'THE MOON MOVES AWAY' }] }),
      edited('file-name', { headline: 'The Moon moves away' }),
    ]);
    expect(slugs(find(result, 'one').related)).toEqual(['file-name']);
    expect(briefsOf(result)).toEqual([]);
  });

  it('never takes the address of a story, nor of one that was withdrawn', () => {
    const result = laidOut(
      [edited('moon', { related: [{ headline: 'Moon' }, { headline: 'Gone' }] })],
      { withdrawn: [{ slug: 'gone', headline: 'A mistake', language: 'en' }] },
    );
    expect(slugs(briefsOf(result))).toEqual([
      expect.stringMatching(/^gone-[0-9a-f]{4}$/),
      expect.stringMatching(/^moon-[0-9a-f]{4}$/),
    ]);
  });

  it('keeps the address it had in the edition before', () => {
    const items = [edited('one', { related: [{ headline: 'Moon' }] })];
    const memory = { ...emptyMemory, slugs: { 'brief:moon': 'old-moon' } };
    expect(slugs(briefsOf(laidOut(items, { memory })))).toEqual(['old-moon']);
    expect(laidOut(items).memory.slugs).toEqual({
      'stories/one.json': 'one',
      'brief:moon': 'moon',
    });
  });

  it('speaks the language of the story that names it', () => {
    const related = [{ headline: 'القمر يبتعد' }];
    const result = laidOut([edited('one', { language: 'ar', related })]);
    expect(briefsOf(result)).toMatchObject([{ language: 'ar', dir: 'rtl' }]);
    expect(briefsOf(result)[0]?.slug).toMatch(/^s-[0-9a-f]{8}$/);
  });
});

describe('the related list of a brief', () => {
  const reasoned = headlines(17).map((ref) => ({ ...ref, reason: 'background' as const }));
  const result = laidOut([edited('lead', { related: reasoned })]);
  const numbers = (slug: string): number[] =>
    find(result, slug).related.map((trail) => Number(trail.slug.slice('headline-'.length)));

  it('is its eight neighbours, without a reason', () => {
    expect(numbers('headline-9')).toEqual([5, 6, 7, 8, 10, 11, 12, 13]);
    expect(find(result, 'headline-9').related[0]).not.toHaveProperty('reason');
  });

  it('is as long at the ends of the list', () => {
    expect(numbers('headline-1')).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(numbers('headline-17')).toEqual([9, 10, 11, 12, 13, 14, 15, 16]);
  });

  it('is filled up from the next list that names it', () => {
    const both = laidOut([
      edited('one', { related: [...headlines(2), { headline: 'Far' }] }),
      edited('two', { related: [{ headline: 'Far' }, ...headlines(2, 2)] }),
    ]);
    expect(slugs(find(both, 'far').related)).toEqual(['headline-1', 'headline-2', 'headline-3']);
  });
});

describe('the related list that no editor made', () => {
  const related = (result: Result, slug: string): [string, string | undefined][] =>
    (find(result, slug) as FullStory).related.map((trail) => [trail.slug, trail.reason]);

  it('names stories with the same people, then places, then tags', () => {
    const result = laidOut([
      edited('a-own', { people: ['Buzz Aldrin'], places: ['Moon'], tags: ['Space'] }),
      edited('b-tags', { tags: ['space'] }),
      edited('c-places', { places: ['Moon'] }),
      edited('d-people', { people: ['Buzz Aldrin'], tags: ['space'] }),
      edited('nothing', { tags: ['Cheese'] }),
    ]);
    expect(related(result, 'a-own')).toEqual([
      ['d-people', 'same-people'],
      ['c-places', 'same-place'],
      ['b-tags', 'same-topic'],
    ]);
    expect(related(result, 'nothing')).toEqual([]);
  });

  it('fills a list of two up to six, and leaves a list of three alone', () => {
    const many = Array.from({ length: 9 }, (_, n) => edited(`many-${n}`, { tags: ['Space'] }));
    const others = Array.from({ length: 40 }, (_, n) => edited(`other-${n}`));
    const result = laidOut([
      edited('two', { tags: ['Space'], related: headlines(2) }),
      edited('three', { tags: ['Space'], related: headlines(3) }),
      ...many,
      ...others,
    ]);
    expect(related(result, 'two')).toHaveLength(6);
    expect(slugs(find(result, 'two').related).slice(0, 2)).toEqual(['headline-1', 'headline-2']);
    expect(related(result, 'three')).toHaveLength(3);
  });
});
