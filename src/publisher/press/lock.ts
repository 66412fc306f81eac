import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { systemCode, type Files } from './files.ts';
import { makeFolder } from './makeFolder.ts';

export type Lock =
  | {
      kind: 'held';
      path: string;
      release(): Promise<void>;
      /** A publisher was stopped in the middle. */ wasStale: boolean;
    }
  | { kind: 'busy'; pid: number; path: string };

/**
 * Takes the lock of an edition, a file with the number of the process that writes it and, where the system tells, when
 * that process began. One left behind by a process that is gone is taken over, though another may have its number now.
 *
 * @param folder where the publisher keeps what it remembers of the edition
 */
export async function takeLock(files: Files, folder: string): Promise<Lock> {
  await makeFolder(files, folder);
  const path = join(folder, 'lock');
  const start = await startOf(files, process.pid);
  const own = `${process.pid}${start === undefined ? '' : ` ${start}`}\n`;
  for (let wasStale = false; ; wasStale = true) {
    try {
      await files.writeFile(path, own, { flag: 'wx' });
      return { kind: 'held', path, wasStale, release: () => release(files, folder) };
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error;
    }
    let holder = await readHolder(files, path);
    if (holder === undefined) {
      // Another publisher may just be about to write its number.
      await wait(200);
      holder = await readHolder(files, path);
    }
    // Our own number in it was that of an earlier process, as containers give the same ones again.
    if (holder !== undefined && holder.pid !== process.pid && (await isAlive(files, holder))) {
      return { kind: 'busy', pid: holder.pid, path };
    }
    await removeStale(files, path, holder);
  }
}

/** Gives the lock back; where nothing came to be remembered, the folder goes too. */
async function release(files: Files, folder: string): Promise<void> {
  await files.rm(join(folder, 'lock'), { force: true });
  for (const empty of [folder, dirname(folder)]) await files.rmdir(empty).catch(() => undefined);
}

/** Moves the stale lock aside first: should another publisher have taken over meanwhile, it gets its lock back. */
async function removeStale(files: Files, path: string, stale?: Holder): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    await files.rename(path, aside);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = await readHolder(files, aside);
  const isStale = moved?.pid === stale?.pid && moved?.start === stale?.start;
  if (!isStale) await files.link(aside, path).catch(() => undefined);
  await files.rm(aside, { force: true });
}

interface Holder {
  pid: number;
  /** As `startOf` gives it. */
  start: string | undefined;
}

async function readHolder(files: Files, path: string): Promise<Holder | undefined> {
  const text = await files.readFile(path, 'utf8').catch(() => '');
  const [, pid, start] = /^(\d+)(?: (\d+))?\n$/.exec(text) ?? [];
  return pid === undefined ? undefined : { pid: Number(pid), start };
}

async function isAlive(files: Files, { pid, start }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemCode(error) !== 'EPERM') return false;
  }
  const now = start === undefined ? undefined : await startOf(files, pid);
  return now === undefined || now === start;
}

/**
 * When a process began, in ticks of this machine since it was started; undefined where the system has no `/proc`.
 * Source: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html, field 22.
 */
async function startOf(files: Files, pid: number): Promise<string | undefined> {
  const text = await files.readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name of the program comes before, in brackets, and may hold blanks and brackets of its own.
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
}
