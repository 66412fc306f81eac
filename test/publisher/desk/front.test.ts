import { describe, expect, it } from 'vitest';
import type { Front } from '../../../src/model/edition.ts';
import type { Config } from '../../../src/publisher/config.ts';
import { config, days, edited, laidOut, type Addressed } from './copy.ts';

function frontOf(items: Addressed[], settings: Partial<Config> = {}): Front {
  return laidOut(items, { config: { ...config, ...settings } }).laidOut.front;
}
const codes = (items: Addressed[], settings: Partial<Config>): string[] =>
  laidOut(items, { config: { ...config, ...settings } }).notices.map(({ problem }) => problem.code);
const slugs = (list: { slug: string }[]): string[] => list.map(({ slug }) => slug);

describe('the lead of the front page', () => {
  it('is the one that lede.json names', () => {
    expect(frontOf(days(3), { lead: 'story-1' }).lead?.trail.slug).toBe('story-1');
  });

  it('is else the newest story with a text', () => {
    const items = [...days(2), edited('empty', { published: '2025-12-01T00:00:00Z', body: [] })];
    expect(frontOf(items).lead?.trail.slug).toBe('story-2');
  });

  it('is the newest when lede.json names one that is not here, and lede.json is told', () => {
    expect(frontOf(days(2), { lead: 'nowhere' }).lead?.trail.slug).toBe('story-2');
    expect(codes(days(2), { lead: 'nowhere' })).toEqual(['unknown-lead']);
  });

  it('is never sponsored', () => {
    const paid = edited('paid', { published: '2025-12-01T00:00:00Z', label: 'sponsored' });
    const front = frontOf([...days(1), paid]);
    expect(front.lead?.trail.slug).toBe('story-1');
    expect(front.second).toMatchObject([{ slug: 'paid', label: 'Sponsored' }]);
    expect(codes([...days(1), paid], { lead: 'paid' })).toEqual(['sponsored-lead']);
    expect(frontOf([paid]).lead).toBeUndefined();
  });

  it('has its standfirst, its first two paragraphs and its related list', () => {
    const long = 'A sentence of six short words. '.repeat(12);
    const lead = edited('lead', {
      standfirst: 'What it is.',
      related: [{ headline: 'Far' }, { slug: 'moon' }],
      body: [
        { type: 'heading', level: 2, children: ['Heading'] },
        { type: 'paragraph', children: ['One ', { type: 'em', children: ['two'] }] },
        { type: 'rule' },
        { type: 'paragraph', children: [long] },
        { type: 'paragraph', children: ['Three'] },
      ],
    });
    const front = frontOf([lead, edited('moon')], { lead: 'lead' });
    expect(front.lead).toMatchObject({ standfirst: 'What it is.', trail: { slug: 'lead' } });
    expect(front.lead?.opening).toEqual(['One two', long.slice(0, 247)]);
    expect(slugs(front.lead?.related ?? [])).toEqual(['far', 'moon']);
  });
});

describe('the front page', () => {
  it('has the editor’s choice below the lead, then the newest', () => {
    const front = frontOf(days(9), { front: ['story-2', 'story-9', 'story-2', 'story-1'] });
    expect(front.lead?.trail.slug).toBe('story-9');
    expect(slugs(front.second)).toEqual(['story-2', 'story-1', 'story-8', 'story-7']);
  });

  it('says when lede.json names a story that is not here, or more than there is room for', () => {
    const five = ['story-1', 'story-2', 'story-3', 'story-4', 'story-5'];
    expect(codes(days(9), { front: ['nowhere'] })).toEqual(['unknown-front']);
    expect(codes(days(9), { front: five })).toEqual(['front-full']);
  });

  it('has a strip for each section with the four newest not shown above', () => {
    const items = [
      ...days(9, { section: 'science' }),
      edited('cave', { section: 'History', published: '2024-01-01' }),
      edited('bread', { section: 'Food', published: '2024-01-01' }),
    ];
    const front = frontOf(items, { sections: ['History', 'Science', 'Empty'] });
    expect(front.strips.map(({ section, trails }) => [section.name, slugs(trails)])).toEqual([
      ['History', ['cave']],
      ['Science', ['story-4', 'story-3', 'story-2', 'story-1']],
      ['Food', ['bread']],
    ]);
  });

  it('has the twelve newest not at its head, those without a date last', () => {
    const front = frontOf([edited('undated-b'), edited('undated-a'), ...days(12)]);
    expect(slugs(front.latest)).toEqual([
      ...['story-7', 'story-6', 'story-5', 'story-4', 'story-3', 'story-2', 'story-1'],
      ...['undated-a', 'undated-b'],
    ]);
    expect(frontOf(days(30)).latest).toHaveLength(12);
  });

  it('gives no place but the lead’s related list to a brief', () => {
    const front = frontOf([edited('lead', { related: [{ headline: 'Far' }] })]);
    expect([front.second, front.strips, front.latest]).toEqual([[], [], []]);
    expect(front.stories).toBe(1);
  });

  it('carries the version of every story that it names', () => {
    const items = [
      ...days(9, { section: 'Science' }),
      edited('new', { related: [{ headline: 'Far' }] }),
    ];
    const { front, stories } = laidOut(items, { config: { ...config, lead: 'new' } }).laidOut;
    const versions = new Map(stories.map(({ slug, version }) => [slug, version]));
    const trails = [
      ...(front.lead ? [front.lead.trail, ...front.lead.related] : []),
      ...[...front.second, ...front.latest, ...front.strips.flatMap((strip) => strip.trails)],
    ];
    expect(trails.length).toBeGreaterThan(10);
    for (const { slug, version } of trails) expect(version).toBe(versions.get(slug));
  });

  it('tells a story whose text changed from one beside which only the headlines did', () => {
    const moon = (text: string) =>
      edited('moon', {
        related: [{ slug: 'tide' }],
        body: [{ type: 'paragraph', children: [text] }],
      });
    const tide = (headline: string) => edited('tide', { headline, related: [{ slug: 'moon' }] });
    const settings = { config: { ...config, lead: 'moon' } };
    const marksOf = (items: Addressed[]) => {
      const { lead, second } = laidOut(items, settings).laidOut.front;
      const beside = lead?.related.find(({ slug }) => slug === 'tide');
      return { moon: lead?.trail, tide: second[0], beside: beside?.copy };
    };
    const first = marksOf([moon('It leaves.'), tide('The tide')]);
    expect(first.beside).toBe(first.tide?.copy);
    const otherHeadline = marksOf([moon('It leaves.'), tide('The tides')]);
    expect(otherHeadline.moon?.version).not.toBe(first.moon?.version);
    expect(otherHeadline.moon?.copy).toBe(first.moon?.copy);
    expect(otherHeadline.tide?.copy).not.toBe(first.tide?.copy);
    // Of the same length.
    const otherText = marksOf([moon('It stays!!'), tide('The tide')]);
    expect(otherText.moon?.copy).not.toBe(first.moon?.copy);
  });

  it('lists its months, newest first, and leaves what has no date out of them', () => {
    expect(frontOf([...days(40), edited('undated')]).months).toEqual([
      { month: '2025-02', name: 'February 2025', stories: 9 },
      { month: '2025-01', name: 'January 2025', stories: 31 },
    ]);
  });

  it('says its day in the zone of the edition', () => {
    expect(frontOf([], { timeZone: 'America/Los_Angeles' })).toMatchObject({
      day: 'Tuesday 16 December 2025',
      published: { at: '2025-12-17T04:10:00Z', clock: '20:10' },
    });
  });
});
