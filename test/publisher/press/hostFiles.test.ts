import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reservedWords } from '../../../src/model/address.ts';
import { iconFiles } from '../../../src/model/icon.ts';
import { paper } from '../../../src/model/paper.ts';
import { hostFiles } from '../../../src/publisher/press/hostFiles.ts';
import { checkWebManifest } from '../../support/checkWebManifest.ts';
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
  expect(manifest).toMatchObject({
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
  });
  const tokens = await readFile(path.join(projectFolder, 'src/reader/ui/tokens.css'), 'utf8');
  const papers = [...tokens.matchAll(/--paper: (#\w+)/g)].map(([, colour]) => colour);
  expect(papers.slice(0, 2)).toEqual([paper.light, paper.dark]);
});

test('a browser passes over nothing in the manifest', () => {
  const laid = edition(items, { name: 'Das Nachtblatt', language: 'de' });
  const made = iconFiles('media/0123456789abcdef-192.png').map(({ path: file }) => file);
  const sites = [
    { site: laid.site, files: ['icon.svg', ...iconFiles().map(({ path: file }) => file)] },
    { site: { ...laid.site, icon: 'media/0123456789abcdef-192.png' }, files: made },
  ];
  for (const { site, files } of sites) {
    const here = new Set(files.map((file) => `/news/${file}`));
    const text = textOf({ ...laid, site }, 'site.webmanifest') ?? '';
    const address = 'https://example.org/news/site.webmanifest';
    expect(checkWebManifest(text, address, (file) => here.has(file))).toEqual([]);
  }
});

test("a long press on the icon leads to the reader's own things and the first sections", () => {
  const laid = edition(items);
  const sections = ['World', 'Science', 'Arts'].map((name) => ({ slug: name.toLowerCase(), name }));
  const text = textOf({ ...laid, site: { ...laid.site, sections } }, 'site.webmanifest') ?? '';
  const { shortcuts } = JSON.parse(text) as { shortcuts: { name: string; url: string }[] };
  expect(shortcuts.map(({ name, url }) => [name, url])).toEqual([
    ['Saved', '/news/saved'],
    ['On this device', '/news/device'],
    ['World', '/news/section/world'],
    ['Science', '/news/section/science'],
  ]);
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
