// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { Filed } from '../../../src/publisher/desk/filed.ts';
import { hostFiles } from '../../../src/publisher/press/hostFiles.ts';
import { days, edited } from '../desk/copy.ts';
import { edition, textOf, texts, url, xmlOf, type Edition } from './hosted.ts';

/** The edition with its one story repeated, newest first. */
function crowded(count: number, published: (index: number) => string): Edition {
  const laid = edition([edited('only', { published: '2025-12-17T04:00:00Z' })]);
  const [one] = laid.filed;
  const time = one?.trail.published;
  if (one === undefined || time === undefined) throw new Error('no story');
  const filed = Array.from({ length: count }, (_, index): Filed => {
    const at = published(index);
    const trail = { ...one.trail, slug: `s-${count - index}` };
    return { ...one, trail: { ...trail, published: { ...time, at, day: at.slice(0, 10) } } };
  });
  return { ...laid, filed };
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
    `${url}/sitemap/2025-12.xml`,
    `${url}/sitemap/2019-11.xml`,
    `${url}/sitemap/undated.xml`,
    `${url}/sitemap/pages.xml`,
  ]);
  expect(texts(xmlOf(laid, 'sitemap/2019-11.xml'), 'url')).toEqual([`${url}/story/day`]);
  expect(texts(xmlOf(laid, 'sitemap/2025-12.xml'), 'url')).toEqual([
    `${url}/story/new2025-12-17T04:00:00+00:00`,
  ]);
  expect(texts(xmlOf(laid, 'sitemap/undated.xml'), 'loc')).toEqual([`${url}/story/undated`]);
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

test('a story changes the part of its month, the index, and no other', () => {
  const keysOf = (laid: Edition): Map<string, string> =>
    new Map(hostFiles(laid).map(({ path, key }) => [path, key]));
  const years = (index: number): string => new Date(Date.UTC(2025, -index, 2)).toISOString();
  const before = keysOf(crowded(30, years));
  const [newest] = crowded(1, hoursBack).filed;
  const after = crowded(30, years);
  const keys = keysOf({ ...after, filed: [...(newest ? [newest] : []), ...after.filed] });
  const changed = [...keys].filter(([path, key]) => before.get(path) !== key);
  expect(changed.map(([path]) => path).filter((path) => path.startsWith('sitemap'))).toEqual([
    ...['sitemap/2025-12.xml', 'sitemap.xml'],
  ]);
});

test('a month with more stories than a part may have has several, of which the last grows', () => {
  const at = (): string => '2025-12-17T04:00:00Z';
  const after = crowded(50_030, at);
  const before = { ...after, filed: after.filed.slice(29) };
  expect(textOf(after, 'sitemap/2025-12.xml')).toBe(textOf(before, 'sitemap/2025-12.xml'));
  expect(textOf(before, 'sitemap/2025-12.xml')?.match(/<url>/g)).toHaveLength(50_000);
  expect(textOf(after, 'sitemap/2025-12-2.xml')?.match(/<url>/g)).toHaveLength(30);
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
