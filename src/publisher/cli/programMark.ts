import { join } from 'node:path';
import { compareText } from '../desk/order.ts';
import { hashOf } from '../desk/version.ts';
import { isMissing } from '../press/files.ts';
import { readIfThere } from '../press/replaceFile.ts';
import type { Terminal } from './terminal.ts';

/**
 * 16 hex of what this program is: of all that it is made of, packages included, since the names of the built files carry
 * their hashes, and of Node, with which the words of dates come.
 */
export async function programMark({ files, programFolder }: Terminal): Promise<string> {
  const parts = await files.readdir(join(programFolder, 'assets')).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
    return [];
  });
  const thread = (await readIfThere(files, join(programFolder, 'thread.js')))?.toString() ?? '';
  const { node, icu = '', tz = '' } = process.versions;
  return hashOf([...parts.toSorted(compareText), thread, node, icu, tz].join('\n'), 16);
}
