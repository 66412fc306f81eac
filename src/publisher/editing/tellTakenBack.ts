import { storyAddress } from '../../model/address.ts';
import { knownSlug, type Memory } from '../desk/memory.ts';
import type { Slip } from '../desk/slip.ts';
import type { WithdrawnStory } from '../desk/withdrawn.ts';
import type { PublishedStory } from '../press/publishedStories.ts';
import type { Notice } from '../wire/wireItem.ts';

interface TakenBack {
  /** Stories of the editions before, by slug. */
  before: ReadonlyMap<string, PublishedStory>;
  withdrawn: readonly WithdrawnStory[];
  /** Every item of this run, those held back too. */
  items: readonly Slip[];
  memory: Memory;
}

/**
 * Says how many stories are taken back for no other reason than that no source has them any more: a source that was not
 * named this time looks the same as files that were removed. Notice code: `taken-back`.
 */
export function tellTakenBack({ before, withdrawn, items, memory }: TakenBack): Notice[] {
  const isNew = ({ slug }: WithdrawnStory): boolean => before.get(slug)?.withdrawn === undefined;
  const lately = withdrawn.filter(isNew);
  if (lately.length === 0) return [];
  // What a source holds back or takes back itself is told of in another place.
  const inSources = new Set(items.map((slip) => knownSlug(memory, slip)));
  const gone = lately.filter(({ slug }) => !inSources.has(slug));
  const [first] = gone.toSorted((one, other) => (one.slug < other.slug ? -1 : 1));
  if (first === undefined) return [];
  const out = [...before.values()].filter((one) => one.withdrawn === undefined).length;
  const ref = before.get(first.slug)?.ref ?? '';
  const address = storyAddress(first.slug);
  const count = (number: number): string => number.toLocaleString('en-GB');
  const most = gone.length * 2 > out ? 'most of the edition is taken back: ' : '';
  const message =
    gone.length === 1
      ? `${most}this story is in no source any more, and ${address} says so in its place`
      : `${most}${count(gone.length)} of ${count(out)} stories are in no source any more, and notices stand in their place, as at ${address}`;
  const mend = 'if that is not meant, name all sources again, and they are back at their addresses';
  return [{ ref, problem: { code: 'taken-back', at: '', message, mend } }];
}
