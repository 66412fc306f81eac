// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { destinationOf } from '../../../src/reader/app/linkAddress.ts';

function link(html: string): HTMLAnchorElement {
  const holder = new DOMParser().parseFromString(html, 'text/html');

  return document.importNode(holder.querySelector('a') ?? fail(), true);
}

function fail(): never {
  throw new Error('no link');
}

const where = (html: string, base = '/'): string | undefined =>
  destinationOf(link(html), base, window.location)?.address;

test('follows links to pages of the edition, under any base', () => {
  expect(where('<a href="/story/moon">x</a>')).toBe('/story/moon');
  expect(where('<a href="/story/moon/">x</a>')).toBe('/story/moon');
  expect(where('<a href="/">x</a>')).toBe('/');
  expect(where('<a href="/news/section/science/2">x</a>', '/news/')).toBe('/section/science/2');
  expect(where('<a href="/news/">x</a>', '/news/')).toBe('/');
});

test('leaves the browser everything that is not a page of the edition', () => {
  expect(where('<a href="https://example.org/story/moon">x</a>')).toBeUndefined();
  expect(where('<a href="/media/0011-800.jpg">x</a>')).toBeUndefined();
  expect(where('<a href="/feed.xml">x</a>')).toBeUndefined();
  expect(where('<a href="/story/moon" target="_blank">x</a>')).toBeUndefined();
  expect(where('<a href="/story/moon" download>x</a>')).toBeUndefined();
  expect(where('<a href="/story/moon">x</a>', '/news/')).toBeUndefined();
  expect(where('<a href="/story/a/b/c">x</a>')).toBeUndefined();
  expect(where('<a href="mailto:desk@example.org">x</a>')).toBeUndefined();
});

test('leaves the browser a place on the page already shown', () => {
  expect(where(`<a href="${window.location.pathname}#main">x</a>`)).toBeUndefined();
});
