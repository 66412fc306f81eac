import { hostOf, isOfOneName, isOnOwnHost } from '../wire/ownHost.ts';
import type { Notice, WireItem } from '../wire/wireItem.ts';
import {
  byRef,
  compareTimes,
  holdOf,
  keepOne,
  newestOf,
  type Versioned,
  type Versions,
} from './versions.ts';

type Sent = Versioned & Pick<WireItem, 'file' | 'canonical'>;

/** What one source, or several that may speak for each other, have of a story. */
interface Voice<Item> {
  item: Item;
  /** It may speak for the story's address: a file of the newsroom, or a feed on the address's own host. */
  isOwn: boolean;
  /** A story of its own is known already. */
  isKnown: boolean;
}

/**
 * Keeps one item of each canonical address, since two sources may carry one story. Of those who may speak for the
 * address the newest stays, whatever strangers send. Where only feeds of other hosts have the story, that one stays
 * which had it first: a stranger neither takes over a story nor takes it back. Many hosts carry everybody's feeds, so
 * those of one host speak for each other, and the newest stays, only where the host has the name of the story's.
 * Notice code, besides those of versions: `copied-story`. The result does not depend on the order of the items.
 * @param isKnown whether an item has been a story in an earlier edition
 */
export function oneOfEachStory<Item extends Sent>(
  items: readonly Item[],
  isKnown: (item: Item) => boolean,
): Versions<Item> {
  const notices: Notice[] = [];
  const kept = keepOne(
    items,
    ({ canonical }) => canonical,
    (group) => {
      const voices = [...bySpeaker(group).values()].flatMap((said): Voice<Item>[] => {
        const item = newestOf(said, compareTimes, notices);
        if (item === undefined) return [];
        return [{ item, isOwn: speakerOf(item) === '', isKnown: said.some(isKnown) }];
      });
      const [first, ...others] = voices.toSorted(compareVoices);
      if (first === undefined) return undefined;
      for (const { item } of others) notices.push(toCopied(item, first));
      return first.item;
    },
  );
  return { items: kept, notices: byRef(notices) };
}

function bySpeaker<Item extends Sent>(group: readonly Item[]): Map<string, Item[]> {
  const speakers = new Map<string, Item[]>();
  for (const item of byRef(group)) {
    const speaker = speakerOf(item);
    const said = speakers.get(speaker);
    if (said === undefined) speakers.set(speaker, [item]);
    else said.push(item);
  }
  return speakers;
}

/** The host or the feed that an item comes from; '' for those who may speak for its address. */
function speakerOf({ file, canonical = '' }: Sent): string {
  const host = hostOf(file);
  if (host === undefined || isOnOwnHost(canonical, file)) return '';
  return isOfOneName(canonical, file) ? host : file;
}

function compareVoices<Item extends Sent>(one: Voice<Item>, other: Voice<Item>): number {
  return (
    Number(other.isOwn) - Number(one.isOwn) ||
    Number(other.isKnown) - Number(one.isKnown) ||
    holdOf(one.item) - holdOf(other.item) ||
    compareTimes(other.item, one.item)
  );
}

function toCopied<Item extends Sent>(
  { ref, withheld }: Item,
  { item, isOwn }: Voice<Item>,
): Notice {
  const why = !isOwn
    ? 'has the same story, and had it first'
    : hostOf(item.file) === undefined
      ? 'is the same story in a file of yours'
      : 'is the same story from its own host';
  const problem = { code: 'copied-story', at: '', message: `left out: ${item.ref} ${why}` };
  if (withheld === undefined || item.withheld !== undefined) return { ref, problem };
  // Nobody else tells the editor that a feed calls a story that is out a mistake.
  const message = `${problem.message}; this one says that it is taken back`;
  const mend = `if that is true, take ${item.ref} back in its own source`;
  return { ref, problem: { ...problem, message, mend } };
}
