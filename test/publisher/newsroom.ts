import * as nodeFiles from 'node:fs/promises';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { parseDocument } from '../../src/model/document.ts';
import type { Story } from '../../src/model/story.ts';
import { safeFetch } from '../../src/publisher/fetch/safeFetch.ts';
import { publish } from '../../src/publisher/publish.ts';
import type { PublishOptions, Report, World } from '../../src/publisher/world.ts';

/** A folder with two stories, a picture and a built reader, and the publisher to try on it. */
export interface Newsroom {
  /** Absolute path of the folder. */
  home: string;
  put: (path: string, text: string) => Promise<void>;
  /** Writes `stories/<slug>.json`. */
  story: (slug: string, more?: object) => Promise<void>;
  read: (path: string) => Promise<string>;
  /** Paths of all files below a folder, in order. */
  list: (folder: string) => Promise<string[]>;
  run: (options?: Partial<PublishOptions>, world?: Partial<World>) => ReturnType<typeof publish>;
  /** The same, where a report has to come of it. */
  report: (options?: Partial<PublishOptions>, world?: Partial<World>) => Promise<Report>;
  /** A story as it is out in `dist`. */
  published: (slug: string) => Promise<Story>;
  close: () => Promise<void>;
}

export async function openNewsroom(): Promise<Newsroom> {
  const home = await mkdtemp(join(tmpdir(), 'lede-publish-'));

  const put: Newsroom['put'] = async (path, text) => {
    await mkdir(join(home, path, '..'), { recursive: true });
    await writeFile(join(home, path), text);
  };

  const story: Newsroom['story'] = (slug, more = {}) =>
    put(
      `stories/${slug}.json`,
      JSON.stringify({
        headline: `All about the ${slug}`,
        section: 'Science',
        published: '2025-12-16T09:00:00+00:00',
        body: `The ${slug} is far away.`,
        ...more,
      }),
    );

  const read: Newsroom['read'] = (path) => readFile(join(home, path), 'utf8');

  const list: Newsroom['list'] = async (folder) => {
    const root = join(home, folder);
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .toSorted();
  };

  const run: Newsroom['run'] = (options = {}, world = {}) =>
    publish(
      {
        ...{ sources: ['stories'], out: 'dist', strict: false, force: false, report: false },
        reach: { allowHosts: [], isOffline: false, hasPictures: true },
        ...options,
      },
      {
        files: nodeFiles,
        fetch: safeFetch,
        readInput: () => Promise.resolve(new Uint8Array()),
        cwd: home,
        now: new Date('2025-12-17T06:00:00Z'),
        program: 'test',
        readerFolder: join(home, 'reader'),
        createPageRenderer: (site, { scripts, sheets }) => {
          const style = sheets.map(({ text }) => text).join('');
          return ({ address, document }) =>
            `${site.base}${scripts.join()} ${style} ${address} ${document?.schema ?? 'missing'}`;
        },
        progress: () => undefined,
        ...world,
      },
    );

  const report: Newsroom['report'] = async (options, world) => {
    const result = await run(options, world);
    if (result.kind !== 'reported') throw new Error(`expected a report, got ${result.kind}`);
    return result.report;
  };

  const published: Newsroom['published'] = async (slug) => {
    const parsed = parseDocument(JSON.parse(await read(`dist/story/${slug}.json`)), ['lede-story']);
    if (!parsed.ok) throw new Error(`${slug} cannot be read back`);
    return parsed.value;
  };

  await put('reader/index.html', '<!doctype html>');
  await put('reader/icon.svg', '<svg/>');
  await put('reader/assets/main-abc.js', 'open("/__BASE__/assets/");');
  await put('reader/assets/style-abc.css', 'a{src:url(/__BASE__/assets/f.woff2)}');
  await put(
    'reader/.vite/manifest.json',
    JSON.stringify({
      'index.html': { file: 'assets/main-abc.js', isEntry: true, css: ['assets/style-abc.css'] },
    }),
  );
  await put('stories/lede.json', JSON.stringify({ name: 'The Sample', sections: ['Science'] }));
  await story('moon', { picture: { src: 'moon.png', alt: 'The Moon' } });
  await story('sun');
  const picture = sharp({ create: { width: 500, height: 300, channels: 3, background: '#345' } });
  await picture.png().toFile(join(home, 'stories/moon.png'));
  const close = (): Promise<void> => rm(home, { recursive: true });
  return { home, put, story, read, list, run, report, published, close };
}
