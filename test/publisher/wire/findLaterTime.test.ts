import { describe, expect, it } from 'vitest';
import { latestOf } from '../../../src/publisher/wire/feeds/latestOf.ts';
import { readFile } from '../../../src/publisher/wire/readFile.ts';

const read = (name: string, text: string) =>
  readFile({ name, bytes: new TextEncoder().encode(text) });
const story = (fields: string) => read('a.json', `{ "headline": "A", "body": "B.", ${fields} }`);

describe('the moment of publishing under a name that is not ours', () => {
  it.each([
    'publishDate publish_date published_at date_published pubDate publicationDate date',
    'releaseDate go_live_date goLive-date live_from visibleAfter available_at liveDate',
  ])('is heard as an embargo: %s', (names) => {
    for (const name of names.split(' ')) {
      const { items, warnings } = story(`"${name}": "2099-11-24T10:00:00+01:00"`);
      expect(items, name).toMatchObject([{ embargo: '2099-11-24T10:00:00+01:00' }]);
      expect(warnings, name).toMatchObject([
        { problem: { at: name, mend: expect.stringContaining('"embargo"') as string } },
      ]);
    }
  });

  it('keeps its own clock when it has no offset', () => {
    expect(read('a.md', '---\nheadline: A\npublishDate: 2099-11-24\n---\nB.').items).toMatchObject([
      { embargo: '2099-11-24' },
    ]);
  });

  it('is read as seconds since 1970 too', () => {
    expect(story('"published_at": 4099766400').items).toMatchObject([
      { embargo: '2099-12-01T00:00:00Z' },
    ]);
  });

  it('never brings an embargo forward', () => {
    const fields = '"embargo": "2098-01-01T00:00:00Z", "publishDate": "2020-01-01"';
    expect(story(fields).items).toMatchObject([{ embargo: '2098-01-01T00:00:00Z' }]);
  });

  it.each([
    // The zone of the clock is not known: 09:30 comes between 19:30Z the day before and 21:30Z.
    ['2026-01-01T10:00:00Z', '2026-01-01T09:30', '2026-01-01T09:30:00-12:00'],
    ['2026-01-01T10:00:00Z', '2026-01-01T10:30', '2026-01-01T10:30:00-12:00'],
    ['2026-01-01T21:30:00Z', '2026-01-01T09:30', '2026-01-01T21:30:00Z'],
    ['2025-12-31T19:30:00Z', '2026-01-01T09:30', '2026-01-01T09:30'],
    ['2026-01-01T10:00:00Z', '2026-01-03', '2026-01-03'],
  ])('lets nothing out before both an embargo of %s and %s', (embargo, later, held) => {
    const { items } = story(`"embargo": "${embargo}", "publishDate": "${later}"`);
    expect(items).toMatchObject([{ embargo: held }]);
  });

  it('holds for all articles that it stands around', () => {
    const { items } = read('a.json', '{ "date": "2099-11-24", "articles": [{ "headline": "A" }] }');
    expect(items).toMatchObject([{ embargo: '2099-11-24' }]);
  });

  it('lets nothing out when it cannot be read', () => {
    const { items, refused } = story('"publish_date": "after the vote"');
    expect(items).toEqual([]);
    expect(refused).toMatchObject([{ problems: [{ code: 'unheard-hold', at: 'publish_date' }] }]);
  });

  it.each([
    ...['in two weeks', 'Tomorrow', 'Awaiting sign-off', 'q', '12/31/2020', '31 Febbraio 2020'],
    ...['Ende Juni', 'Christmas', 'Forthcoming', 'N/A', 'Завтра', 'Kommt noch', 'Nein'],
    ...['Mai 2020', 'Maybe 2020'],
    ...[
      '2020-05-01 10:00 TBC',
      '1 May 2020 10:00 later',
      '1 May 2020 10:00 draft',
      '2020-05-01 1000 TBC',
      'Monthly, 1 May 2020',
    ],
    ...['after 1 May 2020', 'not until, 1 May 2020', 'Penguin', 'Unwin Books, 2001', '岩波書店'],
  ])('lets nothing out when another spelling of ours says: %s', (when) => {
    const { items, refused } = story(`"Published": "${when}"`);
    expect(items).toEqual([]);
    expect(refused).toMatchObject([{ problems: [{ code: 'unheard-hold', at: 'Published' }] }]);
  });

  it.each(['[false]', '["no"]', '{"when":"soon"}', `"yes${' '.repeat(120)}but not before 2027"`])(
    'lets nothing out when another spelling of ours is no yes: %s',
    (value) => {
      expect(story(`"Published": ${value}`).items).toEqual([]);
    },
  );

  it.each([
    ['2001', '2001-12-31'],
    ['May 1, 2026', '2026-05-01'],
    ['Fri, 1 May 2026 10:00:00 GMT', '2026-05-01T10:00:00Z'],
    ['2026-05-01t10:00:00z', '2026-05-01T10:00:00Z'],
    ['2026-05-01 10:00 gmt', '2026-05-01T10:00:00Z'],
    ['2026年5月1日', '2026-05-01'],
  ])('waits until the day that another spelling of ours names: %s', (published, embargo) => {
    expect(story(`"Published": "${published}"`).items).toMatchObject([{ embargo }]);
  });

  it.each([
    '"date": "2099-11-24", "published": "2025-01-01T00:00:00Z"',
    '"date": "last Tuesday"',
    '"startDate": "2099-11-24"',
    '"publish_date": null',
    '"dateModified": "2099-11-24"',
    ...['yes', 'Live', 'published', 'ja', ''].map((by) => `"Published": "${by}"`),
  ])('is not what something else says: %s', (fields) => {
    const { items } = story(fields);
    expect(items).toHaveLength(1);
    expect(items[0]).not.toHaveProperty('embargo');
  });

  it('is the same in whatever order its fields stand', () => {
    const times = ['2026-01-01T10:00:00Z', '2026-01-01T09:30', '2026-01-02', '2026-01-02T00:00'];
    const lasts = times.flatMap((_, at) => {
      const turned = [...times.slice(at), ...times.slice(0, at)];
      return [latestOf(turned), latestOf(turned.toReversed())];
    });
    expect([...new Set(lasts)]).toEqual(['2026-01-02']);
  });
});
