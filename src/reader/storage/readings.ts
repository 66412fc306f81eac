import type { Block } from '../../model/body.ts';
import type { FullStory } from '../../model/story.ts';
import { bodyTexts } from '../../model/words.ts';
import { hashText } from './hashText.ts';
import type { Outcome } from './outcome.ts';
import type { Own } from './own.ts';
import { parseRecord, type Fingerprint, type Reading } from './records.ts';

/** As long as this a story is still the one just read, reloaded or come back to. Milliseconds. */
const sitting = 60 * 60_000;

/** What a story says, block by block. @param at milliseconds since 1970 */
export function fingerprintOf(story: FullStory, at: number): Fingerprint {
  const { version, headline, updated, body } = story;
  return {
    version,
    at,
    headline,
    ...(updated !== undefined && { updated: updated.at }),
    blocks: body.map((block) => {
      const text = textOf(block);
      return { hash: hashText(`${block.type} ${text}`), text };
    }),
  };
}

/** Whether two say the same, whatever else changed around the story, such as its related headlines. */
export function saysTheSame(one: Fingerprint, other: Fingerprint): boolean {
  return (
    one.headline === other.headline &&
    one.blocks.length === other.blocks.length &&
    one.blocks.every(({ hash }, index) => hash === other.blocks[index]?.hash)
  );
}

/** Writes down what a story says now, and keeps what it said before when that was something else. */
export async function recordReading(
  { database, changes }: Own,
  now: Fingerprint,
  slug: string,
): Promise<Outcome<void>> {
  const outcome = await database.run(['readings'], 'readwrite', async (transaction) => {
    const store = transaction.objectStore('readings');
    const reading = nextReading(parseRecord('readings', await store.get(slug)), now, slug);
    await store.put(reading);
  });
  if (outcome.ok) changes.announce('readings');
  return outcome;
}

function nextReading(known: Reading | undefined, now: Fingerprint, slug: string): Reading {
  if (known === undefined) return { slug, now };
  if (!saysTheSame(known.now, now)) return { slug, now, before: known.now };
  // Read again on another visit: what it said before that has been seen.
  if (now.at - known.now.at > sitting) return { slug, now };
  return { ...known, now: { ...now, at: known.now.at } };
}

/** What the story said when the reader read it, if that was something else than what it says. */
export function earlierWords(
  reading: Reading | undefined,
  now: Fingerprint,
): Fingerprint | undefined {
  if (reading === undefined) return undefined;
  return saysTheSame(reading.now, now) ? reading.before : reading.now;
}

/** Words of a block; of a picture also which one it is, since another picture is a change. */
function textOf(block: Block): string {
  const words = bodyTexts([block]).join('\n');
  if (block.type !== 'picture') return words;
  return `${block.picture.jpeg[0]?.src ?? ''} ${words}`;
}
