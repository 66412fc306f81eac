import { join } from 'node:path';
import type { Files } from './files.ts';
import { readJournal, type Journal } from './journal.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { takeOverOlder } from './olderRecord.ts';
import { keepStory, readPublishedStories, type PublishedStory } from './publishedStories.ts';
import { readRecord, UnreadableRecord, type PressRecord } from './record.ts';
import { DamagedShelf, openShelf, type Shelf } from './shelf.ts';

/** What the press remembers of the folder it published. It cannot be made again, so a damaged one is never overwritten. */
export interface PressState {
  /** Undefined before the first edition. */
  record: PressRecord | undefined;
  ledger: Ledger;
  /** Every full story that ever went out, by slug. */
  stories: Map<string, PublishedStory>;
  storyShelf: Shelf;
  /** Of a run that was stopped before it was done. */
  journal: Journal | undefined;
}

/** Stands for the key of what a stopped run may have left in any state. */
const unknownKey = 'unknown';
/** Raised when the lines of the shelves change their form. */
const mark = 'press-1';

/** @throws {UnreadableRecord} */
export async function openPressState(files: Files, folder: string): Promise<PressState> {
  const open = (name: string): Promise<Shelf> =>
    openShelf(files, join(folder, name), mark).catch((error: unknown) => {
      throw error instanceof DamagedShelf ? new UnreadableRecord(error.path) : error;
    });
  const ledger = openLedger(await open('pages'));
  const storyShelf = await open('stories');
  await takeOverOlder(files, folder, { ledger, storyShelf, unknownKey });
  const record = await readRecord(files, folder);
  const journal = await readJournal(files, folder);
  const stories = readPublishedStories(storyShelf, join(folder, 'stories'));
  if (journal !== undefined) {
    for (const entry of journal.entries) ledger.put(entry, unknownKey);
    for (const [slug, story] of journal.stories) {
      stories.set(slug, story);
      keepStory(storyShelf, slug, story);
    }
  }
  return { record, ledger, stories, storyShelf, journal };
}
