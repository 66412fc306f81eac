import * as files from 'node:fs/promises';
import { mkdtemp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compressEdition } from '../../../src/publisher/press/compressEdition.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'lede-compress-'));
});
afterEach(() => rm(home, { recursive: true }));

const put = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(home, 'out', path)), { recursive: true });
  await writeFile(join(home, 'out', path), text);
};
const compress = (...paths: string[]): Promise<number> =>
  compressEdition({
    ...{ files, out: join(home, 'out'), stateFolder: join(home, '.lede'), paths },
    progress: () => undefined,
  });
const list = async (): Promise<string[]> =>
  (await readdir(join(home, 'out'), { recursive: true })).toSorted();
const read = (path: string): Promise<Buffer> => readFile(join(home, 'out', path));

const moon = '<p>The Moon is leaving.</p>'.repeat(50);

test('a page has its copies beside it, and they say the same', async () => {
  await put('story/moon.html', moon);
  await put('media/moon.jpg', 'not text');
  expect(await compress('story/moon.html', 'media/moon.jpg')).toBe(1);
  expect(brotliDecompressSync(await read('story/moon.html.br')).toString()).toBe(moon);
  expect(gunzipSync(await read('story/moon.html.gz')).toString()).toBe(moon);
  expect(await list()).not.toContain('media/moon.jpg.br');
});

test('only what has changed is compressed again', async () => {
  await put('story/moon.html', moon);
  await put('story/sun.html', moon);
  const both = ['story/moon.html', 'story/sun.html'];
  await compress(...both);
  const before = await stat(join(home, 'out/story/sun.html.br'));
  await put('story/moon.html', `${moon}<p>Slowly.</p>`);
  expect(await compress(...both)).toBe(1);
  expect(brotliDecompressSync(await read('story/moon.html.br')).toString()).toContain('Slowly');
  expect((await stat(join(home, 'out/story/sun.html.br'))).mtimeMs).toBe(before.mtimeMs);
});

test('no copy outlives its page, nor a run without compression', async () => {
  await put('story/moon.html', moon);
  await put('about.html', moon);
  await compress('story/moon.html', 'about.html');
  await rm(join(home, 'out/story/moon.html'));
  await compress('about.html');
  expect(await list()).toEqual(['about.html', 'about.html.br', 'about.html.gz']);
  await compress();
  expect(await list()).toEqual(['about.html']);
});

test('a damaged memory costs time and nothing else', async () => {
  await put('about.html', moon);
  await compress('about.html');
  await writeFile(join(home, '.lede/compressed.json'), '{"about.html":7');
  expect(await compress('about.html')).toBe(1);
  expect(brotliDecompressSync(await read('about.html.br')).toString()).toBe(moon);
});
