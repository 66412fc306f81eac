import { orderOf } from '../../model/time.ts';
import type { Notice, WireItem } from '../wire/wireItem.ts';
import { compareRefs, compareText } from './order.ts';

/** What tells versions of one story apart. */
type Versioned = Pick<WireItem, 'ref' | 'id' | 'revision' | 'canonical' | 'updated' | 'published'>;

interface Versions<Item> {
  items: Item[];
  /** One `older-version` for each item that gave way to another. */
  notices: Notice[];
}

/**
 * Keeps one item of each story: sources send a story again when it changes, and two feeds may carry the same one.
 * Items of one id are versions when their source counts versions (`revision`), and the greatest stays; items with one
 * canonical address are one story, and the newest stays. Two hand-written articles of one id are left for the slugs
 * to refuse: there nobody can know which is meant. The result does not depend on the order of the items.
 */
export function newestVersions<Item extends Versioned>(items: readonly Item[]): Versions<Item> {
  const notices: Notice[] = [];
  const keep = (
    among: readonly Item[],
    keyOf: (item: Item) => string | undefined,
    isNewer: (one: Item, other: Item) => boolean,
  ): Item[] => {
    // In most archives no item has another version.
    if (among.every((item) => keyOf(item) === undefined)) return [...among];
    const groups = new Map<string | Item, Item[]>();
    for (const item of among) {
      const key = keyOf(item) ?? item;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
    return [...groups.values()].flatMap((group) => {
      const [first, ...rest] = byRef(group);
      if (first === undefined) return [];
      return rest.reduce((kept, item) => {
        const wins = isNewer(item, kept);
        notices.push(olderVersion(wins ? kept : item, wins ? item : kept));
        return wins ? item : kept;
      }, first);
    });
  };
  const versions = keep(
    items,
    ({ id, revision }) => (revision === undefined ? undefined : id),
    (one, other) => compareRevisions(one, other) > 0,
  );
  const stories = keep(
    versions,
    ({ canonical }) => canonical,
    (one, other) => timeOf(one) > timeOf(other),
  );
  return { items: stories, notices: byRef(notices) };
}

function byRef<One extends { ref: string }>(among: readonly One[]): One[] {
  if (among.length < 2) return [...among];
  return among.toSorted((one, other) => compareRefs(one.ref, other.ref));
}

function compareRevisions(one: Versioned, other: Versioned): number {
  const [a = '', b = ''] = [one.revision, other.revision];
  const [x, y] = [Number(a), Number(b)];
  const byRevision =
    a !== '' && b !== '' && !Number.isNaN(x) && !Number.isNaN(y) ? x - y : compareText(a, b);
  return byRevision || timeOf(one) - timeOf(other);
}

function timeOf({ updated, published }: Versioned): number {
  const at = updated ?? published;
  const order = at === undefined ? Number.NaN : orderOf(at);
  return Number.isNaN(order) ? -Infinity : order;
}

function olderVersion(item: Versioned, kept: Versioned): Notice {
  const message = `left out: ${kept.ref} has a newer version of the same story`;
  return { ref: item.ref, problem: { code: 'older-version', at: '', message } };
}
