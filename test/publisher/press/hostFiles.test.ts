import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reservedWords } from '../../../src/model/address.ts';
import { hostFiles } from '../../../src/publisher/press/hostFiles.ts';
import { projectFolder } from '../../support/projectFolder.ts';
import { edited } from '../desk/copy.ts';
import { edition, textOf } from './hosted.ts';

const items = [edited('moon', { section: 'Science', published: '2025-12-17T04:00:00Z' })];

test('robots.txt lets everyone in and names the sitemaps', () => {
  expect(textOf(edition(items), 'robots.txt')).toBe(
    'User-agent: *\nAllow: /\n' +
      'Sitemap: https://example.org/news/sitemap.xml\n' +
      'Sitemap: https://example.org/news/news-sitemap.xml\n',
  );
});

test('without an address of its own an edition still has robots.txt and a manifest', () => {
  const laid = edition(items);
  const { url: _, ...site } = laid.site;
  expect(hostFiles({ ...laid, site }).map((file) => file.path)).toEqual([
    'robots.txt',
    'site.webmanifest',
  ]);
  expect(textOf({ ...laid, site }, 'robots.txt')).toBe('User-agent: *\nAllow: /\n');
});

test('the manifest starts at the base, in the colours of the paper', async () => {
  const laid = edition(items, { name: 'The Sample Evening Post', language: 'ar' });
  const manifest: unknown = JSON.parse(textOf(laid, 'site.webmanifest') ?? '');
  expect(manifest).toEqual({
    id: '/news/',
    name: 'The Sample Evening Post',
    short_name: 'The Sample',
    lang: 'ar',
    dir: 'rtl',
    start_url: '/news/',
    scope: '/news/',
    display: 'standalone',
    theme_color: '#fcfbf9',
    background_color: '#fcfbf9',
    icons: [{ src: '/news/icon.svg', type: 'image/svg+xml', sizes: 'any', purpose: 'any' }],
  });
  const tokens = await readFile(path.join(projectFolder, 'src/reader/ui/tokens.css'), 'utf8');
  expect(/--paper: (#\w+)/.exec(tokens)?.[1]).toBe('#fcfbf9');
});

test("the manifest shows the publisher's icon", () => {
  const laid = edition(items);
  const site = { ...laid.site, icon: 'media/0123456789abcdef-512.png' };
  expect(textOf({ ...laid, site }, 'site.webmanifest')).toContain(
    '"icons":[{"src":"/news/media/0123456789abcdef-512.png","type":"image/png","sizes":"512x512","purpose":"any"}]',
  );
});

test("none of these files can be taken by a publisher's own page", () => {
  const words = hostFiles(edition(items)).map(({ path: file }) => /^[a-z0-9-]+/.exec(file)?.[0]);
  expect(words.filter((word) => word === undefined || !reservedWords.has(word))).toEqual([]);
});

test('the same edition gives the same bytes', () => {
  const all = () => {
    const laid = edition(items);
    return hostFiles(laid).map(({ path: file }) => [file, textOf(laid, file)]);
  };
  expect(all()).toEqual(all());
});
