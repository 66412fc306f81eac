import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { documentText, parseDocument, type SchemaName } from '../../../src/model/document.ts';
import { emptyMemory } from '../../../src/publisher/desk/memory.ts';
import { config, days, edited, laidOut, type Addressed } from './copy.ts';

const picture = {
  alt: 'The Moon',
  width: 800,
  height: 600,
  avif: [{ src: 'media/moon-1a2b.avif', width: 800 }],
  jpeg: [{ src: 'media/moon-1a2b.jpg', width: 800 }],
};
/** A story that has everything. */
const full = edited('full', {
  kicker: 'Space',
  standfirst: 'It drifts.',
  label: 'analysis',
  byline: 'By Sam Levin and Sam Levine',
  dateline: 'Houston',
  published: '2025-12-16T08:00:00+01:00',
  updated: '2025-12-16T09:00:00+01:00',
  section: 'science',
  ...{ tags: ['Moon'], people: ['Buzz Aldrin'], places: ['Houston'] },
  body: [
    { type: 'paragraph', children: ['One two three.'] },
    { type: 'picture', picture },
  ],
  picture,
  related: [{ headline: 'Far', url: 'https://example.com/', reason: 'background' }],
  corrections: [
    { text: 'Undated.' },
    { at: '2025-12-16T10:00:00Z', text: 'First.' },
    { at: '2025-12-17T10:00:00Z', text: 'Second.' },
  ],
});
const withdrawn = [
  {
    slug: 'gone',
    headline: 'A mistake',
    language: 'ar',
    notice: 'It was wrong.',
    at: '2025-12-01',
  },
];
const ownPages = [
  { ref: 'about.md', slug: 'about', headline: 'About', body: [{ type: 'rule' } as const] },
];

function documentsOf({ laidOut: edition }: ReturnType<typeof laidOut>): object[] {
  const { site, front, stories, lists, months, pages, pointer } = edition;
  return [site, front, ...stories, ...lists.map(({ list }) => list), months, ...pages, pointer];
}
const names: SchemaName[] = [
  ...(['lede-site', 'lede-latest', 'lede-front', 'lede-story'] as const),
  ...(['lede-list', 'lede-archive', 'lede-page'] as const),
];

describe('every document of an edition', () => {
  const items = [full, ...days(45, { section: 'Science', tags: ['Moon'] }), edited('plain')];
  const documents = documentsOf(
    laidOut(items, {
      ...{ withdrawn, ownPages },
      config: { ...config, url: 'https://example.com/news', tagline: 'Well', lead: 'full' },
    }),
  );

  it('is read by the parser of the reader, field by field in the same order', () => {
    expect(documents.length).toBeGreaterThan(60);
    for (const document of documents) {
      const parsed = parseDocument(JSON.parse(JSON.stringify(document)), names);
      if (!parsed.ok) throw new Error(JSON.stringify([parsed.problems, document]));
      expect(documentText(parsed.value)).toBe(documentText(document));
    }
  });

  it('proves itself by its version', () => {
    for (const document of documents) {
      if (!('version' in document)) continue;
      const hash = createHash('sha256').update(documentText(document)).digest('hex');
      expect(document.version).toBe(hash.slice(0, 16));
    }
  });
});

describe('a story laid out', () => {
  it('has everything that its source had', () => {
    const [story] = laidOut([full]).laidOut.stories;
    expect(story).toMatchObject({
      kind: 'story',
      slug: 'full',
      label: 'Analysis',
      byline: { text: 'Sam Levin and Sam Levine', authors: [{}, {}] },
      published: { at: '2025-12-16T08:00:00+01:00', clock: '07:00' },
      updated: { clock: '08:00' },
      section: { slug: 'science', name: 'Science' },
      words: 3,
      minutes: 1,
      corrections: [
        { text: 'Second.', at: { date: '17 December 2025' } },
        { text: 'First.' },
        { text: 'Undated.' },
      ],
    });
  });

  it('has nothing that its source had not', () => {
    const [story] = laidOut([edited('plain', { body: [] })]).laidOut.stories;
    expect(Object.keys(story ?? {})).toEqual([
      ...['schema', 'slug', 'version', 'headline', 'language', 'dir', 'related', 'kind'],
      ...['topics', 'body', 'words', 'minutes', 'corrections'],
    ]);
  });

  it('is not called updated when its source repeats the time of publishing', () => {
    const item = edited('a', {
      published: '2025-12-16T08:00:00Z',
      updated: '2025-12-16T09:00:00+01:00',
    });
    expect(laidOut([item]).laidOut.stories[0]).not.toHaveProperty('updated');
  });

  it('has its own language and direction, and times in those of the edition', () => {
    const item = edited('a', { language: 'ar', published: '2025-12-17' });
    expect(laidOut([item]).laidOut.stories[0]).toMatchObject({
      ...{ language: 'ar', dir: 'rtl', published: { date: '17 December 2025' } },
    });
  });

  it('leads to the next older one of its section', () => {
    const items = [...days(2, { section: 'Science' }), edited('cave', { section: 'History' })];
    const next = laidOut([...items, edited('none')]).laidOut.stories.map((story) =>
      story.kind === 'story' ? [story.slug, story.next?.slug] : [],
    );
    expect(Object.fromEntries(next)).toEqual({
      ...{ 'story-2': 'story-1', 'story-1': undefined, cave: undefined, none: undefined },
    });
  });

  it('is summed up by its standfirst, else by the beginning of its text', () => {
    const long = edited('long', { body: [{ type: 'paragraph', children: ['word '.repeat(99)] }] });
    const { latest, second } = laidOut([full, long, ...days(1)], {
      config: { ...config, lead: 'story-1' },
    }).laidOut.front;
    expect(latest).toEqual([]);
    expect(second.map(({ summary }) => summary)).toEqual([
      'It drifts.',
      expect.stringMatching(/^(word ){40,}word…$/),
    ]);
    expect(second[1]?.summary?.length).toBeLessThanOrEqual(240);
  });
});

describe('a story that no reader could open', () => {
  it.each([
    [
      'body[0].children[0].href',
      {
        body: [
          {
            type: 'paragraph',
            children: [{ type: 'link', href: 'javascript:alert(1)', children: [] }],
          },
        ],
      },
    ],
    ['slug', { slug: '../index' }],
    ['published', { published: 'yesterday' }],
    ['language', { language: 'no such tongue' }],
    ['headline', { headline: '' }],
  ] as [string, Partial<Addressed>][])(
    'is refused for its %s, and the others go out',
    (at, fields) => {
      const { refused, laidOut: edition } = laidOut([edited('bad', fields), edited('good')]);
      expect(edition.stories.map(({ slug }) => slug)).toEqual(['good']);
      expect(refused).toMatchObject([{ ref: 'stories/bad.json', problems: [{ at }] }]);
    },
  );
});

describe('a withdrawn story', () => {
  it('keeps its address, its notice and the five newest stories', () => {
    const { stories } = laidOut(days(9), { withdrawn }).laidOut;
    expect(stories.find(({ slug }) => slug === 'gone')).toMatchObject({
      ...{ kind: 'withdrawn', headline: 'A mistake', dir: 'rtl', notice: 'It was wrong.' },
      related: ['story-9', 'story-8', 'story-7', 'story-6', 'story-5'].map((slug) => ({ slug })),
      at: { date: '1 December 2025' },
    });
  });

  it('is a story again when it comes back', () => {
    const { stories } = laidOut([edited('gone')], { withdrawn }).laidOut;
    expect(stories.map(({ kind }) => kind)).toEqual(['story']);
  });
});

describe('the publisher’s own pages', () => {
  it('are named on every page', () => {
    const { site, pages } = laidOut([], { ownPages }).laidOut;
    expect(site.pages).toEqual([{ slug: 'about', name: 'About' }]);
    expect(pages).toMatchObject([{ slug: 'about', language: 'en-GB', body: [{ type: 'rule' }] }]);
  });

  it('are refused at an address that is needed or taken', () => {
    const [about] = ownPages;
    if (!about) throw new Error('there is one');
    const { refused, laidOut: edition } = laidOut([], {
      ownPages: [about, { ...about, ref: 'b/about.md' }, { ...about, ref: 'tag.md', slug: 'tag' }],
    });
    expect(edition.pages).toHaveLength(1);
    expect(refused.map(({ ref }) => ref)).toEqual(['b/about.md', 'tag.md']);
  });
});

describe('an edition', () => {
  const some = [full, ...days(25, { tags: ['Moon'], byline: 'Sam Levin' }), edited('plain')];

  it('is the same whatever the order of its sources', () => {
    const edition = laidOut(some, { withdrawn });
    expect(laidOut(some.toReversed(), { withdrawn })).toEqual(edition);
    const mixed = some.toSorted(
      (one, other) => ((one.headline.length * 7) % 5) - (other.slug.length % 3),
    );
    expect(JSON.stringify(laidOut(mixed, { withdrawn }))).toBe(JSON.stringify(edition));
  });

  it('has another name when a word in it changes', () => {
    const { pointer } = laidOut(some).laidOut;
    const [first, ...others] = some;
    const changed = laidOut([{ ...first, standfirst: 'Changed.' } as Addressed, ...others]);
    expect(changed.laidOut.pointer.edition).not.toBe(pointer.edition);
    expect(pointer.fronts['/']).toBe(laidOut(some).laidOut.front.version);
  });

  it.each([
    ['no story', []],
    ['one story', [edited('one')]],
    ['no sections', days(3)],
    [
      'nothing but headlines beside one',
      [edited('one', { body: [], related: [{ headline: 'Far' }] })],
    ],
  ])('lays out with %s', (_, items) => {
    const result = laidOut(items, { config: { ...config, sections: [] } });
    for (const document of documentsOf(result)) {
      expect(parseDocument(document, names)).toMatchObject({ ok: true });
    }
    expect(result.laidOut.front.stories).toBe(items.length);
  });

  it('says what does not change with stories in one place, from lede.json alone', () => {
    const settings = { config: { ...config, url: 'https://example.com/news' } };
    const { site } = laidOut([edited('a', { section: 'Food' })], settings).laidOut;
    expect(site).toEqual(laidOut([], settings).laidOut.site);
    expect(site).toMatchObject({ base: '/news/', sections: [{ slug: 'science' }, {}] });
    expect(laidOut([]).laidOut.site.base).toBe('/');
  });

  it('remembers where its stories are', () => {
    const memory = { ...emptyMemory, slugs: { earlier: 'first' } };
    expect(laidOut([edited('one')], { memory }).memory.slugs).toEqual({
      ...{ earlier: 'first', 'stories/one.json': 'one' },
    });
  });
});
