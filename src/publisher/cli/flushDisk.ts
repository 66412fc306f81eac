import { execFile } from 'node:child_process';

/**
 * Waits until the disk of a folder has taken all that was written, by the system's own `sync`: Node cannot ask for it.
 * Elsewhere than on Linux that program does not wait.
 * @returns whether it did
 */
export function flushDisk(folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return Promise.resolve(false);
  return new Promise((resolve) => {
    execFile('sync', ['-f', folder], (error) => resolve(error === null));
  });
}
