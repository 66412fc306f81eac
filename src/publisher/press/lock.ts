import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { systemCode, type Files } from './files.ts';

export type Lock =
  | {
      kind: 'held';
      path: string;
      release(): Promise<void>;
      /** A publisher was stopped in the middle. */ wasStale: boolean;
    }
  | { kind: 'busy'; pid: number; path: string };

/**
 * Takes the lock of an edition, a file with the number of the process that writes it. One left behind by a process
 * that is gone is taken over.
 *
 * @param folder where the publisher keeps what it remembers of the edition
 */
export async function takeLock(files: Files, folder: string): Promise<Lock> {
  await files.mkdir(folder, { recursive: true });
  const path = join(folder, 'lock');
  for (let wasStale = false; ; wasStale = true) {
    try {
      await files.writeFile(path, `${process.pid}\n`, { flag: 'wx' });
      return { kind: 'held', path, wasStale, release: () => release(files, folder) };
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error;
    }
    let pid = await readPid(files, path);
    if (pid === undefined) {
      // Another publisher may just be about to write its number.
      await wait(200);
      pid = await readPid(files, path);
    }
    // Our own number in it was that of an earlier process, as containers give the same ones again.
    if (pid !== undefined && pid !== process.pid && isAlive(pid)) {
      return { kind: 'busy', pid, path };
    }
    await removeStale(files, path, pid);
  }
}

/** Gives the lock back; where nothing came to be remembered, the folder goes too. */
async function release(files: Files, folder: string): Promise<void> {
  await files.rm(join(folder, 'lock'), { force: true });
  for (const empty of [folder, dirname(folder)]) await files.rmdir(empty).catch(() => undefined);
}

/** Moves the stale lock aside first: should another publisher have taken over meanwhile, it gets its lock back. */
async function removeStale(files: Files, path: string, stale: number | undefined): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    await files.rename(path, aside);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  if ((await readPid(files, aside)) !== stale) await files.link(aside, path).catch(() => undefined);
  await files.rm(aside, { force: true });
}

async function readPid(files: Files, path: string): Promise<number | undefined> {
  const text = await files.readFile(path, 'utf8').catch(() => '');
  return /^\d+\n$/.test(text) ? Number(text) : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}
