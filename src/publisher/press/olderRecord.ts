import { join } from 'node:path';
import * as v from 'valibot';
import type { Files } from './files.ts';
import { writeJournal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import { keepStory, publishedStorySchema, type PublishedStory } from './publishedStories.ts';
import { recordFile, writeRecord } from './record.ts';
import { readIfThere } from './replaceFile.ts';
import type { Shelf } from './shelf.ts';

/** The record as Lede kept it first: one file that names everything. */
const olderSchema = v.object({
  schema: v.literal('lede-press/1'),
  base: v.string(),
  files: v.array(v.string()),
  kept: v.array(v.string()),
  stories: v.record(v.string(), publishedStorySchema),
});

/**
 * Takes over what an older Lede remembered of the folder, so that whoever changes to this one loses no address. The
 * older record goes last: stopped in between, the next run begins here again.
 * @param unknownKey stands in the ledger for what the files were made from
 */
export async function takeOverOlder(
  files: Files,
  folder: string,
  { ledger, storyShelf, unknownKey }: { ledger: Ledger; storyShelf: Shelf; unknownKey: string },
): Promise<void> {
  const older = await readOlder(files, folder);
  if (older === undefined) return;
  const paths = new Set([...older.files, ...older.kept]);
  for (const path of paths) ledger.put(entryOf(path, paths), unknownKey);
  const stories = Object.entries(older.stories) satisfies [string, PublishedStory][];
  for (const [slug, story] of stories) keepStory(storyShelf, slug, story);
  await ledger.save();
  await storyShelf.save();
  // As after a run that was stopped, everything is made anew.
  await writeJournal(files, folder, { entries: [], stories: [] });
  await writeRecord(files, folder, { schema: 'lede-press/2', base: older.base, made: '' });
}

async function readOlder(
  files: Files,
  folder: string,
): Promise<v.InferOutput<typeof olderSchema> | undefined> {
  const bytes = await readIfThere(files, join(folder, recordFile));
  try {
    return v.parse(olderSchema, JSON.parse(String(bytes)));
  } catch {
    return undefined;
  }
}

/** A page's two files are one entry, by its address. */
function entryOf(path: string, paths: ReadonlySet<string>): string {
  const name = path.replace(/\.(html|json)$/, '');
  const isPage = paths.has(`${name}.html`) && paths.has(`${name}.json`);
  return isPage ? (name === 'index' ? '/' : `/${name}`) : path;
}
