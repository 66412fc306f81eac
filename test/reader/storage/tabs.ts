import { createOwn, type Own } from '../../../src/reader/storage/own.ts';
import { OwnDatabase } from '../../../src/reader/storage/ownDatabase.ts';
import { saveStory } from '../../../src/reader/storage/saved.ts';
import { storyOf } from '../app/edition.ts';

const opened: Own[] = [];
let editions = 0;

/** A tab of a reader; without a base, of a new reader. */
export function openTab(base = `/edition-${(editions += 1)}/`): Own {
  const own = createOwn(new OwnDatabase(base));
  opened.push(own);
  return own;
}

/** For afterEach. */
export async function closeTabs(): Promise<void> {
  for (const own of opened.splice(0)) {
    own.changes.close();
    await own.database.close();
  }
}

/** Saves a story with one picture of a few bytes. */
export const savePictured = (own: Own, slug: string, at = 1) =>
  saveStory(own, {
    story: storyOf(slug, `The story of ${slug}`, []),
    pictures: [
      {
        src: `media/${slug}.avif`,
        type: 'image/avif',
        bytes: new Uint8Array([0, 255, 1, at % 256]).buffer,
      },
    ],
    missing: 0,
    at,
  });
