import { expect, it } from 'vitest';
import { routeOf } from '../../src/worker/route.ts';

const host = { origin: 'https://courier.example', base: '/news/' };
const asked = (path: string, mode: RequestMode = 'cors', method = 'GET') =>
  routeOf({ url: new URL(path, host.origin).href, mode, method }, host);

it.each([
  ['/news/', { kind: 'page', address: '/' }],
  ['/news/story/moon', { kind: 'page', address: '/story/moon' }],
  ['/news/story/moon/?utm_source=letter', { kind: 'page', address: '/story/moon' }],
  ['/news/saved', { kind: 'page', address: '/saved' }],
])('answers the page %s', (path, route) => {
  expect(asked(path, 'navigate')).toEqual(route);
});

it.each([
  ['/news/index.json', { kind: 'data', address: '/' }],
  ['/news/story/moon.json', { kind: 'data', address: '/story/moon' }],
  ['/news/section/science/2.json', { kind: 'data', address: '/section/science/2' }],
  ['/news/archive.json', { kind: 'data', address: '/archive' }],
  ['/news/about.json', { kind: 'data', address: '/about' }],
  ['/news/latest.json', { kind: 'pointer' }],
  ['/news/assets/index-abc.js', { kind: 'asset', path: 'assets/index-abc.js' }],
  [
    '/news/media/a-400.avif',
    { kind: 'picture', url: 'https://courier.example/news/media/a-400.avif' },
  ],
])('answers the file %s', (path, route) => {
  expect(asked(path)).toEqual(route);
});

it.each([
  'https://elsewhere.example/news/index.json',
  '/other/index.json',
  '/news/feed.json',
  '/news/search/a.json',
  '/news/article.schema.json',
  '/news/sw.js',
  '/news/feed.xml',
])('leaves %s to the network', (path) => {
  expect(asked(path)).toBeUndefined();
});

it('leaves what is sent, files opened as pages and the way to a sign-in page to the network', () => {
  expect(asked('/news/index.json', 'cors', 'POST')).toBeUndefined();
  expect(asked('/news/feed.xml', 'navigate')).toBeUndefined();
  expect(asked('/news/?sign-in', 'navigate')).toBeUndefined();
});
