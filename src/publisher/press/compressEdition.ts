import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isMissing, type Files } from './files.ts';
import { asideName, readIfThere, replaceFile } from './replaceFile.ts';

interface Compressing {
  files: Files;
  /** Absolute path of the published folder. */
  out: string;
  /** Absolute path of what the publisher remembers of that folder. */
  stateFolder: string;
  /** Paths of the edition's files; none when compressed copies are not wanted, and those there are go. */
  paths: readonly string[];
  progress: (done: number, total: number) => void;
}

const compressible = /\.(?:html|json|js|css|svg|xml|atom|txt|webmanifest)$/;
const memorySchema = v.record(v.string(), v.string());
/** Files at a time: Node compresses on threads of its own, four unless told otherwise, and others wait for the disk. */
const atOnce = 16;
/** What is named by its content is compressed once, so it is worth the best; the rest comes close at a hundredth of the time. */
const qualityOf = (path: string): number => (path.startsWith('assets/') ? 11 : 5);

/**
 * Stores brotli and gzip copies beside each text file of an edition, for hosts that serve such copies: `x.html.br`,
 * `x.html.gz`. Only what has changed since the last run is compressed again; copies of what is gone are removed.
 *
 * @returns how many files were compressed
 */
export async function compressEdition(compressing: Compressing): Promise<number> {
  const { files, out, stateFolder, paths, progress } = compressing;
  const memoryPath = join(stateFolder, 'compressed.json');
  const before = await readMemory(files, memoryPath);
  const wanted = paths.filter((path) => compressible.test(path));
  if (wanted.length === 0 && Object.keys(before).length === 0) return 0;
  const isWanted = new Set(wanted);
  for (const path of Object.keys(before)) {
    if (!isWanted.has(path)) await removeCopies(files, join(out, path));
  }
  const after: Record<string, string> = {};
  const waiting = wanted.toReversed();
  let done = 0;
  let compressed = 0;
  const work = async (): Promise<void> => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const stamp = await stampOf(files, join(out, path));
      if (stamp !== undefined) {
        after[path] = stamp;
        if (before[path] !== stamp) {
          await compressFile(files, join(out, path), qualityOf(path));
          compressed += 1;
        }
      }
      progress((done += 1), wanted.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  await replaceFile(files, memoryPath, JSON.stringify(after));
  return compressed;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

async function compressFile(files: Files, path: string, quality: number): Promise<void> {
  const bytes = await files.readFile(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  };
  const copies = await Promise.all([brotli(bytes, { params }), zip(bytes)]);
  await Promise.all(
    [`${path}.br`, `${path}.gz`].map((copy, index) => putCopy(files, copy, copies[index])),
  );
}

/** Compared with nothing: what was there is of another text. */
async function putCopy(files: Files, path: string, bytes: Uint8Array = new Uint8Array()) {
  const aside = asideName(path);
  await files.writeFile(aside, bytes, { flush: true });
  await files.rename(aside, path);
}

async function removeCopies(files: Files, path: string): Promise<void> {
  await files.rm(`${path}.br`, { force: true });
  await files.rm(`${path}.gz`, { force: true });
  // The folder of a page that is gone was kept by these; one that holds anything stays.
  await files.rmdir(dirname(path)).catch(() => undefined);
}

/** Size and time of each file when it was last compressed. What cannot be read is done again. */
async function readMemory(files: Files, path: string): Promise<Record<string, string>> {
  const bytes = await readIfThere(files, path);
  try {
    return v.parse(memorySchema, JSON.parse(bytes?.toString() ?? '{}'));
  } catch {
    return {};
  }
}

/** Size and time of a file; undefined when it is not there. */
async function stampOf(files: Files, path: string): Promise<string | undefined> {
  try {
    const { size, mtimeMs } = files.statSync?.(path) ?? (await files.stat(path));
    return `${size}-${mtimeMs}`;
  } catch (error) {
    return ignoreMissing(error);
  }
}

function ignoreMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}
