import { orderOf } from '../../model/time.ts';
import type { Notice, WireItem } from '../wire/wireItem.ts';
import { compareRefs, compareText } from './order.ts';

/** What tells versions of one story apart. */
type Versioned = Pick<
  WireItem,
  'ref' | 'id' | 'revision' | 'canonical' | 'updated' | 'published' | 'draft' | 'withheld'
>;

interface Versions<Item> {
  items: Item[];
  /** One for each item that gave way to another: `older-version`, `same-version` or `withheld-version`. */
  notices: Notice[];
}

/**
 * Keeps one item of each story: sources send a story again when it changes, and two feeds may carry the same one.
 * Items of one id are versions when their source counts versions (`revision`), and the greatest stays; items with one
 * canonical address are one story, and the newest stays. Of two that are alike in this the one that takes the story back
 * stays: sources cancel a version without counting it. Two hand-written articles of one id are left for the slugs
 * to refuse: there nobody can know which is meant. The result does not depend on the order of the items.
 */
export function newestVersions<Item extends Versioned>(items: readonly Item[]): Versions<Item> {
  const notices: Notice[] = [];
  const keep = (
    among: readonly Item[],
    keyOf: (item: Item) => string | undefined,
    compare: (one: Item, other: Item) => number,
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
        const byAge = compare(item, kept);
        const wins = (byAge || holdOf(item) - holdOf(kept)) > 0;
        notices.push(gaveWay(wins ? kept : item, wins ? item : kept, byAge !== 0));
        return wins ? item : kept;
      }, first);
    });
  };
  const takenBack = new Set(items.flatMap(({ id, withheld }) => (withheld ? [id] : [])));
  const versions = keep(
    items,
    ({ id, revision }) => (revision === undefined && !takenBack.has(id) ? undefined : id),
    compareRevisions,
  );
  const stories = keep(
    versions,
    ({ canonical }) => canonical,
    (one, other) => compareNumber(timeOf(one), timeOf(other)),
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
  if (isTakenBack(one) === isTakenBack(other))
    return byRevision || compareNumber(timeOf(one), timeOf(other));
  // A cancellation that says neither its version nor its time is not older than what it cancels.
  const [from, to] = [timeOf(one), timeOf(other)];
  const byTime = Number.isFinite(from) && Number.isFinite(to) ? from - to : 0;
  return (a !== '' && b !== '' && byRevision) || byTime;
}

function compareNumber(one: number, other: number): number {
  return one === other ? 0 : one - other;
}

function isTakenBack({ withheld }: Versioned): boolean {
  return withheld !== undefined;
}

/** How far an item keeps its story back. */
function holdOf({ draft, withheld }: Versioned): number {
  return withheld !== undefined ? 2 : draft ? 1 : 0;
}

function timeOf({ updated, published }: Versioned): number {
  const at = updated ?? published;
  const order = at === undefined ? Number.NaN : orderOf(at);
  return Number.isNaN(order) ? -Infinity : order;
}

function gaveWay(item: Versioned, kept: Versioned, isOlder: boolean): Notice {
  const [code, why] = isOlder
    ? ['older-version', 'has a newer version of the same story']
    : holdOf(kept) > holdOf(item)
      ? ['withheld-version', 'keeps the same version of the story back']
      : ['same-version', 'has the same version of the same story'];
  return { ref: item.ref, problem: { code, at: '', message: `left out: ${kept.ref} ${why}` } };
}
