import { dirname } from 'node:path';
import { systemCode, type Files } from './files.ts';

/**
 * Makes a folder and those above it, one level at a time. Node's own way of making them all never ends where the system
 * says of a folder that one above it is missing although it is there, as it does below `/proc`.
 * @throws the system's error when there can be no such folder
 */
export async function makeFolder(files: Files, folder: string): Promise<void> {
  const failure = await tryFolder(files, folder);
  if (failure === undefined) return;
  const above = dirname(folder);
  if (systemCode(failure) !== 'ENOENT' || above === folder) throw failure;
  await makeFolder(files, above);
  const again = await tryFolder(files, folder);
  if (again !== undefined) throw again;
}

/** Makes a folder below one that is there. @returns why it is not there now; undefined when it is */
async function tryFolder(files: Files, folder: string): Promise<unknown> {
  try {
    await files.mkdir(folder);
    return undefined;
  } catch (error) {
    const stats = await files.stat(folder).catch(() => undefined);
    return stats?.isDirectory() === true ? undefined : error;
  }
}
