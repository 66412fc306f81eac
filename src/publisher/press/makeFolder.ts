import { dirname } from 'node:path';
import { systemCode, type Files } from './files.ts';

/**
 * Makes a folder and those above it, one level at a time. Node's own way of making them all never ends where the system
 * says of a folder that one above it is missing although it is there, as it does below `/proc`.
 * @throws the system's error when there can be no such folder
 */
export async function makeFolder(files: Files, folder: string): Promise<void> {
  const above = dirname(folder);
  try {
    await makeOne(files, folder);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' || above === folder) throw error;
    await makeFolder(files, above);
    await makeOne(files, folder);
  }
}

/** Makes a folder below one that is there, unless it is there already. */
async function makeOne(files: Files, folder: string): Promise<void> {
  try {
    await files.mkdir(folder);
  } catch (error) {
    const stats = await files.stat(folder).catch((failure: unknown) => {
      // What keeps it from being looked at is to be said, not that something stands there.
      if (systemCode(error) === 'EEXIST') throw failure;
      return undefined;
    });
    if (stats?.isDirectory() !== true) throw error;
  }
}
