import * as nodeFiles from 'node:fs/promises';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { World } from '../../src/publisher/world.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openNewsroom, type Newsroom } from './newsroom.ts';

let room: Newsroom;
let home: Newsroom['home'];
let put: Newsroom['put'];
let story: Newsroom['story'];
let read: Newsroom['read'];
let list: Newsroom['list'];
let run: Newsroom['run'];
let report: Newsroom['report'];
let published: Newsroom['published'];

beforeEach(async () => {
  room = await openNewsroom();
  ({ home, put, story, read, list, run, report, published } = room);
});

afterEach(() => room.close());

describe('an edition', () => {
  it('is a page and its data at every address, with pictures and the reader', async () => {
    expect(await report()).toMatchObject({ stories: 2, refused: [], warnings: [{}] });
    const paths = await list('dist');
    expect(paths.filter((path) => !path.startsWith('media/'))).toEqual(
      expect.arrayContaining([
        ...['404.html', 'archive.html', 'archive.json', 'archive/2025/12.html'],
        ...['assets/main-abc.js', 'icon.svg', 'index.html', 'index.json', 'latest.json'],
        ...['section/science.html', 'section/science.json'],
        ...['story/moon.html', 'story/moon.json', 'story/sun.html', 'story/sun.json'],
      ]),
    );
    expect(paths).not.toContain('assets/style-abc.css');
    expect(paths.some((path) => path.startsWith('.'))).toBe(false);
    expect(await read('dist/story/sun.html')).toBe(
      '/assets/main-abc.js a{src:url(/assets/f.woff2)} /story/sun lede-story/1',
    );
    expect(await read('dist/404.html')).toContain('missing');
    const moon = await published('moon');
    const shown = moon.kind === 'story' ? moon.picture?.avif.map(({ src }) => src) : undefined;
    expect(shown).toHaveLength(2);
    expect(paths).toEqual(expect.arrayContaining(shown ?? []));
  });

  it('lives under the path of its url', async () => {
    const config = { name: 'The Sample', url: 'https://example.org/news' };
    await put('stories/lede.json', JSON.stringify(config));
    await report();
    expect(await read('dist/assets/main-abc.js')).toBe('open("/news/assets/");');
    expect(await read('dist/story/sun.html')).toContain('url(/news/assets/f.woff2)');
  });

  it('goes on where an older Lede left it, and loses no address', async () => {
    await report();
    // An older Lede wrote no bundles.
    await rm(join(home, 'dist/take'), { recursive: true });
    await rm(join(home, 'dist/take.json'));
    const paths = await list('dist');
    const stories = Object.fromEntries(
      ['moon', 'sun'].map((slug) => {
        return [slug, { ref: `${slug}.json`, headline: `All about the ${slug}`, language: 'en' }];
      }),
    );
    await put('dist/story/long-gone.html', 'a page of an earlier edition');
    await put('dist/story/long-gone.json', '{}');
    for (const name of ['pages', 'stories'])
      await rm(join(home, '.lede/dist', name), { recursive: true });
    const files = [...paths, 'story/long-gone.html', 'story/long-gone.json'];
    await put(
      '.lede/dist/files.json',
      JSON.stringify({ schema: 'lede-press/1', base: '/', files, kept: [], stories }),
    );
    await rm(join(home, 'stories/sun.json'));
    expect(await report()).toMatchObject({ stories: 1, withdrawn: 1 });
    const here = (await list('dist')).filter((path) => !path.startsWith('take'));
    expect(here).toEqual(paths);
    expect(await published('sun')).toMatchObject({ kind: 'withdrawn' });
    expect(await report()).toMatchObject({ stories: 1, withdrawn: 1, written: 0 });
  });

  it('shows an icon made from the one lede.json names', async () => {
    await put('stories/lede.json', JSON.stringify({ name: 'The Sample', icon: 'moon.png' }));
    let icon: string | undefined;
    await report(
      {},
      {
        createPageRenderer: (site) => {
          icon = site.icon;
          return () => '';
        },
      },
    );
    const made = await sharp(join(home, 'dist', icon ?? '')).metadata();
    expect([made.format, made.width, made.height]).toEqual(['png', 192, 192]);
  });

  it('holds what is linked to before what links, and the pointer last', async () => {
    const order: string[] = [];
    const rename: World['files']['rename'] = async (from, to) => {
      const path = String(to);
      if (path.startsWith(join(home, 'dist/'))) order.push(path.slice(home.length + 6));
      return nodeFiles.rename(from, to);
    };
    await report({}, { files: { ...nodeFiles, rename } });
    const at = (part: string): number => order.findIndex((path) => path.startsWith(part));
    expect(at('assets/')).toBeLessThan(at('story/'));
    expect(at('media/')).toBeLessThan(at('story/'));
    expect(order.findLastIndex((path) => path.startsWith('story/'))).toBeLessThan(at('section/'));
    expect(at('section/')).toBeLessThan(at('index.html'));
    expect(order.at(-1)).toBe('latest.json');
  });
});

describe('a second run', () => {
  it('writes nothing when nothing has changed', async () => {
    await report();
    const paths = await list('dist');
    for (const path of paths) await utimes(join(home, 'dist', path), 1, 1);
    expect((await report()).written).toBe(0);
    for (const path of paths) {
      expect((await stat(join(home, 'dist', path))).mtimeMs, path).toBe(1000);
    }
  });

  it('rewrites a story that changed and leaves the others alone', async () => {
    const elsewhere = { headline: 'A bakery opens', section: 'Town', body: 'Bread at last.' };
    await story('sun', elsewhere);
    await report();
    const before = (await stat(join(home, 'dist/story/sun.json'))).mtimeMs;
    await story('moon', { body: 'It is leaving.' });
    const { written } = await report();
    expect(written).toBeGreaterThan(0);
    expect(await read('dist/story/moon.json')).toContain('It is leaving.');
    expect((await stat(join(home, 'dist/story/sun.json'))).mtimeMs).toBe(before);
  });

  it('keeps a notice at the address of a story whose file is gone, from then on', async () => {
    await report();
    await rm(join(home, 'stories/moon.json'));
    expect(await report()).toMatchObject({ stories: 1, withdrawn: 1 });
    expect(await published('moon')).toMatchObject({
      kind: 'withdrawn',
      headline: 'All about the moon',
      at: { day: '2025-12-17' },
    });
    await report({}, { now: new Date('2026-02-01T06:00:00Z') });
    expect(await published('moon')).toMatchObject({ at: { day: '2025-12-17' } });
    await story('moon');
    await report();
    expect(await published('moon')).toMatchObject({ kind: 'story' });
  });

  it('takes no story back for a slip of the pen in its file', async () => {
    await report();
    const before = await read('dist/story/moon.json');
    const media = (await list('dist')).filter((path) => path.startsWith('media/'));
    await put('stories/moon.json', '{ "headline": "All about the moon", }');
    expect(await report()).toMatchObject({ stories: 2, withdrawn: 0, refused: [{}] });
    await report();
    expect(await read('dist/story/moon.json')).toBe(before);
    expect(await list('dist')).toEqual(expect.arrayContaining(media));
  });

  it('keeps the address of a story whose headline changed', async () => {
    await put(
      'stories/week.json',
      JSON.stringify([{ headline: 'A first headline', body: 'Text.' }]),
    );
    await report();
    await put('stories/week.json', JSON.stringify([{ headline: 'A better one', body: 'Text.' }]));
    await report();
    expect(await published('week')).toMatchObject({ headline: 'A better one' });
  });

  it('is the same edition from wherever it is started', async () => {
    await report();
    const again = await report(
      { sources: [join(home, 'stories')], out: '../dist' },
      { cwd: join(home, 'reader') },
    );
    expect(again).toMatchObject({ written: 0, withdrawn: 0 });
  });

  it('keeps the pictures of the edition before for one run, then removes them', async () => {
    await report();
    const media = (await list('dist')).filter((path) => path.startsWith('media/'));
    expect(media.length).toBeGreaterThan(0);
    await story('moon');
    await report();
    expect(await list('dist')).toEqual(expect.arrayContaining(media));
    await report();
    expect((await list('dist')).filter((path) => path.startsWith('media/'))).toEqual([]);
    expect(await readdir(join(home, '.lede/dist/pictures'))).toEqual([]);
  });

  it('removes pages that are no more, and folders that are empty, but nothing of others', async () => {
    await story('moon', { tags: ['Tides'], people: ['Sam Levine'] });
    await report();
    expect(await list('dist')).toContain('tag/tides.html');
    await put('dist/CNAME', 'example.org');
    await put('dist/story/mine.txt', 'mine');
    await story('moon');
    await report();
    const paths = await list('dist');
    expect(paths).toEqual(expect.arrayContaining(['CNAME', 'story/mine.txt']));
    expect(paths.filter((path) => path.startsWith('tag/'))).toEqual([]);
    expect(await readdir(join(home, 'dist'))).not.toContain('tag');
  });

  it('finishes what a stopped one began', async () => {
    let written = 0;
    const rename: World['files']['rename'] = (from, to) => {
      if (String(to).startsWith(join(home, 'dist')) && ++written > 6) {
        throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      }
      return nodeFiles.rename(from, to);
    };
    await expect(run({}, { files: { ...nodeFiles, rename } })).rejects.toThrow('no space left');
    expect(await list('dist')).not.toContain('latest.json');
    // As after a power cut: the lock of a process that is gone.
    await put('.lede/dist/lock', '999999999\n');
    await put('dist/assets/.main-old.js.lede-aside', 'half of');
    await report();
    const paths = await list('dist');
    expect(paths).toContain('latest.json');
    expect(paths.filter((path) => path.includes('.lede'))).toEqual([]);
  });
});
