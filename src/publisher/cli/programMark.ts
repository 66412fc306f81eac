import { hashOf } from '../desk/version.ts';
import { readIfThere } from '../press/replaceFile.ts';
import type { Terminal } from './terminal.ts';

/**
 * 16 hex of what this program is. The built command's own file carries the hash of all it is made of in its name,
 * package.json names every package to the digit, and the words of dates come with Node.
 */
export async function programMark({ files, packageFile, programName }: Terminal): Promise<string> {
  const about = (await readIfThere(files, packageFile))?.toString() ?? '';
  const { node, icu = '', tz = '' } = process.versions;
  return hashOf([programName, about, node, icu, tz].join('\n'), 16);
}
