import { describe, expect, test } from 'vitest';
import type { Site } from '../../../../src/model/edition.ts';
import type { FullStory } from '../../../../src/model/story.ts';
import { pageCard } from '../../../../src/publisher/press/cards/pageCard.ts';
import { readHead } from './readHead.ts';
import {
  complaintsOfArticle,
  complaintsOfCard,
  complaintsOfFinding,
  complaintsOfOpenGraph,
} from './rules.ts';

const site: Site = {
  schema: 'lede-site/1',
  ...{ name: 'The Daily Example', language: 'en-GB', dir: 'ltr', tagline: 'News of the Moon' },
  ...{ url: 'https://example.org/news', base: '/news/', icon: 'media/icon-1.png' },
  ...{ sections: [], pages: [] },
};

const time = (at: string) => ({
  at,
  day: at.slice(0, 10),
  date: '17 December 2025',
  brief: '17 Dec',
});

const moon: FullStory = {
  ...{ schema: 'lede-story/1', kind: 'story', slug: 'moon', version: '0123456789abcdef' },
  ...{ headline: 'The Moon is leaving', language: 'en-GB', dir: 'ltr' },
  standfirst: 'It moves away by 3.8 cm a year.',
  byline: { text: 'By Ada Lovelace', authors: [{ slug: 'ada-lovelace', name: 'Ada Lovelace' }] },
  published: time('2025-12-17T05:10:00+01:00'),
  updated: time('2025-12-17T06:40:00+01:00'),
  section: { slug: 'science', name: 'Science' },
  topics: [{ slug: 'moon', name: 'Moon', kind: 'tag' }],
  picture: {
    alt: 'The Moon over a hill',
    ...{ width: 1800, height: 1100 },
    avif: [{ src: 'media/moon-1.avif', width: 1800 }],
    jpeg: [
      { src: 'media/moon-1.jpg', width: 640 },
      { src: 'media/moon-2.jpg', width: 1200 },
      { src: 'media/moon-3.jpg', width: 1800 },
    ],
  },
  body: [{ type: 'paragraph', children: ['It will not be missed soon.'] }],
  ...{ words: 6, minutes: 1, related: [] },
  corrections: [{ at: time('2025-12-17T07:00:00Z'), text: 'It is 3.8 cm, not 3.8 m.' }],
};

const headOf = (story: FullStory, ofSite = site) =>
  readHead(
    pageCard(ofSite, { address: '/story/moon', title: 'The Moon', document: story }).toString(),
  );
const articleOf = (story: FullStory, ofSite = site): Record<string, unknown> =>
  JSON.parse(headOf(story, ofSite).linkedData[0] ?? '') as Record<string, unknown>;

describe('a story', () => {
  test('is a NewsArticle that search engines take', () => {
    const [text = ''] = headOf(moon).linkedData;
    expect(complaintsOfArticle(text)).toEqual([]);
    expect(articleOf(moon)).toMatchObject({
      '@type': 'NewsArticle',
      inLanguage: 'en-GB',
      datePublished: '2025-12-17T05:10:00+01:00',
      image: [{ url: 'https://example.org/news/media/moon-2.jpg', width: 1200, height: 733 }],
      author: [{ '@type': 'Person', url: 'https://example.org/news/author/ada-lovelace' }],
      correction: [{ '@type': 'CorrectionComment', text: 'It is 3.8 cm, not 3.8 m.' }],
      publisher: { logo: { url: 'https://example.org/news/media/icon-1.png' } },
    });
  });

  test('is shared with its title, picture and address', () => {
    const head = headOf(moon);
    expect(complaintsOfOpenGraph(head)).toEqual([]);
    expect(head.metas.get('og:image')).toEqual(['https://example.org/news/media/moon-2.jpg']);
    expect(head.metas.get('og:locale')).toEqual(['en_GB']);
  });

  test('is shown as a large card, or a small one when it has no picture', () => {
    expect(complaintsOfCard(headOf(moon))).toEqual([]);
    expect(headOf(moon).metas.get('twitter:card')).toEqual(['summary_large_image']);
    const { picture: _, ...plain } = moon;
    expect(complaintsOfCard(headOf(plain))).toEqual([]);
    expect(headOf(plain).metas.get('twitter:card')).toEqual(['summary']);
  });

  test('is found under one address, with a description and large pictures', () => {
    expect(complaintsOfFinding(headOf(moon))).toEqual([]);
    expect(headOf(moon).canonical).toEqual(['https://example.org/news/story/moon']);
  });

  test('with a time but no zone gives the day alone: nobody knows whose clock it was', () => {
    const article = articleOf({ ...moon, published: time('2019-11-20T09:30:00') });
    expect(article['datePublished']).toBe('2019-11-20');
  });

  test('by a desk is not said to be by a person', () => {
    const authors = [
      { slug: 'science-desk', name: 'Science desk' },
      { slug: 'the-daily-example', name: 'The Daily Example' },
      { slug: 'ada-press-lovelace', name: 'Ada Press Lovelace' },
    ];
    const byline = { text: authors.map(({ name }) => name).join(', '), authors };
    expect(articleOf({ ...moon, byline })['author']).toMatchObject([
      { '@type': 'Organization' },
      { '@type': 'Organization' },
      { '@type': 'Person' },
    ]);
  });

  test('that was paid for is not called news', () => {
    expect(articleOf({ ...moon, label: 'Sponsored' })['@type']).toBe('AdvertiserContentArticle');
  });

  test('cannot end the element its data stands in', () => {
    const headline = '</script><script>alert(1)</script> & "quoted"';
    const head = headOf({ ...moon, headline });
    expect(head.linkedData).toHaveLength(1);
    expect(JSON.parse(head.linkedData[0] ?? '')).toMatchObject({ headline });
    expect(head.metas.get('og:title')).toEqual([headline]);
    expect(head.strays).toEqual([]);
  });

  test('of an edition without an address says nothing that needs one', () => {
    const { url: _, ...nowhere } = site;
    const head = headOf(moon, nowhere);
    expect(head.canonical).toEqual([]);
    expect(head.metas.has('og:image')).toBe(false);
    expect(complaintsOfArticle(head.linkedData[0] ?? '')).toEqual([]);
  });
});

test('a page that is not in the edition is not to be found', () => {
  const head = readHead(pageCard(site, { address: '/404', title: 'Not here' }).toString());
  expect(head.metas.get('robots')).toEqual(['noindex']);
  expect(head.canonical).toEqual([]);
});

describe('the rules notice', () => {
  const spoilt = (change: object): string[] =>
    complaintsOfArticle(JSON.stringify({ ...articleOf(moon), ...change }));

  test.each([
    ['a time without a zone', { datePublished: '2025-12-17T05:10:00' }],
    ['an author by the name of By', { author: [{ '@type': 'Person', name: 'By Ada' }] }],
    ['a picture without its address', { image: [{ '@type': 'ImageObject', url: '/m.jpg' }] }],
    ['a correction that says nothing', { correction: [{ '@type': 'CorrectionComment' }] }],
    ['a headline that is missing', { headline: '' }],
  ])('%s', (_, change) => {
    expect(spoilt(change)).not.toEqual([]);
  });

  test('a card without its picture, and an address that is not whole', () => {
    const head = headOf(moon);
    head.metas.set('og:url', ['/story/moon']);
    head.metas.delete('og:image');
    expect(complaintsOfCard(head)).toEqual(['a large card has no picture']);
    expect(complaintsOfOpenGraph(head)).toEqual([
      'og:image is required',
      'og:url is no whole address',
    ]);
  });

  test('a page without a description that allows no large picture', () => {
    const head = headOf(moon);
    head.metas.delete('description');
    head.metas.set('robots', ['index']);
    expect(complaintsOfFinding(head)).toHaveLength(2);
  });
});
