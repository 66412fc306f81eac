import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openNewsroom, type Newsroom } from '../newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
  await room.put('stories/lede.json', '{"name":"The Sample","url":"https://example.org"}');
  await room.story('mars');
});
afterEach(() => room.close());

const inDist = (path: string): string => join(room.home, 'dist', path);
const isCopy = (path: string): boolean => /\.(br|gz)$/.test(path);
const compressed = { compress: true };

/** What is wrong with the copies of an edition: each text has two, of which each says the same. */
async function faults(): Promise<string[]> {
  const paths = await room.list('dist');
  const texts = paths.filter((path) => !isCopy(path) && !/^(media|take)\b|\.(png|svg)$/.test(path));
  const found = paths
    .filter(isCopy)
    .filter((path) => !texts.includes(path.slice(0, -3)) && !path.includes('.svg.'))
    .map((path) => `${path} is of nothing`);
  for (const path of texts) {
    const text = await readFile(inDist(path), 'latin1');
    for (const [ending, unpack] of [
      ['br', brotliDecompressSync] as const,
      ['gz', gunzipSync] as const,
    ]) {
      const copy = await readFile(inDist(`${path}.${ending}`)).catch(() => undefined);
      if (copy === undefined) found.push(`${path}.${ending} is missing`);
      else if (unpack(copy).toString('latin1') !== text) found.push(`${path}.${ending} is stale`);
    }
  }
  return found;
}

const copies = async (): Promise<string[]> => (await room.list('dist')).filter(isCopy);

test('each text has its copies beside it, and they say the same; pictures have none', async () => {
  await room.story('moon', { picture: { src: 'moon.png', alt: 'The Moon' } });
  await room.report(compressed);
  expect(await faults()).toEqual([]);
  expect((await copies()).filter((path) => /^media|\.png\./.test(path))).toEqual([]);
});

test('only what has changed is compressed again', async () => {
  await room.report(compressed);
  const before = await stat(inDist('story/mars.html.br'));
  await room.story('moon', { headline: 'The Moon again' });
  await room.report(compressed);
  expect(await faults()).toEqual([]);
  expect(brotliDecompressSync(await readFile(inDist('story/moon.json.br'))).toString()).toContain(
    'The Moon again',
  );
  expect((await stat(inDist('story/mars.html.br'))).mtimeMs).toBe(before.mtimeMs);
});

test('an edition that was published without copies gets them all, and loses them all again', async () => {
  await room.report();
  expect(await copies()).toEqual([]);
  await room.report(compressed);
  expect(await faults()).toEqual([]);
  await room.report();
  expect(await copies()).toEqual([]);
});

test('the fronts, where most visits begin, are packed as small as brotli can', async () => {
  await room.story('moon', { section: 'Science' });
  await room.report(compressed);
  for (const path of ['index.html', 'section/science.html']) {
    const best = brotliCompressSync(await readFile(inDist(path)));
    const { size } = await stat(inDist(`${path}.br`));
    expect(size / best.length).toBeLessThan(1.01);
  }
});

test('no copy outlives its page', async () => {
  await room.story('brief', { related: [{ headline: 'A brief of its own' }] });
  await room.report(compressed);
  expect(await copies()).toContain('story/a-brief-of-its-own.html.br');
  await room.story('brief');
  await room.report(compressed);
  expect(await copies()).not.toContain('story/a-brief-of-its-own.html.br');
  expect(await faults()).toEqual([]);
});

test.each([true, false])(
  'after a run that was stopped no copy is stale (compress: %s)',
  async (compress) => {
    await room.report(compressed);
    // As it lies there when the page was written and its copies were not, and one of another was not there yet.
    await writeFile(inDist('story/moon.html'), 'half a run');
    await rm(inDist('story/mars.json.gz'));
    const journal = { schema: 'lede-journal/1', entries: [], stories: [] };
    await room.put('.lede/dist/journal.json', JSON.stringify(journal));
    await room.report({ compress });
    expect(compress ? await faults() : await copies()).toEqual([]);
  },
);
