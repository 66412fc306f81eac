import { join } from 'node:path';
import type { Flatplan } from '../desk/flatplan.ts';
import { hashOf } from '../desk/version.ts';
import { readIfThere, overwriteFile } from './replaceFile.ts';
import type { Files } from './files.ts';

const fileName = 'flatplan';

/**
 * The flatplan of the edition that is out, or undefined when the one that lies there is not the one that its record
 * speaks of: it is of another moment than the ledger, or damaged.
 * @param sum as `keepFlatplan` gave it
 */
export async function readFlatplan(
  files: Files,
  folder: string,
  sum: string | undefined,
): Promise<Flatplan | undefined> {
  if (sum === undefined) return undefined;
  const text = (await readIfThere(files, join(folder, fileName)))?.toString();
  return text !== undefined && hashOf(text, 16) === sum ? text : undefined;
}

/**
 * Puts a flatplan in the place of the one before; without waiting for the disk, since whoever reads it asks for its sum.
 * @returns its sum, to be kept in the record once the ledger is saved
 */
export async function keepFlatplan(
  files: Files,
  folder: string,
  text: Flatplan,
  before: { text: Flatplan | undefined; sum: string | undefined },
): Promise<string> {
  if (text === before.text && before.sum !== undefined) return before.sum;
  await overwriteFile(files, join(folder, fileName), text, false);
  return hashOf(text, 16);
}
