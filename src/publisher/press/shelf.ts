import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { isMissing, type Files } from './files.ts';
import { replaceFile } from './replaceFile.ts';

/** Entries of one file, about: few, so that a changed one rewrites little; many, so that a run opens few files. */
const perFile = 256;
const mostFiles = 1024;

/** A map of texts that is kept in the state folder, in a number of files that grows with it. */
export interface Shelf {
  get: (key: string) => string | undefined;
  /** A text equal to the one that is there changes nothing. @param text without line breaks */
  set: (key: string, text: string) => void;
  remove: (key: string) => void;
  entries: () => Generator<[string, string]>;
  size: () => number;
  /** Rewrites the files whose entries changed. */
  save: () => Promise<void>;
}

/** Thrown for a shelf whose files are not whole, or of another make. */
export class DamagedShelf extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`${path} was damaged, or written by another Lede`);
    this.path = path;
  }
}

/**
 * Opens a shelf, empty when nothing is kept there. Each file begins with a line that says what made it, how many files
 * there are, and the checksum of the rest; then come the entries, a line each.
 * @param mark what must have made it, one word
 * @throws {DamagedShelf}
 */
export async function openShelf(files: Files, folder: string, mark: string): Promise<Shelf> {
  const names = await namesIn(files, folder);
  const counts = names.map((name) => Number(/^(\d+)-\d+$/.exec(name)?.[1] ?? 0));
  // A run that was stopped while the shelf grew leaves files of two counts: the new ones count once all are there.
  const count = [...new Set(counts)]
    .filter((one) => one > 0 && counts.filter((other) => other === one).length === one)
    .reduce((most, one) => Math.max(most, one), 0);
  if (count === 0 && counts.some((one) => one > 0)) throw new DamagedShelf(folder);
  const parts: Map<string, string>[] = [];
  for (let index = 0; index < count; index += 1) {
    const path = join(folder, `${count}-${index}`);
    parts.push(parsePart(await files.readFile(path), `${mark} ${count}`, path));
  }
  return createShelf({ files, folder, mark, parts });
}

/** Begins a shelf anew; its first `save` puts it in the place of what is kept there. */
export function beginShelf(files: Files, folder: string, mark: string): Shelf {
  return createShelf({ files, folder, mark, parts: [] });
}

function createShelf({
  files,
  folder,
  mark,
  parts: kept,
}: {
  files: Files;
  folder: string;
  mark: string;
  parts: Map<string, string>[];
}): Shelf {
  let parts = kept.length > 0 ? kept : [new Map<string, string>()];
  let soiled = new Set<number>(kept.length > 0 ? [] : [0]);
  let isWhole = kept.length > 0;
  const placeOf = (key: string): number => (parts.length === 1 ? 0 : crc32(key) % parts.length);
  const size = (): number => parts.reduce((sum, part) => sum + part.size, 0);

  function grow(): void {
    const count = Math.min(mostFiles, 2 ** Math.ceil(Math.log2(Math.max(1, size() / perFile))));
    // It grows by more than one step at a time, or a shelf near a border would be made anew at every turn.
    if (count <= parts.length || (isWhole && count < parts.length * 4)) return;
    const entries = parts.flatMap((part) => [...part]);
    parts = Array.from({ length: count }, () => new Map<string, string>());
    for (const [key, text] of entries) parts[placeOf(key)]?.set(key, text);
    soiled = new Set(parts.keys());
  }

  return {
    get: (key) => parts[placeOf(key)]?.get(key),
    set(key, text) {
      const place = placeOf(key);
      if (parts[place]?.get(key) === text) return;
      parts[place]?.set(key, text);
      soiled.add(place);
    },
    remove(key) {
      const place = placeOf(key);
      if (parts[place]?.delete(key) === true) soiled.add(place);
    },
    *entries() {
      for (const part of parts) yield* part;
    },
    size,
    async save() {
      grow();
      const count = parts.length;
      for (const place of soiled) {
        const text = formatPart(parts[place] ?? new Map(), `${mark} ${count}`);
        await replaceFile(files, join(folder, `${count}-${place}`), text);
      }
      const isAll = soiled.size === count;
      soiled = new Set();
      isWhole = true;
      if (!isAll) return;
      for (const name of await namesIn(files, folder)) {
        const [, of, place] = /^(\d+)-(\d+)$/.exec(name) ?? [];
        const isOld = Number(of) !== count || Number(place) >= count;
        if (isOld) await files.rm(join(folder, name), { force: true });
      }
    },
  };
}

function formatPart(part: ReadonlyMap<string, string>, mark: string): string {
  const lines = [...part]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, text]) => `${escaped(key)}\t${text}\n`)
    .join('');
  return `lede-shelf/1 ${mark} ${crc32(lines)}\n${lines}`;
}

function parsePart(bytes: Buffer, mark: string, path: string): Map<string, string> {
  const end = bytes.indexOf(10);
  const [, sum] =
    /^lede-shelf\/1 .* (\d+)$/.exec(bytes.toString('utf8', 0, Math.max(end, 0))) ?? [];
  const head = `lede-shelf/1 ${mark} ${sum}`;
  const isOurs = sum !== undefined && bytes.toString('utf8', 0, end) === head;
  if (!isOurs || crc32(bytes.subarray(end + 1)) !== Number(sum)) throw new DamagedShelf(path);
  const part = new Map<string, string>();
  const text = bytes.toString('utf8', end + 1);
  for (let from = 0; from < text.length;) {
    const tab = text.indexOf('\t', from);
    const to = text.indexOf('\n', tab);
    part.set(unescaped(text.slice(from, tab)), text.slice(tab + 1, to));
    from = to + 1;
  }
  return part;
}

/** Names of sources may hold anything. */
function escaped(key: string): string {
  return key.replace(/[\\\t\n]/g, (one) => (one === '\\' ? '\\\\' : one === '\t' ? '\\t' : '\\n'));
}

function unescaped(key: string): string {
  if (!key.includes('\\')) return key;
  return key.replace(/\\(.)/g, (_, one: string) => (one === 't' ? '\t' : one === 'n' ? '\n' : one));
}

async function namesIn(files: Files, folder: string): Promise<string[]> {
  try {
    return await files.readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
