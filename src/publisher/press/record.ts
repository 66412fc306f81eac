import * as v from 'valibot';
import { join } from 'node:path';
import type { Files } from './files.ts';
import { readIfThere, replaceFile } from './replaceFile.ts';

/** What the press knows of the folder it published, kept beside that folder. */
export interface PressRecord {
  schema: 'lede-press/2';
  /** Base path of the edition, for serving it. */
  base: string;
  /** What all pages were made with: settings, reader and program. Other pages are made anew. */
  made: string;
  /** There was a lede.json. */
  isConfigured?: boolean;
  /** Each file that can be compressed has its copies beside it. */
  isCompressed?: boolean;
  /** Sum of the flatplan of the edition that the ledger tells of. */
  flatplan?: string;
}

const recordSchema = v.object({
  schema: v.literal('lede-press/2'),
  base: v.string(),
  made: v.string(),
  isConfigured: v.exactOptional(v.boolean()),
  isCompressed: v.exactOptional(v.boolean()),
  flatplan: v.exactOptional(v.string()),
});

export const recordFile = 'files.json';

/**
 * The record in an edition's folder of memories, or undefined when nothing was published there.
 * @throws {UnreadableRecord} when there is one that is not ours to understand
 */
export async function readRecord(files: Files, folder: string): Promise<PressRecord | undefined> {
  const path = join(folder, recordFile);
  const bytes = await readIfThere(files, path);
  if (bytes === undefined) return undefined;
  try {
    return v.parse(recordSchema, JSON.parse(bytes.toString()));
  } catch {
    throw new UnreadableRecord(path);
  }
}

/** Thrown for a file of ours that is damaged or newer than this program. */
export class UnreadableRecord extends Error {
  readonly path: string;
  constructor(path: string, what = 'was damaged, or written by a newer Lede') {
    super(`${path} ${what}`);
    this.path = path;
  }
}

export async function writeRecord(
  files: Files,
  folder: string,
  record: PressRecord,
): Promise<void> {
  await replaceFile(files, join(folder, recordFile), JSON.stringify(record));
}
