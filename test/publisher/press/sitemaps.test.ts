// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { FullStory } from '../../../src/model/story.ts';
import type { LaidOut } from '../../../src/publisher/desk/laidOut.ts';
import { hostFiles } from '../../../src/publisher/press/hostFiles.ts';
import { days, edited } from '../desk/copy.ts';
import { edition, textOf, texts, url, xmlOf } from './hosted.ts';

/** The edition with its one story repeated, newest first, an hour apart. */
function crowded(count: number, published?: (index: number) => string): LaidOut {
  const laid = edition([edited('only', { published: '2025-12-17T04:00:00Z' })]);
  const [story] = laid.stories;
  if (story?.kind !== 'story') throw new Error('no story');
  const stories = Array.from({ length: count }, (_, index): FullStory => {
    const { published: time, ...rest } = story;
    const slug = `s-${count - index}`;
    if (published === undefined || time === undefined) return { ...rest, slug };
    return { ...rest, slug, published: { ...time, at: published(index) } };
  });
  return { ...laid, stories };
}
const hoursBack = (index: number): string =>
  new Date(Date.parse('2025-12-17T04:00:00Z') - index * 3_600_000).toISOString();

test('the index names its parts, and the parts every full story with the time it changed', () => {
  const laid = edition([
    edited('new', { published: '2025-12-17T04:10:00+01:00', updated: '2025-12-17T04:00:00Z' }),
    edited('day', { published: '2019-11-20' }),
    edited('undated', { related: [{ headline: 'A brief' }] }),
  ]);
  expect(texts(xmlOf(laid, 'sitemap.xml'), 'loc')).toEqual([
    `${url}/sitemap/1.xml`,
    `${url}/sitemap/undated-1.xml`,
    `${url}/sitemap/pages.xml`,
  ]);
  expect(texts(xmlOf(laid, 'sitemap/1.xml'), 'url')).toEqual([
    `${url}/story/day`,
    `${url}/story/new2025-12-17T04:00:00+00:00`,
  ]);
  expect(texts(xmlOf(laid, 'sitemap/undated-1.xml'), 'loc')).toEqual([`${url}/story/undated`]);
});

test('the part of pages has the fronts, sections, months and own pages', () => {
  const laid = edition([edited('new', { published: '2025-12-17T04:10:00Z', tags: ['Tides'] })]);
  expect(texts(xmlOf(laid, 'sitemap/pages.xml'), 'loc')).toEqual([
    `${url}/`,
    `${url}/section/science`,
    `${url}/section/history`,
    `${url}/archive/2025/12`,
    `${url}/archive`,
  ]);
});

test('a full part stays as it is when stories are added', () => {
  const before = crowded(10_001, hoursBack);
  const after = {
    ...before,
    stories: [...crowded(10_030, hoursBack).stories.slice(0, 29), ...before.stories],
  };
  expect(textOf(after, 'sitemap/1.xml')).toBe(textOf(before, 'sitemap/1.xml'));
  expect(textOf(before, 'sitemap/1.xml')?.match(/<url>/g)).toHaveLength(10_000);
  expect(textOf(before, 'sitemap/2.xml')?.match(/<url>/g)).toHaveLength(1);
  expect(textOf(after, 'sitemap/2.xml')?.match(/<url>/g)).toHaveLength(30);
});

test('every address of a sitemap is a file of the edition', () => {
  const laid = edition(days(45, { section: 'Science', tags: ['Tides'] }));
  const names = hostFiles(laid).map(({ path }) => path);
  const parts = texts(xmlOf(laid, 'sitemap.xml'), 'loc').map((loc) => loc.slice(url.length + 1));
  expect(parts.filter((part) => !names.includes(part))).toEqual([]);
});

test('news are the stories of the two days before the edition with an exact time', () => {
  const laid = edition([
    edited('now', { headline: 'Tides & moons', published: '2025-12-17T04:10:00Z' }),
    edited('tomorrow', { published: '2025-12-18T04:10:00Z' }),
    edited('two-days', { published: '2025-12-15T05:10:00+01:00' }),
    edited('older', { published: '2025-12-15T04:09:59Z' }),
    edited('zoneless', { published: '2025-12-16T04:10:00' }),
  ]);
  const news = xmlOf(laid, 'news-sitemap.xml');
  expect(texts(news, 'loc')).toEqual([`${url}/story/now`, `${url}/story/two-days`]);
  expect(texts(news, 'news:title')[0]).toBe('Tides & moons');
  expect(texts(news, 'news:name')[0]).toBe('The Sample');
  expect(texts(news, 'news:language')[0]).toBe('en');
  expect(texts(news, 'news:publication_date')[1]).toBe('2025-12-15T05:10:00+01:00');
});

test('news are at most 1,000, and Chinese is named with its script', () => {
  const many = crowded(1200, (index) => hoursBack(index / 100));
  expect(texts(xmlOf(many, 'news-sitemap.xml'), 'loc')).toHaveLength(1000);
  const laid = edition([edited('one', { published: '2025-12-17T04:10:00Z' })], {
    language: 'zh-HK',
  });
  expect(texts(xmlOf(laid, 'news-sitemap.xml'), 'news:language')).toEqual(['zh-tw']);
});
