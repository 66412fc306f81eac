import { createHash } from 'node:crypto';
import { slugFrom } from '../../model/slug.ts';
import { onTheSafeSide } from '../wire/feeds/sourceTime.ts';
import { field } from '../wire/field.ts';
import { fileStem } from '../wire/fileStem.ts';
import type { WireItem } from '../wire/wireItem.ts';
import { isOnOwnHost } from '../wire/ownHost.ts';

/**
 * Items of a feed as the desk may take them. What a stranger sends may not take over a story that is not theirs: an id
 * counts within its feed, unless it is an address on the feed's own host, and a slug is a wish, not an order.
 */
export function settleItems(items: readonly WireItem[], feed: string): WireItem[] {
  const scope = feed.replace(/^https?:\/\//, '');
  return withoutKey(items, feed).map(({ givenSlug, fileSlug, ...item }) => {
    const id = item.id === item.ref ? lastingId(item) : item.id;
    // The one item of a feed is not called after the feed's address, as that of a file is after the file.
    const wish = givenSlug ?? (fileSlug === slugFrom(fileStem(feed)) ? undefined : fileSlug);
    return {
      ...item,
      ref: placedRef(item.ref, feed),
      id: isOnOwnHost(id, feed) ? id : `${scope} ${id}`,
      ...field('fileSlug', wish),
    };
  });
}

/**
 * The address of a feed may hold a key that is the newsroom's own; where an item has taken over that address, as that
 * of its source or of an empty link, it goes without.
 */
function withoutKey(items: readonly WireItem[], feed: string): readonly WireItem[] {
  if (!feed.includes('?') || !URL.canParse(feed)) return items;
  const { href } = new URL(feed);
  const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
  return items.map((item) => {
    const text = JSON.stringify({ ...item, ref: '', file: '' });
    const bare = [feed, href].reduce(
      (left, address) => left.replaceAll(inJson(address), inJson(address.replace(/[?#].*$/s, ''))),
      text,
    );
    // Our own item in our own shape; only an address in it is another.
    return { ...(JSON.parse(bare) as WireItem), ref: item.ref, file: item.file };
  });
}

/** What was typed or piped in, likewise: neither its place nor the name we gave it is the story's own. */
export function settleTyped(items: readonly WireItem[], name: string): WireItem[] {
  return items.map(({ fileSlug, ...item }) => ({
    ...item,
    ref: placedRef(item.ref, name),
    id: item.id === item.ref ? lastingId(item) : item.id,
    ...field('fileSlug', fileSlug === slugFrom(fileStem(name)) ? undefined : fileSlug),
  }));
}

// Said of the whole source, the next story from it would pass for this one under another name.
function placedRef(ref: string, source: string): string {
  return ref === source ? `${source} [0]` : ref;
}

/** A place in a feed is another story's tomorrow. */
function lastingId({ canonical, published = '', headline }: WireItem): string {
  const hash = createHash('sha256').update(`${published}\n${headline}`).digest('hex');
  return canonical ?? hash.slice(0, 16);
}

/**
 * Whether an item could go out when its feed was last heard. One that a feed drops before has been thought better of:
 * it does not go out once its embargo ends, unless it did so already while the feed was silent.
 * @param heard ISO 8601; undefined where an earlier version did not remember it
 */
export function wasFree({ draft, embargo }: WireItem, heard: string | undefined): boolean {
  if (draft) return false;
  if (embargo === undefined || heard === undefined) return true;
  // Nothing is known here of the edition's clocks; what they had let out when the feed was heard is out.
  return Date.parse(onTheSafeSide(embargo, 'embargo')) <= Date.parse(heard);
}

/**
 * The items of a feed's newest answer, then those of earlier answers that have fallen off it, newest first; of one
 * id the newest answer's counts.
 * @param first the place in the feed that the first fallen one takes, behind all of the answer
 */
export function mergeItems(
  current: readonly WireItem[],
  earlier: readonly WireItem[],
  feed: string,
  first: number,
): WireItem[] {
  const ids = new Set(current.map(({ id }) => id));
  const fallen = earlier.filter(({ id }) => !ids.has(id));
  return [
    ...current,
    ...fallen.map((item, index) => ({ ...item, ref: `${feed} [${first + index}]` })),
  ];
}
