import { join } from 'node:path';
import type { Files } from './files.ts';
import { readIfThere } from './replaceFile.ts';

/** Whether the edition of the run before still lies there; the folder may have been emptied by hand. */
export async function isEditionThere(files: Files, out: string): Promise<boolean> {
  for (const path of ['index.html', 'index.json', 'latest.json']) {
    if ((await readIfThere(files, join(out, path))) === undefined) return false;
  }
  return true;
}
