import type { Dirent, fsync, readSync, statSync } from 'node:fs';
import type * as nodeFiles from 'node:fs/promises';

/** The part of node:fs/promises that the publisher uses, handed in so that a test can let a disk fail. */
export type Files = Pick<
  typeof nodeFiles,
  | 'copyFile'
  | 'link'
  | 'mkdir'
  | 'open'
  | 'readdir'
  | 'readFile'
  | 'realpath'
  | 'rename'
  | 'rm'
  | 'rmdir'
  | 'stat'
  | 'writeFile'
> & {
  /** As `stat`, without a promise for each file, which costs five times the look itself; absent: `stat` is used. */
  statSync?: typeof statSync;
  /** As `readdir`; absent: `readdir` is used. */
  readdirSync?: (path: string, how: { withFileTypes: true }) => Dirent[];
  /** As `readFile`, for files of our own that are many and small; absent: `readFile` is used. */
  readFileSync?: (path: string) => Buffer;
  /** As `read` of a file's handle, for what was written a moment ago; absent: that is used. */
  readSync?: typeof readSync;
  /** As `writeFile` and `rename`, for half of what they cost; absent: those are used. Both or none. */
  writeFileSync?: (path: string, bytes: Uint8Array) => void;
  renameSync?: (from: string, to: string) => void;
  /** As the file handles of `open`; absent: those are used. All three or none. */
  openSync?: (path: string, flags: 'r') => number;
  fsync?: typeof fsync;
  closeSync?: (handle: number) => void;
  /**
   * Waits until the whole disk that a folder is on has taken what was written: for many files a tenth of what bringing
   * each there costs. False when the system has no way to do so; absent: there is none.
   */
  flushDisk?: (folder: string) => Promise<boolean>;
};

/** The system's name for a failure (`ENOENT`), or undefined when it is not one of the system's. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** Whether a failure says that there is no such file. */
export function isMissing(error: unknown): boolean {
  const code = systemCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}
