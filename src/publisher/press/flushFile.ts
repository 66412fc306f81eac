import type { Files } from './files.ts';

/** Waits until a file or a folder is on the disk, should the power fail. */
export async function flushFile(files: Files, path: string): Promise<void> {
  const { openSync, fsync, closeSync } = files;
  if (openSync === undefined || fsync === undefined || closeSync === undefined) {
    const handle = await files.open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    return;
  }
  const handle = openSync(path, 'r');
  try {
    await new Promise<void>((resolve, reject) => {
      fsync(handle, (error) => (error === null ? resolve() : reject(error)));
    });
  } finally {
    closeSync(handle);
  }
}
