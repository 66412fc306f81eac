import type { Block } from '../../model/body.ts';
import type { FullStory } from '../../model/story.ts';
import { bodyTexts } from '../../model/words.ts';
import { hashText } from './hashText.ts';
import type { Outcome } from './outcome.ts';
import type { Own } from './own.ts';
import { parseRecord, type Fingerprint, type Reading } from './records.ts';
import { trimOldest } from './trimOldest.ts';

/** As long as this a story is still the one just read, reloaded or come back to. Milliseconds. */
const sitting = 60 * 60_000;

/** Readings kept, about 10 kB each: the oldest give way, but for those of saved stories. */
const atMost = 1000;

/**
 * What a story says, block by block.
 * @param at milliseconds since 1970
 * @param copy what a front calls these words, where one told
 */
export function fingerprintOf(story: FullStory, at: number, copy?: string): Fingerprint {
  const { version, headline, updated, body } = story;
  return {
    version,
    at,
    headline,
    ...(copy !== undefined && { copy }),
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
  const outcome = await database.run(['readings', 'saved'], 'readwrite', async (transaction) => {
    const store = transaction.objectStore('readings');
    const reading = nextReading(parseRecord('readings', await store.get(slug)), now, slug);
    await store.put(reading);
    await trimOldest(transaction, 'readings', atMost);
  });
  if (outcome.ok) changes.announce('readings', [slug]);
  return outcome;
}

/** What was read says the same under another version: by that, and by what fronts call it, it is known from now on. */
export async function noteSame(
  { database }: Own,
  { slug, version }: Pick<FullStory, 'slug' | 'version'>,
  copy: string | undefined,
): Promise<void> {
  await database.run(['readings'], 'readwrite', async (transaction) => {
    const store = transaction.objectStore('readings');
    const reading = parseRecord('readings', await store.get(slug));
    if (reading === undefined) return;
    const { copy: _before, ...now } = reading.now;
    await store.put({ ...reading, now: { ...now, version, ...(copy !== undefined && { copy }) } });
  });
}

function nextReading(known: Reading | undefined, now: Fingerprint, slug: string): Reading {
  if (known === undefined) return { slug, now };
  if (!saysTheSame(known.now, now)) return { slug, now, before: known.now };
  const copy = now.copy ?? (known.now.version === now.version ? known.now.copy : undefined);
  const same = { ...now, ...(copy !== undefined && { copy }) };
  // Read again on another visit: what it said before that has been seen.
  if (now.at - known.now.at > sitting) return { slug, now: same };
  return { ...known, now: { ...same, at: known.now.at } };
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
