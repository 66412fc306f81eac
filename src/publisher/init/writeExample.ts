import { dirname, join } from 'node:path';
import { isMissing, type Files } from '../press/files.ts';
import { makeFolder } from '../press/makeFolder.ts';
import { example } from './example.ts';

type Written =
  | { kind: 'written'; paths: string[] }
  /** There is something in the folder already; a sentence for people. */
  | { kind: 'unfit'; message: string };

/**
 * Writes a small working example into a new or empty folder. Nothing that is there is ever replaced.
 * @param folder absolute
 * @param shown the folder as the person typed it
 */
export async function writeExample(files: Files, folder: string, shown: string): Promise<Written> {
  const there = await files.readdir(folder).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
    return [];
  });
  if (there.length > 0) {
    const message = `${shown} is not empty, and nothing in it is to be overwritten. Name a new folder.`;
    return { kind: 'unfit', message };
  }
  for (const [path, text] of Object.entries(example)) {
    await makeFolder(files, dirname(join(folder, path)));
    // Should somebody else be writing here at the same moment, theirs stays too.
    await files.writeFile(join(folder, path), text, { flag: 'wx' });
  }
  return { kind: 'written', paths: Object.keys(example) };
}
