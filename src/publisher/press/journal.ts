import { join } from 'node:path';
import * as v from 'valibot';
import type { Files } from './files.ts';
import { publishedStorySchema, type PublishedStory } from './publishedStories.ts';
import { UnreadableRecord } from './record.ts';
import { readIfThere, replaceFile } from './replaceFile.ts';

/**
 * What a run is about to change, written before it changes anything and removed once all of it is done and remembered.
 * Where there is one, a run was stopped in between: the next takes nothing for granted and makes everything anew.
 */
export interface Journal {
  /** Entries of the ledger that are new. */
  entries: string[];
  /** Stories that go out or are taken back, by slug. */
  stories: [string, PublishedStory][];
}

const journalSchema = v.object({
  schema: v.literal('lede-journal/1'),
  entries: v.array(v.string()),
  stories: v.array(v.tuple([v.string(), publishedStorySchema])),
});

const fileName = 'journal.json';

/** The journal of a run that was stopped, or undefined. @throws {UnreadableRecord} */
export async function readJournal(files: Files, folder: string): Promise<Journal | undefined> {
  const path = join(folder, fileName);
  const bytes = await readIfThere(files, path);
  if (bytes === undefined) return undefined;
  try {
    return v.parse(journalSchema, JSON.parse(bytes.toString()));
  } catch {
    throw new UnreadableRecord(path);
  }
}

export async function writeJournal(files: Files, folder: string, journal: Journal): Promise<void> {
  const text = JSON.stringify({ schema: 'lede-journal/1', ...journal });
  await replaceFile(files, join(folder, fileName), text);
}

export async function removeJournal(files: Files, folder: string): Promise<void> {
  await files.rm(join(folder, fileName), { force: true });
}
