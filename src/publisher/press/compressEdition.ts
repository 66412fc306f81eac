import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isMissing, type Files } from './files.ts';
import { readIfThere, replaceFile } from './replaceFile.ts';

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
/** Files at a time: Node compresses on threads of its own, four unless told otherwise. */
const atOnce = 4;
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
      const stats = await files.stat(join(out, path)).catch(ignoreMissing);
      if (stats !== undefined) {
        const stamp = `${stats.size}-${stats.mtimeMs}`;
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
  await replaceFile(files, `${path}.br`, await brotli(bytes, { params }));
  await replaceFile(files, `${path}.gz`, await zip(bytes));
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

function ignoreMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}
