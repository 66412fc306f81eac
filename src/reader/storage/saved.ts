import type { FullStory } from '../../model/story.ts';
import type { Outcome } from './outcome.ts';
import type { Changes } from './changes.ts';
import type { Own } from './own.ts';
import { keyOf, parseRecord, type Copy, type KeptPicture, type Saved } from './records.ts';

/** Lines put back before the page has its turn again. */
const atOnce = 250;

/** A saved story whole: its line in the list and its copy, as they lay in storage. */
export interface SavedWhole {
  saved: object;
  copy: object | undefined;
}

interface ToSave {
  story: FullStory;
  pictures: KeptPicture[];
  /** Pictures of the story that could not be had. */
  missing: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** Keeps a story with its pictures. Saved means: line and copy are both on the disk. A story saved again keeps its day. */
export async function saveStory(
  { database, changes }: Own,
  { story, pictures, missing, at }: ToSave,
): Promise<Outcome<Saved>> {
  const text = new TextEncoder().encode(JSON.stringify(story)).length;
  const copy: Copy = { slug: story.slug, story, pictures };
  const outcome = await database.run(['saved', 'copies'], 'readwrite', async (transaction) => {
    const lines = transaction.objectStore('saved');
    const before = parseRecord('saved', await lines.get(story.slug));
    const saved: Saved = {
      slug: story.slug,
      headline: story.headline,
      language: story.language,
      dir: story.dir,
      version: story.version,
      savedAt: before?.savedAt ?? at,
      minutes: story.minutes,
      bytes: pictures.reduce((sum, { bytes }) => sum + bytes.byteLength, text),
      pictures: pictures.length + missing,
      missing,
    };
    await transaction.objectStore('copies').put(copy);
    await lines.put(saved);
    return saved;
  });
  if (outcome.ok) announceStory(changes, story.slug);
  return outcome;
}

/** Takes a story out of the saved ones and gives back what it was, for putting it back. */
export async function removeSaved(
  { database, changes }: Own,
  slug: string,
): Promise<Outcome<SavedWhole | undefined>> {
  const outcome = await database.run(['saved', 'copies'], 'readwrite', async (transaction) => {
    const lines = transaction.objectStore('saved');
    const copies = transaction.objectStore('copies');
    const [saved, copy] = await Promise.all([lines.get(slug), copies.get(slug)]);
    await lines.delete(slug);
    await copies.delete(slug);
    return saved === undefined ? undefined : { saved, copy };
  });
  if (outcome.ok) announceStory(changes, slug);
  return outcome;
}

/** Puts a removed story back, unless it was saved anew meanwhile. */
export async function putSavedBack(
  { database, changes }: Own,
  { saved, copy }: SavedWhole,
): Promise<Outcome<void>> {
  const slug = keyOf('saved', saved);
  const outcome = await database.run(['saved', 'copies'], 'readwrite', async (transaction) => {
    if ((await transaction.objectStore('saved').getKey(slug)) !== undefined) return;
    if (copy !== undefined) await transaction.objectStore('copies').put(copy);
    await transaction.objectStore('saved').put(saved);
  });
  if (outcome.ok) announceStory(changes, slug);
  return outcome;
}

/**
 * Takes all stories out of the saved ones and gives back their lines. Their copies stay as they are until
 * `dropLooseCopies`: they may be more than fits into memory, and putting them back is a matter of the lines.
 */
export async function removeAllSaved({ database, changes }: Own): Promise<Outcome<object[]>> {
  const outcome = await database.run(['saved'], 'readwrite', async (transaction) => {
    const store = transaction.objectStore('saved');
    const lines = await store.getAll();
    await store.clear();
    return lines;
  });
  if (outcome.ok) changes.announce('saved');
  return outcome;
}

/**
 * Puts removed lines back, but for stories that were saved anew meanwhile and those whose copy is gone, and says how many
 * are gone.
 */
export async function putAllSavedBack(
  { database, changes }: Own,
  lines: readonly object[],
): Promise<Outcome<number>> {
  const outcome = await database.run(['saved', 'copies'], 'readwrite', async (transaction) => {
    const store = transaction.objectStore('saved');
    const here = new Set(await store.getAllKeys());
    const copies = new Set(await transaction.objectStore('copies').getAllKeys());
    const missing = lines.filter((line) => !here.has(keyOf('saved', line)));
    const back = missing.filter((line) => copies.has(keyOf('saved', line)));
    // Many at once, since waiting for each of thousands is most of the time; not all, or the page stands still meanwhile.
    for (let from = 0; from < back.length; from += atOnce) {
      await Promise.all(back.slice(from, from + atOnce).map((line) => store.put(line)));
    }
    return missing.length - back.length;
  });
  if (outcome.ok) changes.announce('saved');
  return outcome;
}

/** Removes the copies of stories that are not among the saved ones any more. */
export async function dropLooseCopies({ database, changes }: Own): Promise<Outcome<void>> {
  const outcome = await database.run(['saved', 'copies'], 'readwrite', async (transaction) => {
    const saved = new Set(await transaction.objectStore('saved').getAllKeys());
    const copies = transaction.objectStore('copies');
    for (const slug of await copies.getAllKeys()) {
      if (!saved.has(slug)) await copies.delete(slug);
    }
  });
  if (outcome.ok) changes.announce('copies');
  return outcome;
}

function announceStory(changes: Changes, slug: string): void {
  changes.announce('saved', [slug]);
  changes.announce('copies', [slug]);
}
