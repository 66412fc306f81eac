import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { allDone } from './allDone.ts';
import { isMissing, type Files } from './files.ts';
import { replaceFile } from './replaceFile.ts';
import { beginPart, formatPart, readPart, type ShelfPart } from './shelfPart.ts';

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
  entries: () => Iterable<[string, string]>;
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
 * there are, and the checksum of the rest; then come the entries, a line each (shelfPart.ts).
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
  const parts: ShelfPart[] = [];
  for (let index = 0; index < count; index += 1) {
    const path = join(folder, `${count}-${index}`);
    const bytes = files.readFileSync?.(path) ?? (await files.readFile(path));
    const part = readPart(bytes, `${mark} ${count}`);
    if (part === undefined) throw new DamagedShelf(path);
    parts.push(part);
  }
  return createShelf({ files, folder, mark, parts });
}

/** Begins a shelf anew; its first `save` puts it in the place of what is kept there. */
export function beginShelf(files: Files, folder: string, mark: string): Shelf {
  return createShelf({ files, folder, mark, parts: [] });
}

/** @param parts the files that it is kept in, in order; none for one that is not kept yet */
function createShelf({
  files,
  folder,
  mark,
  parts: kept,
}: {
  files: Files;
  folder: string;
  mark: string;
  parts: ShelfPart[];
}): Shelf {
  let parts = kept.length > 0 ? kept : [beginPart()];
  let soiled = new Set<number>(kept.length > 0 ? [] : [0]);
  let isWhole = kept.length > 0;
  const placeOf = (key: string): number => (parts.length === 1 ? 0 : crc32(key) % parts.length);
  const partOf = (key: string): ShelfPart | undefined => parts[placeOf(key)];
  const size = (): number => parts.reduce((sum, part) => sum + part.size(), 0);

  function grow(): void {
    const wanted = Math.max(1, size() / perFile);
    const most = Math.min(mostFiles, 2 ** Math.ceil(Math.log2(wanted)));
    // It grows by more than one step at a time, or a shelf near a border would be made anew at every turn.
    if (most <= parts.length || (isWhole && most < parts.length * 4)) return;
    const before = parts;
    parts = Array.from({ length: most }, beginPart);
    soiled = new Set(parts.keys());
    for (const part of before) {
      for (const [key, text] of part.entries()) partOf(key)?.all().set(key, text);
    }
  }

  return {
    get: (key) => partOf(key)?.all().get(key),
    set(key, text) {
      const place = placeOf(key);
      const all = parts[place]?.all();
      if (all === undefined || all.get(key) === text) return;
      all.set(key, text);
      soiled.add(place);
    },
    remove(key) {
      const place = placeOf(key);
      if (parts[place]?.all().delete(key) === true) soiled.add(place);
    },
    *entries() {
      for (const part of parts) yield* part.entries();
    },
    size,
    async save() {
      // One that did not change is as large as it was.
      if (soiled.size > 0) grow();
      const count = parts.length;
      const waiting = [...soiled];
      const write = async (): Promise<void> => {
        for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
          const text = formatPart(parts[place]?.entries() ?? [], `${mark} ${count}`);
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

async function namesIn(files: Files, folder: string): Promise<string[]> {
  try {
    return await files.readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
