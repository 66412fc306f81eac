import * as disk from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import type { Files } from '../../src/publisher/press/files.ts';

/** The power is gone: nothing is done any more. */
export class PowerCut extends Error {}

interface LosingDisk {
  files: Files;
  /** Changes that were made, each a moment at which the power may go. */
  changes: () => number;
  /** What is there once the power is back. */
  lose: () => void;
}

/**
 * A disk of which the power goes at the `at`-th change, counted from 1. As on a disk with a journal, names come to it in
 * the order in which they were given: those since the last flush of a folder or of all may be lost, the last ones first.
 * Bytes come whenever they like: of a file that was not flushed some may be missing or be zeros, whatever its name.
 *
 * @param next numbers from 0 to 1, which choose what is lost
 */
export function openLosingDisk(at: number, next: () => number): LosingDisk {
  let changes = 0;
  const unsure = new Set<string>();
  /** How each name that is not yet on the disk is taken back. */
  const names: (() => void)[] = [];
  const handles: string[] = [];

  function change(): void {
    if (changes + 1 >= at) throw new PowerCut(`at change ${at}`);
    changes += 1;
  }
  function bring(path: string): void {
    if (disk.statSync(path).isDirectory()) names.length = 0;
    else unsure.delete(path);
  }
  function give(path: string, bytesAreHere: boolean, write: () => void): void {
    const isNew = !disk.existsSync(path);
    write();
    if (bytesAreHere) unsure.delete(path);
    else unsure.add(path);
    if (isNew) names.push(() => disk.rmSync(path));
  }
  function move(from: string, to: string): void {
    const before = disk.existsSync(to) ? disk.readFileSync(to) : undefined;
    const [wasUnsure, isUnsure] = [unsure.delete(to), unsure.delete(from)];
    disk.renameSync(from, to);
    if (isUnsure) unsure.add(to);
    names.push(() => {
      disk.renameSync(to, from);
      if (unsure.delete(to)) unsure.add(from);
      if (before !== undefined) disk.writeFileSync(to, before);
      if (wasUnsure) unsure.add(to);
    });
  }
  function remove(path: string): void {
    if (!disk.existsSync(path)) return;
    const bytes = disk.readFileSync(path);
    disk.rmSync(path);
    names.push(() => disk.writeFileSync(path, bytes));
  }

  const changing = {
    writeFile: (
      path: string,
      bytes: string | Uint8Array,
      how?: { flush?: boolean; flag?: string },
    ) =>
      give(path, how?.flush === true, () =>
        disk.writeFileSync(path, bytes, how?.flag === undefined ? {} : { flag: how.flag }),
      ),
    copyFile: (from: string, to: string) => give(to, false, () => disk.copyFileSync(from, to)),
    link: (from: string, to: string) => give(to, true, () => disk.linkSync(from, to)),
    rename: move,
    rm: remove,
    mkdir: (path: string) => {
      disk.mkdirSync(path);
      names.push(() => disk.rmdirSync(path));
    },
    rmdir: (path: string) => {
      disk.rmdirSync(path);
      names.push(() => disk.mkdirSync(path));
    },
  };
  const files: Record<string, unknown> = { ...nodeFiles };
  for (const [name, make] of Object.entries(changing)) {
    files[name] = async (...args: Parameters<typeof make>) => {
      change();
      (make as (...given: unknown[]) => void)(...args);
    };
  }
  files['openSync'] = (path: string): number => handles.push(path) - 1;
  files['closeSync'] = (): void => undefined;
  files['fsync'] = (handle: number, done: (error: null) => void): void => {
    change();
    bring(handles[handle] ?? '');
    done(null);
  };

  return {
    files: files as unknown as Files,
    changes: () => changes,
    lose() {
      const kept = Math.floor(next() * (names.length + 1));
      for (const takeBack of names.splice(kept).toReversed()) takeBack();
      for (const path of unsure) {
        const { size } = disk.statSync(path, { throwIfNoEntry: false }) ?? { size: 0 };
        const there = Math.floor(next() * size);
        if (size > 0) disk.writeFileSync(path, tornFrom(disk.readFileSync(path), there, next()));
      }
    },
  };
}

function tornFrom(bytes: Buffer, there: number, how: number): Uint8Array {
  if (how < 0.2) return bytes;
  return how < 0.6 ? bytes.subarray(0, there) : Buffer.from(bytes).fill(0, there);
}
