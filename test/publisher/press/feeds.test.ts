// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { EditedItem } from '../../../src/publisher/desk/toCopy.ts';
import { days, edited } from '../desk/copy.ts';
import { edition, moonPicture, textOf, texts, url, xmlOf } from './hosted.ts';

const moon = edited('moon', {
  headline: 'The Moon moves away & nobody <waits>',
  standfirst: 'Each year by 3.8 cm',
  byline: 'Sam Levin and Sam Levine',
  published: '2025-12-17T04:10:00+01:00',
  updated: '2025-12-17T05:00:30Z',
  section: 'Science',
  tags: ['Tides'],
  label: 'opinion',
  rights: '© 2025 The Sample',
  picture: moonPicture,
  corrections: [{ at: '2025-12-17T05:00:00Z', text: 'The year was wrong.' }],
  body: [
    {
      type: 'paragraph',
      children: ['The tide ', { type: 'link', href: '/story/old', children: ['pulls'] }, '.'],
    },
    { type: 'list', ordered: true, start: 3, items: [[{ type: 'rule' }]] },
    { type: 'pullquote', children: ['The tide pulls.'] },
    { type: 'embed', url: 'https://video.example/1?a=b&c=d', title: 'Tides from orbit' },
  ],
});
const old = edited('old', {
  headline: 'قمر',
  language: 'ar',
  published: '2019-11-20T09:30:00',
  body: [
    { type: 'code', text: 'if (a < b && c) "]]>"' },
    {
      type: 'table',
      head: [[{ children: ['Year'] }]],
      rows: [[{ children: ['2025'], head: 'row', colSpan: 2 }]],
    },
  ],
});

test.each([
  ['feed.xml', 'feed.xml'],
  ['feed.atom', 'feed.atom'],
  ['feed.json', 'feed.json'],
  ['section/science/feed.xml', 'science.xml'],
])('%s of a small edition, byte for byte', async (file, golden) => {
  await expect(textOf(edition([moon, old]), file)).toMatchFileSnapshot(`golden/${golden}`);
});

test('RSS names everything that aggregators require', () => {
  const feed = xmlOf(edition([moon]), 'feed.xml');
  const [channel] = feed.getElementsByTagName('channel');
  if (channel === undefined) throw new Error('no channel');
  expect(texts(channel, 'link')[0]).toBe(`${url}/`);
  expect(texts(channel, 'description')[0]).toBe('The Sample');
  expect(texts(channel, 'language')).toEqual(['en-GB']);
  expect(feed.getElementsByTagName('atom:link')[0]?.getAttribute('href')).toBe(`${url}/feed.xml`);
  expect(texts(channel, 'guid')).toEqual([`${url}/story/moon`]);
  expect(texts(channel, 'dc:creator')).toEqual(['Sam Levin', 'Sam Levine']);
  expect(texts(channel, 'category')).toEqual(['Opinion', 'Science', 'Tides']);
  const media = feed.getElementsByTagName('media:content')[0];
  expect(media?.getAttribute('url')).toBe(`${url}/media/moon-1200.jpg`);
});

test('dates keep the offset they were given in, and one without offset is left out', () => {
  const laid = edition([moon, old]);
  const rss = xmlOf(laid, 'feed.xml');
  expect(texts(rss, 'pubDate')).toEqual(['Wed, 17 Dec 2025 04:10:00 +0100']);
  expect(texts(rss, 'lastBuildDate')).toEqual(['Wed, 17 Dec 2025 05:00:30 +0000']);
  const atom = xmlOf(laid, 'feed.atom');
  expect(texts(atom, 'published')).toEqual(['2025-12-17T04:10:00+01:00']);
  const [newest, ...entries] = texts(atom, 'updated');
  expect(entries).toEqual(['2025-12-17T05:00:30+00:00', laid.published.at.replace('Z', '+00:00')]);
  expect(newest).toBe('2025-12-17T05:00:30+00:00');
  const { items } = JSON.parse(textOf(laid, 'feed.json') ?? '') as { items: object[] };
  expect(items[1]).not.toHaveProperty('date_published');
});

test('a story that did not change leaves its section feed as it was, whenever the edition is published', () => {
  const first = edition([moon]);
  const later = edition([
    moon,
    edited('news', { section: 'History', published: '2025-12-18T00:00Z' }),
  ]);
  expect(textOf(later, 'section/science/feed.xml')).toBe(textOf(first, 'section/science/feed.xml'));
  expect(textOf(later, 'feed.xml')).not.toBe(textOf(first, 'feed.xml'));
});

test('a feed holds the newest 50 stories however many there are', () => {
  const laid = edition(days(120, { section: 'Science' }));
  for (const file of ['feed.xml', 'section/science/feed.xml']) {
    const guids = texts(xmlOf(laid, file), 'guid');
    expect(guids).toHaveLength(50);
    expect(guids[0]).toBe(`${url}/story/story-120`);
  }
  const one = (textOf(edition(days(60)), 'feed.xml') ?? '').length;
  expect((textOf(edition(days(600)), 'feed.xml') ?? '').length).toBeLessThan(one * 1.1);
});

test('a feed stays below 2 MB: stories that do not fit go out with their summary', () => {
  const body: EditedItem['body'] = [
    { type: 'paragraph', children: ['Long words. '.repeat(60_000)] },
  ];
  const laid = edition(days(5, { body }));
  const feed = xmlOf(laid, 'feed.xml');
  expect(texts(feed, 'guid')).toHaveLength(5);
  expect(texts(feed, 'description')).toHaveLength(6);
  expect(texts(feed, 'content:encoded')).toHaveLength(2);
  expect(Buffer.byteLength(textOf(laid, 'feed.xml') ?? '')).toBeLessThan(2_000_000);
});

test('briefs and withdrawn stories are in no feed', () => {
  const named = edited('named', { related: [{ headline: 'Only a headline' }] });
  const laid = edition([named]);
  expect(laid.stories.map(({ kind }) => kind)).toEqual(['story', 'brief']);
  expect(textOf(laid, 'feed.xml')?.match(/<item>/g)).toHaveLength(1);
  expect(textOf(laid, 'feed.json')).not.toContain('Only a headline');
});

test('an edition that does not know its address has no feeds', () => {
  const { url: _, ...site } = edition([moon]).site;
  const laid = { ...edition([moon]), site };
  expect(textOf(laid, 'feed.xml')).toBeUndefined();
  expect(textOf(laid, 'sitemap.xml')).toBeUndefined();
});

const hostile = [
  ']]><item><title>x</title></item>',
  '</content:encoded></item><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '<!--<script>',
  '&lt;script&gt;&#60;script&#62; &amp; &nope;',
  '\u0000\u0001\u0008\u000b\u001f\ufffe\uffff\ud800x\udc00',
  '<![CDATA[ <?xml version="1.0"?> <!DOCTYPE x [<!ENTITY y "z">]>',
  'a\u202eb\u2066c\u2028d\r\n\te',
  '${x} {{y}} %s',
];

/** Every element that the press writes into these files. */
const ours = new Set([
  ...[
    'rss',
    'channel',
    'item',
    'title',
    'link',
    'description',
    'language',
    'lastBuildDate',
    'guid',
  ],
  ...['atom:link', 'pubDate', 'category', 'content:encoded', 'dc:creator', 'dc:rights'],
  ...['media:content', 'media:description', 'media:credit'],
  ...['feed', 'id', 'subtitle', 'updated', 'author', 'name', 'uri', 'entry', 'published'],
  ...['rights', 'summary', 'content', 'urlset', 'url', 'loc', 'news:news', 'news:publication'],
  ...['news:name', 'news:language', 'news:publication_date', 'news:title'],
]);

test.each(hostile)('no text breaks out of a feed or sitemap: %j', (text) => {
  const inlines = [text, { type: 'strong' as const, children: [text] }];
  const picture = { ...moonPicture, alt: text, caption: text, credit: text };
  const item = edited('hostile', {
    headline: text,
    standfirst: text,
    kicker: text,
    byline: text,
    label: text,
    section: 'Science',
    tags: [`tag ${text}`],
    rights: text,
    disclosure: text,
    source: { name: text },
    published: '2025-12-17T04:00:00Z',
    corrections: [{ text }],
    picture,
    body: [
      { type: 'paragraph', children: inlines },
      { type: 'paragraph', children: [{ type: 'abbr', title: text, children: [text] }] },
      { type: 'code', text },
      { type: 'picture', picture },
      { type: 'embed', url: 'https://video.example/', title: text },
    ],
  });
  const laid = edition([item], { name: `Site ${text}`, tagline: text });
  for (const file of ['feed.xml', 'section/science/feed.xml', 'feed.atom', 'news-sitemap.xml']) {
    const made = xmlOf(laid, file);
    const names = new Set([...made.getElementsByTagName('*')].map(({ tagName }) => tagName));
    expect([...names].filter((name) => !ours.has(name))).toEqual([]);
    expect(made.querySelectorAll('item, entry, url')).toHaveLength(1);
  }
  // What readers of the feed put into their pages.
  const [content = ''] = texts(xmlOf(laid, 'feed.xml'), 'content:encoded');
  const page = new DOMParser().parseFromString(content, 'text/html');
  const allowed = 'html,head,body,p,strong,em,figure,img,figcaption,small,abbr,pre,code,a';
  expect([...page.querySelectorAll(`*:not(${allowed})`)]).toEqual([]);
  const attributes = [...page.querySelectorAll('*')].flatMap((one) => one.getAttributeNames());
  const plain = ['src', 'alt', 'width', 'height', 'title', 'dir', 'href'];
  expect(attributes.filter((name) => !plain.includes(name))).toEqual([]);
});

test('no text is lost on the way: what is visible in a feed is what the story says', () => {
  const text = `a < b & "c" 'd' ]]> é 漢字 🌒 <b>not bold</b>`;
  const laid = edition([
    edited('exact', {
      headline: text,
      standfirst: text,
      body: [{ type: 'paragraph', children: [text] }],
    }),
  ]);
  const feed = xmlOf(laid, 'feed.xml');
  expect(texts(feed, 'title').at(-1)).toBe(text);
  expect(texts(feed, 'description').at(-1)).toBe(text);
  const page = new DOMParser().parseFromString(
    texts(feed, 'content:encoded')[0] ?? '',
    'text/html',
  );
  expect(page.body.textContent).toBe(text);
});

test('a link that leads nowhere safe keeps its words', () => {
  const laid = edition([moon]);
  const [story] = laid.stories;
  if (story?.kind !== 'story') throw new Error('no story');
  const link = { type: 'link' as const, href: 'javascript:alert(1)', children: ['click'] };
  const bad = {
    ...laid,
    stories: [{ ...story, body: [{ type: 'paragraph' as const, children: [link] }] }],
  };
  expect(textOf(bad, 'feed.json')).toContain('<p>click</p>');
  expect(textOf(laid, 'feed.json')).toContain(`<a href=\\"${url}/story/old\\">pulls</a>`);
});
