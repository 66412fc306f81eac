import { join } from 'node:path';
import { fileOf, storyAddress } from '../../model/address.ts';
import { mediaIn } from '../desk/toCopy.ts';
import type { Files } from './files.ts';
import { readIfThere } from './replaceFile.ts';

/** Entries of the ledger for stories that stay as they are, with the pictures they show. */
export async function keepUntouched(
  files: Files,
  out: string,
  slugs: readonly string[],
): Promise<Set<string>> {
  const entries = new Set<string>();
  for (const slug of slugs) {
    const address = storyAddress(slug);
    const data = await readIfThere(files, join(out, fileOf(address, 'json')));
    if (data === undefined) continue;
    for (const entry of [address, ...mediaIn(data.toString())]) entries.add(entry);
  }
  return entries;
}
