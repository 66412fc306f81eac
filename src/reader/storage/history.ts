import type { FullStory } from '../../model/story.ts';
import type { Outcome } from './outcome.ts';
import type { Own } from './own.ts';
import { parseRecord, type Visit } from './records.ts';
import { trimOldest } from './trimOldest.ts';

/** Stories kept in the history, some 200 bytes each: the oldest give way, but for saved ones, which stay marked as read. */
const atMost = 10_000;

/** Writes down that a story was opened at a moment (milliseconds since 1970), or, when it was, that it was read. */
export async function recordVisit(
  { database, changes }: Own,
  { slug, headline, language, dir }: FullStory,
  { at, isRead }: Pick<Visit, 'at' | 'isRead'>,
): Promise<Outcome<void>> {
  const outcome = await database.run(['visits', 'saved'], 'readwrite', async (transaction) => {
    const store = transaction.objectStore('visits');
    const before = parseRecord('visits', await store.get(slug));
    const visit: Visit = {
      ...{ slug, headline, language, dir, at },
      isRead: isRead || before?.isRead === true,
    };
    await store.put(visit);
    await trimOldest(transaction, 'visits', atMost);
  });
  if (outcome.ok) changes.announce('visits', [slug]);
  return outcome;
}
