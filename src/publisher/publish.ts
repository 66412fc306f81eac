import { join, relative, resolve, sep } from 'node:path';
import { explainOccupied } from './press/occupied.ts';
import { OutOfStep } from './press/outOfStep.ts';
import { takeLock } from './press/lock.ts';
import { readIfThere } from './press/replaceFile.ts';
import { stateFolderOf } from './press/stateFolder.ts';
import { publishLocked } from './publishLocked.ts';
import type { Published, PublishOptions, World } from './world.ts';

/**
 * The whole pipeline: reads the sources, edits, and writes the edition.
 * @throws {UnusableSource} when a named source is not there, and the system's errors when writing fails
 */
export async function publish(options: PublishOptions, world: World): Promise<Published> {
  const { files, cwd } = world;
  const out = resolve(cwd, options.out);
  const stateFolder = stateFolderOf(out);
  const message = await findUnfit(options, world, out, stateFolder);
  if (message !== undefined) return { kind: 'unfit', message };
  const lock = await takeLock(files, stateFolder);
  if (lock.kind === 'busy') return { kind: 'busy', pid: lock.pid, lock: lock.path };
  try {
    world.begin?.();
    const startedAt = (await files.stat(lock.path)).mtimeMs;
    const place = { out, stateFolder, startedAt, wasStale: lock.wasStale };
    try {
      return await publishLocked(options, world, { ...place, isAnew: false });
    } catch (error) {
      if (!(error instanceof OutOfStep)) throw error;
      return await publishLocked(options, world, { ...place, isAnew: true });
    }
  } finally {
    await lock.release();
  }
}

/** Why a folder cannot be published into, in a sentence for people. */
async function findUnfit(
  options: PublishOptions,
  { files, cwd }: World,
  out: string,
  stateFolder: string,
): Promise<string | undefined> {
  const clash = options.sources.find((source) => isInside(resolve(cwd, source), out));
  if (clash !== undefined) {
    return `${options.out} holds the source ${clash}: publish into another folder.`;
  }
  const stats = await files.stat(out).catch(() => undefined);
  if (stats !== undefined && !stats.isDirectory()) {
    return `${options.out} is a file: publish into a folder.`;
  }
  const isNew = (await readIfThere(files, join(stateFolder, 'files.json'))) === undefined;
  if (!isNew || options.force) return undefined;
  return explainOccupied(files, out, { out: options.out, state: relative(cwd, stateFolder) });
}

function isInside(path: string, folder: string): boolean {
  return !`${relative(folder, path)}${sep}`.startsWith(`..${sep}`);
}
