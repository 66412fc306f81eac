import * as v from 'valibot';
import { join } from 'node:path';
import { slugSchema } from '../../model/slug.ts';
import type { Files } from './files.ts';
import { readIfThere, replaceFile } from './replaceFile.ts';

/**
 * What the press knows of the folder it published, kept beside that folder: only what is listed here is ours to
 * replace or remove.
 */
export interface PressRecord {
  schema: 'lede-press/1';
  /** Base path of the edition, for serving it. */
  base: string;
  /** Paths of the current edition's files. */
  files: string[];
  /** Pictures and scripts of the edition before, kept one run longer for readers who still have its pages open. */
  kept: string[];
  /** Every full story out there by slug, with the source it came from and, once it is taken back, when. */
  stories: Record<string, PublishedStory>;
}

export interface PublishedStory {
  ref: string;
  headline: string;
  language: string;
  /** ISO 8601; absent while the story is in the edition. */
  withdrawn?: string;
  /** The source's words on why it was taken back. */
  notice?: string;
}

const paths = v.array(
  v.pipe(
    v.string(),
    // Paths are deleted by this list, so none of them may lead out of the folder.
    v.check((path) => !/^\/|\\|(^|\/)\.\.?(\/|$)/.test(path), 'expected a path inside the edition'),
  ),
);

const recordSchema = v.object({
  schema: v.literal('lede-press/1'),
  base: v.string(),
  files: paths,
  kept: paths,
  stories: v.record(
    slugSchema,
    v.object({
      ref: v.string(),
      headline: v.string(),
      language: v.string(),
      withdrawn: v.exactOptional(v.string()),
      notice: v.exactOptional(v.string()),
    }),
  ),
});

const fileName = 'files.json';

/**
 * The record in an edition's folder of memories, or undefined when nothing was published there.
 * @throws {UnreadableRecord} when there is one that is not ours to understand
 */
export async function readRecord(files: Files, folder: string): Promise<PressRecord | undefined> {
  const path = join(folder, fileName);
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
  constructor(path: string) {
    super(`${path} was damaged, or written by a newer Lede`);
    this.path = path;
  }
}

export async function writeRecord(
  files: Files,
  folder: string,
  record: PressRecord,
): Promise<void> {
  await replaceFile(files, join(folder, fileName), JSON.stringify(record));
}
