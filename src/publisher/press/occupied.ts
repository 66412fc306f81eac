import { join } from 'node:path';
import { parseDocument } from '../../model/document.ts';
import type { Files } from './files.ts';
import { readIfThere } from './replaceFile.ts';

/** What it costs to go on without what was remembered of an edition. */
export const priceOfForgetting =
  'addresses made from headlines may then change, and notices of stories taken back and older stories of feeds are lost';

/**
 * Why a folder of which nothing is remembered is not published into, in sentences for people; undefined when it is empty.
 * @param names the folder, and where it would be remembered, as the editor would type them
 */
export async function explainOccupied(
  files: Files,
  folder: string,
  names: { out: string; state: string },
): Promise<string | undefined> {
  const inside = await files.readdir(folder).catch(() => []);
  if (inside.every((name) => name.startsWith('.'))) return undefined;
  const { out, state } = names;
  if (await isEdition(files, folder)) {
    return (
      `${out} holds an edition of Lede, but its memory in ${state} is missing or not whole. Put that back. ` +
      `Without it, publish into an empty folder, or among these files with --force: ${priceOfForgetting}.`
    );
  }
  return (
    `${out} holds files that were not published by lede. ` +
    'Choose another folder with --out, or say --force to publish among them.'
  );
}

async function isEdition(files: Files, folder: string): Promise<boolean> {
  const bytes = await readIfThere(files, join(folder, 'latest.json')).catch(() => undefined);
  if (bytes === undefined) return false;
  try {
    return parseDocument(JSON.parse(bytes.toString()), ['lede-latest']).ok;
  } catch {
    return false;
  }
}
