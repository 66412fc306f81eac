import { realpathSync } from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import { mkdir, readdir, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPreviewFolder } from '../../../src/publisher/preview/previewFolder.ts';
import type { PreviewState } from '../../../src/publisher/preview/previewState.ts';
import {
  startPreview,
  type Preview,
  type Round,
} from '../../../src/publisher/preview/startPreview.ts';
import { openNewsroom, type Newsroom } from '../newsroom.ts';

let newsroom: Newsroom;
let preview: Preview | undefined;
let rounds: Round[];

beforeEach(async () => {
  newsroom = await openNewsroom();
  rounds = [];
});

afterEach(async () => {
  await preview?.close();
  preview = undefined;
  await newsroom.close();
});

async function open(sources = ['stories']): Promise<string> {
  preview = await startPreview(
    { sources, port: 0, reach: { allowHosts: [], isOffline: true, hasPictures: false } },
    {
      ...{ files: nodeFiles, cwd: newsroom.home, readerFolder: join(newsroom.home, 'reader') },
      fetch: () => Promise.reject(new Error('nothing was to be fetched')),
      readInput: () => Promise.resolve(new Uint8Array()),
      now: () => new Date('2025-12-17T06:00:00Z'),
      program: 'test',
      createPageRenderer:
        () =>
        ({ address, document }) => {
          const label = document?.kind === 'story' ? (document.label ?? '') : '';
          return `<html><head><title>${address}</title></head><body>${label}</body></html>`;
        },
      temporaryFolder: join(newsroom.home, 'tmp'),
      progress: () => undefined,
      explain: String,
      told: (round) => rounds.push(round),
    },
  );
  return `http://127.0.0.1:${preview.port}`;
}

async function page(address: string): Promise<string> {
  return (await fetch(address)).text();
}

/** What pages are told, as it comes. */
async function listen(origin: string): Promise<{ states: PreviewState[]; stop: () => void }> {
  const states: PreviewState[] = [];
  const stopping = new AbortController();
  const { body } = await fetch(`${origin}/__preview/events`, { signal: stopping.signal });
  const read = async (): Promise<void> => {
    for await (const bytes of body ?? []) {
      for (const [, data = ''] of Buffer.from(bytes)
        .toString()
        .matchAll(/^data: (.*)$/gm)) {
        states.push(JSON.parse(data) as PreviewState);
      }
    }
  };
  read().catch(() => undefined);
  await vi.waitFor(() => expect(states).toHaveLength(1));
  return { states, stop: () => stopping.abort() };
}

const soon = { timeout: 10_000, interval: 50 };

describe('a preview', () => {
  it('publishes again whenever a source changes, and tells the pages that are open', async () => {
    const origin = await open();
    const { states, stop } = await listen(origin);
    await newsroom.story('venus');
    await vi.waitFor(() => expect(states.length).toBeGreaterThan(1), soon);
    expect(states.at(-1)?.edition).not.toBe(states[0]?.edition);
    expect(await page(`${origin}/story/venus`)).toContain('<title>/story/venus</title>');
    stop();
  });

  it('says where a file is bad and how to mend it, keeps its page, and takes it back once mended', async () => {
    const origin = await open();
    const { states, stop } = await listen(origin);
    await newsroom.put('stories/moon.json', '{\n  "headline": 3\n}');
    const problem = { ref: 'stories/moon.json', line: 2, column: 15, at: 'headline' };
    const stays = { ref: problem.ref, code: 'earlier-version-stays' };
    await vi.waitFor(() => expect(states.at(-1)?.problems).toMatchObject([problem, stays]), soon);
    expect(states.at(-1)?.problems[0]?.mend).toContain('double quotes');
    expect(await page(`${origin}/story/moon`)).toContain('<title>/story/moon</title>');
    await newsroom.story('moon');
    await vi.waitFor(() => expect(states.at(-1)?.problems).toEqual([]), soon);
    stop();
  });

  it('shows drafts and stories under embargo, marked as such', async () => {
    await newsroom.story('venus', { draft: true });
    await newsroom.story('mars', { embargo: '2026-01-01T00:00:00Z' });
    const origin = await open();
    expect(await page(`${origin}/story/venus`)).toContain('Draft');
    expect(await page(`${origin}/story/mars`)).toContain('Embargo until 2026-01-01 00:00 UTC');
  });

  it('comes to rest though its own folder lies among the sources', async () => {
    await open(['.']);
    await newsroom.story('venus');
    await vi.waitFor(() => expect(rounds.length).toBeGreaterThan(1), soon);
    const before = rounds.length;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(rounds.length).toBe(before);
  });

  it('undoes a worker that an edition left in the browser', async () => {
    await newsroom.put('reader/sw-off.js', 'undo');
    const origin = await open();
    expect(await page(`${origin}/sw.js`)).toBe('undo');
  });

  it('watches lede.json, and the pages it names', async () => {
    await newsroom.put('stories/about.md', '# About\n\nWho we are.');
    const origin = await open(['stories/sun.json']);
    const config = { name: 'The Other', url: 'https://example.org/news', pages: ['about.md'] };
    await newsroom.put('stories/lede.json', JSON.stringify(config));
    await vi.waitFor(() => expect(preview?.base()).toBe('/news/'), soon);
    expect((await fetch(`${origin}/`, { redirect: 'manual' })).headers.get('location')).toBe(
      '/news/',
    );
    const before = rounds.length;
    await newsroom.put('stories/about.md', '# About\n\nWho we really are.');
    await vi.waitFor(() => expect(rounds.length).toBeGreaterThan(before), soon);
  });

  it('waits with a page of its own while nothing usable has come out', async () => {
    await newsroom.put('stories/lede.json', '{ "name": ');
    const origin = await open();
    const reply = await fetch(`${origin}/`);
    const text = await reply.text();
    expect(text).toContain('Nothing to show yet');
    expect(text).toContain('/__preview/client.js');
    await newsroom.put('stories/lede.json', '{ "name": "The Sample" }');
    await vi.waitFor(async () => expect(await page(`${origin}/`)).toContain('<title>/<'), soon);
  });

  it('goes on when its sources are gone for a while', async () => {
    const origin = await open();
    const { states, stop } = await listen(origin);
    await nodeFiles.rename(join(newsroom.home, 'stories'), join(newsroom.home, 'away'));
    await vi.waitFor(() => expect(states.at(-1)?.problems).not.toEqual([]), soon);
    expect(await page(`${origin}/story/moon`)).toContain('<title>/story/moon</title>');
    stop();
  });

  it('puts its script on pages on their way only', async () => {
    const origin = await open();
    expect(await page(`${origin}/`)).toMatch(
      /<script src="\/__preview\/client\.js\?edition=[^"]+" defer=""> <\/script>\n<\/head>/,
    );
    const folders = await readdir(join(newsroom.home, 'tmp'));
    const folder = `tmp/${folders[0]}/edition`;
    for (const path of await newsroom.list(folder)) {
      expect(await newsroom.read(`${folder}/${path}`)).not.toContain('__preview');
    }
  });

  it('answers nobody who comes under the name of another host', async () => {
    await open();
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      const headers = { host: 'example.org' };
      request({ port: preview?.port, host: '127.0.0.1', path: '/', headers }, (reply) => {
        reply.resume();
        resolve(reply.statusCode);
      }).end();
    });
    expect(status).toBe(403);
  });
});

describe('the folder of a preview', () => {
  const openFolder = (sources = ['stories']): Promise<string> =>
    openPreviewFolder(nodeFiles, join(newsroom.home, 'tmp'), newsroom.home, sources);

  it('is the same for the same sources, with the pictures made before and nothing else', async () => {
    const out = await openFolder();
    await newsroom.report({ out, report: true });
    expect(await openFolder()).toBe(out);
    expect(await readdir(out)).toEqual([]);
    expect(await readdir(join(out, '../.lede/edition'))).toEqual(['pictures']);
    expect(await openFolder(['stories/sun.json'])).not.toBe(out);
  });

  it('is for this account alone, and not where a link leads', async () => {
    const out = await openFolder();
    const folder = join(out, '..');
    expect((await stat(folder)).mode & 0o077).toBe(0);
    await rm(folder, { recursive: true });
    await mkdir(join(newsroom.home, 'trap'));
    await symlink(join(newsroom.home, 'trap'), folder);
    const other = await openFolder();
    expect(other.startsWith(realpathSync(join(newsroom.home, 'tmp')))).toBe(true);
    expect(await readdir(join(newsroom.home, 'trap'))).toEqual([]);
  });
});
