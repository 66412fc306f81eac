import { dirname, join } from 'node:path';
import { copiesOf, copyEndings, isCompressible } from './copies.ts';
import type { Files } from './files.ts';
import { flushFile } from './flushFile.ts';
import { makeFolder } from './makeFolder.ts';
import { asideName, placeHashedFile, readIfThere } from './replaceFile.ts';

/** Entries under way to the disk at the same time: enough to keep a few threads at work on their pages. */
const atOnce = 96;
/** New files that are brought to the disk one by one; more are brought there with whatever else the disk waits for. */
const flushedAlone = 64;

export interface Piece {
  /** Path inside the folder. */
  path: string;
  content: string | Uint8Array;
  /** Its compressed copies, where they are made already. */
  copies?: readonly Uint8Array[];
}

/** Puts files into a folder, many at a time, each in place at once: written aside, then renamed. */
export interface Bench {
  /**
   * Puts the files of one entry in place, in order, each with its copies; equal bytes are left alone. What goes wrong is thrown by a later
   * `put` or by `settle`.
   * @param isNew nothing of the entry was there before, so nothing is compared
   * @param make makes the files, when their turn has come
   */
  put: (isNew: boolean, make: () => readonly Piece[] | Promise<readonly Piece[]>) => Promise<void>;
  /** The same for a file whose name carries its hash. */
  placeHashed: (source: string, path: string) => Promise<void>;
  /** Waits until all that was put is on the disk, should the power fail. */
  settle: () => Promise<void>;
  /** Waits until nothing is under way any more, whatever became of it; nothing more is begun after something failed. */
  stop: () => Promise<void>;
  /** How many files were written, copies not counted. */
  written: () => number;
}

/** Which files get compressed copies beside them: those that are written, or those that are as they were too. */
export type Copies = 'none' | 'changed' | 'all';

/** @param out absolute path of the folder */
export function openBench(files: Files, out: string, copies: Copies): Bench {
  const underWay = new Set<Promise<void>>();
  const folders = new Map<string, Promise<unknown>>();
  const unsynced = new Set<string>();
  /** Files beside such as readers have, which get their names once they are on the disk. */
  const unnamed: { aside: string; path: string }[] = [];
  let failure: { error: unknown } | undefined;
  let written = 0;

  function check(): void {
    if (failure !== undefined) throw failure.error;
  }

  async function start(work: () => Promise<void>): Promise<void> {
    check();
    const done: Promise<void> = work()
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => underWay.delete(done));
    underWay.add(done);
    if (underWay.size >= atOnce) await Promise.race(underWay);
  }

  async function folderFor(folder: string): Promise<void> {
    const made = folders.get(folder) ?? makeFolder(files, folder);
    folders.set(folder, made);
    await made;
  }

  async function putFile(
    path: string,
    content: string | Uint8Array,
    isNew: boolean,
  ): Promise<boolean> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const current = isNew ? undefined : await readIfThere(files, path);
    if (current?.equals(bytes) === true) return false;
    await folderFor(dirname(path));
    const aside = asideName(path);
    if (current !== undefined) {
      // What takes the place of a file must be whole before it does.
      await files.writeFile(aside, bytes, { flush: true });
      await files.rename(aside, path);
      return true;
    }
    if (!isNew) {
      // A copy of a page that is out: a host may answer with it from the moment it has its name.
      await files.writeFile(aside, bytes);
      unsynced.add(aside);
      unnamed.push({ aside, path });
      return true;
    }
    // Nothing links to a new one before `settle`.
    if (files.writeFileSync === undefined || files.renameSync === undefined) {
      await files.writeFile(aside, bytes);
      await files.rename(aside, path);
    } else {
      files.writeFileSync(aside, bytes);
      files.renameSync(aside, path);
    }
    unsynced.add(path);
    return true;
  }

  async function putPiece({ path, content, copies: made }: Piece, isNew: boolean): Promise<void> {
    const isChanged = await putFile(join(out, path), content, isNew);
    if (isChanged) written += 1;
    if (copies === 'none' || !isCompressible(path)) return;
    if (!isChanged && copies === 'changed') return;
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    for (const [index, copy] of (made ?? (await copiesOf(path, bytes))).entries()) {
      await putFile(join(out, `${path}${copyEndings[index]}`), copy, isNew);
    }
  }

  async function bringToDisk(paths: readonly string[]): Promise<void> {
    if (paths.length > flushedAlone && (await files.flushDisk?.(out)) === true) return;
    for (const path of paths) await start(() => flushFile(files, path));
    await Promise.all(underWay);
    check();
  }

  return {
    put: (isNew, make) =>
      start(async () => {
        for (const piece of await make()) {
          // What went wrong with another entry ends the run: its lock is soon given back.
          if (failure !== undefined) return;
          await putPiece(piece, isNew);
        }
      }),
    placeHashed: (source, path) =>
      start(async () => {
        const target = join(out, path);
        await folderFor(dirname(target));
        if (!(await placeHashedFile(files, source, target))) return;
        unsynced.add(target);
        written += 1;
      }),
    async settle() {
      await Promise.all(underWay);
      check();
      const paths = [...unsynced, ...folders.keys()];
      const named = unnamed.splice(0);
      unsynced.clear();
      folders.clear();
      await bringToDisk(paths);
      for (const { aside, path } of named) await start(() => files.rename(aside, path));
      await Promise.all(underWay);
      check();
      await bringToDisk([...new Set(named.map(({ path }) => dirname(path)))]);
    },
    async stop() {
      await Promise.all(underWay);
    },
    written: () => written,
  };
}
