import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { allDone } from './allDone.ts';
import { isMissing, type Files } from './files.ts';
import { replaceFile } from './replaceFile.ts';

/** Entries of one file, about: few, so that a changed one rewrites little; many, so that a run opens few files. */
const perFile = 256;
const mostFiles = 1024;
/** Files written at the same time: each waits for the disk. */
const atOnce = 8;

/** A map of texts that is kept in the state folder, in a number of files that grows with it. */
export interface Shelf {
  get: (key: string) => string | undefined;
  /** A text equal to the one that is there changes nothing. @param text without line breaks */
  set: (key: string, text: string) => void;
  remove: (key: string) => void;
  /** Not to be changed while they are walked, but for the entry that is just shown. */
  entries: () => IterableIterator<[string, string]>;
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
  const entries = new Map<string, string>();
  const parts: string[][] = [];
  for (let index = 0; index < count; index += 1) {
    const path = join(folder, `${count}-${index}`);
    const bytes = files.readFileSync?.(path) ?? (await files.readFile(path));
    parts.push(parsePart(entries, bytes, `${mark} ${count}`, path));
  }
  return createShelf({ files, folder, mark, entries, parts, count });
}

/** Begins a shelf anew; its first `save` puts it in the place of what is kept there. */
export function beginShelf(files: Files, folder: string, mark: string): Shelf {
  return createShelf({ files, folder, mark, entries: new Map(), parts: [], count: 0 });
}

/**
 * @param count of the files that it is kept in; none for one that is not kept yet
 * @param parts the keys of each file, those that were removed too
 */
function createShelf({
  files,
  folder,
  mark,
  entries,
  parts: keptParts,
  count: kept,
}: {
  files: Files;
  folder: string;
  mark: string;
  entries: Map<string, string>;
  parts: string[][];
  count: number;
}): Shelf {
  let count = Math.max(kept, 1);
  let parts = keptParts;
  let soiled = new Set<number>(kept > 0 ? [] : [0]);
  let isWhole = kept > 0;
  const placeOf = (key: string): number => (count === 1 ? 0 : crc32(key) % count);

  function note(key: string): number {
    const place = placeOf(key);
    (parts[place] ??= []).push(key);
    return place;
  }

  function grow(): void {
    const wanted = Math.max(1, entries.size / perFile);
    const most = Math.min(mostFiles, 2 ** Math.ceil(Math.log2(wanted)));
    // It grows by more than one step at a time, or a shelf near a border would be made anew at every turn.
    if (most <= count || (isWhole && most < count * 4)) return;
    count = most;
    soiled = new Set(Array.from({ length: count }, (_, place) => place));
    parts = [];
    for (const key of entries.keys()) note(key);
  }

  /** What goes into a file. */
  function entriesAt(place: number): [string, string][] {
    const keys = new Set(parts[place]);
    return [...keys].flatMap((key): [string, string][] => {
      const text = entries.get(key);
      return text === undefined ? [] : [[key, text]];
    });
  }

  return {
    get: (key) => entries.get(key),
    set(key, text) {
      const before = entries.get(key);
      if (before === text) return;
      entries.set(key, text);
      soiled.add(before === undefined ? note(key) : placeOf(key));
    },
    remove(key) {
      if (entries.delete(key)) soiled.add(placeOf(key));
    },
    entries: () => entries.entries(),
    size: () => entries.size,
    async save() {
      grow();
      const waiting = [...soiled];
      const write = async (): Promise<void> => {
        for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
          const text = formatPart(entriesAt(place), `${mark} ${count}`);
          await replaceFile(files, join(folder, `${count}-${place}`), text);
        }
      };
      await allDone(Array.from({ length: atOnce }, write));
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

function formatPart(part: readonly [string, string][], mark: string): string {
  const lines = part
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, text]) => `${escaped(key)}\t${text}\n`)
    .join('');
  return `lede-shelf/1 ${mark} ${crc32(lines)}\n${lines}`;
}

/** @returns the keys of its entries */
function parsePart(
  entries: Map<string, string>,
  bytes: Buffer,
  mark: string,
  path: string,
): string[] {
  const end = bytes.indexOf(10);
  const [, sum] =
    /^lede-shelf\/1 .* (\d+)$/.exec(bytes.toString('utf8', 0, Math.max(end, 0))) ?? [];
  const head = `lede-shelf/1 ${mark} ${sum}`;
  const isOurs = sum !== undefined && bytes.toString('utf8', 0, end) === head;
  if (!isOurs || crc32(bytes.subarray(end + 1)) !== Number(sum)) throw new DamagedShelf(path);
  const text = bytes.toString('utf8', end + 1);
  const keys: string[] = [];
  for (let from = 0; from < text.length;) {
    const tab = text.indexOf('\t', from);
    const to = text.indexOf('\n', tab);
    const key = unescaped(text.slice(from, tab));
    entries.set(key, text.slice(tab + 1, to));
    keys.push(key);
    from = to + 1;
  }
  return keys;
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
