import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FoundFile } from './findFile.ts';

export type Encoding = 'br' | 'gzip';

/** The best encoding that an Accept-Encoding header allows, brotli first. */
export function encodingFor(accepted: string | undefined): Encoding | undefined {
  const allowed = new Set(
    (accepted ?? '')
      .toLowerCase()
      .split(',')
      .map((part) => part.split(';').map((piece) => piece.trim()))
      .filter(([, quality]) => quality === undefined || !/^q=0(\.0*)?$/.test(quality))
      .map(([name]) => name),
  );
  if (allowed.has('br')) return 'br';
  return allowed.has('gzip') ? 'gzip' : undefined;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
/** Close to the size of the best quality at a hundredth of the time. */
const brotliQuality = 5;
/** What is kept compressed in memory, bytes. */
const cacheLimit = 32 * 1024 * 1024;

/** Compresses files, keeping the latest answers in memory until their file changes. */
export function createCompressor(): (file: FoundFile, encoding: Encoding) => Promise<Buffer> {
  const cache = new Map<string, Buffer>();
  let held = 0;
  return async (file, encoding) => {
    const key = `${encoding} ${file.stamp} ${file.path}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const bytes = await readFile(file.path);
    const packed =
      encoding === 'br'
        ? await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } })
        : await zip(bytes);
    if (!cache.has(key)) held += packed.length;
    cache.set(key, packed);
    for (const [oldest, { length }] of cache) {
      if (held <= cacheLimit) break;
      cache.delete(oldest);
      held -= length;
    }
    return packed;
  };
}
