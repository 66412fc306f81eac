import { promisify } from 'node:util';
import {
  brotliCompress,
  brotliCompressSync,
  constants,
  gzip,
  gzipSync,
  type BrotliOptions,
} from 'node:zlib';
import { zipPage } from './zipPage.ts';

/** What the names of a file's compressed copies end with, in the order in which copies are given. */
export const copyEndings = ['.br', '.gz'] as const;

const compressible = /\.(?:html|json|js|css|svg|xml|atom|txt|webmanifest)$/;
/** For the few programs that know no brotli: two thirds of the usual time, and four hundredths more of bytes. */
const zipLevel = 4;
/** How far back brotli looks, as a power of two: a page is shorter, and a longer look costs time and bytes. */
const shortWindow = 16;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Whether a file is worth a compressed copy: pictures and fonts are compressed as they are. */
export function isCompressible(path: string): boolean {
  return compressible.test(path);
}

/**
 * The brotli and gzip copies of a file, for hosts that serve such copies: `x.html.br`, `x.html.gz`. Node makes them on
 * threads of its own.
 */
export function copiesOf(path: string, bytes: Uint8Array): Promise<Uint8Array[]> {
  return Promise.all([
    brotli(bytes, optionsFor(path, bytes)),
    zippedPage(path, bytes) ?? zip(bytes, { level: zipLevel }),
  ]);
}

/** The same at once, for a thread that has nothing else to do: for a page that costs half as much. */
export function copiesNow(path: string, bytes: Uint8Array): Uint8Array[] {
  return [
    brotliCompressSync(bytes, optionsFor(path, bytes)),
    zippedPage(path, bytes) ?? gzipSync(bytes, { level: zipLevel }),
  ];
}

/** One way for every page, whoever makes its copies: they are the same bytes. */
function zippedPage(path: string, bytes: Uint8Array): Uint8Array | undefined {
  return path.endsWith('.html') ? zipPage(bytes) : undefined;
}

function optionsFor(path: string, { length }: Uint8Array): BrotliOptions {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: qualityOf(path),
      [constants.BROTLI_PARAM_SIZE_HINT]: length,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      ...(length < 2 ** shortWindow ? { [constants.BROTLI_PARAM_LGWIN]: shortWindow } : {}),
    },
  };
}

/**
 * What is named by its content is compressed once and the fronts are where most visits begin, so these are worth the best:
 * a tenth less. The rest does with a fiftieth of the time.
 */
function qualityOf(path: string): number {
  return path.startsWith('assets/') || /^(?:index|section\/[^/]+)\.html$/.test(path) ? 11 : 5;
}
