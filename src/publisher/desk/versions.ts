import { orderOf } from '../../model/time.ts';
import type { Notice, WireItem } from '../wire/wireItem.ts';
import { compareRefs, compareText } from './order.ts';

/** What tells versions of one story apart. */
export type Versioned = Pick<
  WireItem,
  'ref' | 'id' | 'revision' | 'updated' | 'published' | 'draft' | 'withheld'
>;

export interface Versions<Item> {
  items: Item[];
  /** One for each item that gave way to another: `older-version`, `same-version` or `withheld-version`. */
  notices: Notice[];
}

/**
 * Keeps one item of each id, as sources send a story again when it changes: the items are versions of it when their
 * source counts versions (`revision`), and the greatest stays. Of two that are alike in this the one that takes the story
 * back stays: sources cancel a version without counting it. Two hand-written articles of one id are left for the slugs
 * to refuse: there nobody can know which is meant. The result does not depend on the order of the items.
 */
export function newestVersions<Item extends Versioned>(items: readonly Item[]): Versions<Item> {
  const notices: Notice[] = [];
  const takenBack = new Set(items.flatMap(({ id, withheld }) => (withheld ? [id] : [])));
  const kept = keepOne(
    items,
    ({ id, revision }) => (revision === undefined && !takenBack.has(id) ? undefined : id),
    (group) => newestOf(group, compareRevisions, notices),
  );
  return { items: kept, notices: byRef(notices) };
}

/**
 * Of all items of one key only the one that is picked of them; items without a key stay as they are. Most archives have
 * no two of a key.
 */
export function keepOne<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
  pick: (group: readonly Item[]) => Item | undefined,
): Item[] {
  if (items.every((item) => keyOf(item) === undefined)) return [...items];
  const groups = new Map<string | Item, Item[]>();
  for (const item of items) {
    const key = keyOf(item) ?? item;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()].flatMap((group) => {
    const one = group.length === 1 ? group[0] : pick(group);
    return one === undefined ? [] : [one];
  });
}

/** The newest of some items, of two as new the one that keeps more back. @param notices where the others are told of */
export function newestOf<Item extends Versioned>(
  group: readonly Item[],
  compare: (one: Item, other: Item) => number,
  notices: Notice[],
): Item | undefined {
  const [first, ...rest] = byRef(group);
  if (first === undefined) return undefined;
  return rest.reduce((kept, item) => {
    const byAge = compare(item, kept);
    const wins = (byAge || holdOf(item) - holdOf(kept)) > 0;
    notices.push(gaveWay(wins ? kept : item, wins ? item : kept, byAge !== 0));
    return wins ? item : kept;
  }, first);
}

export function compareTimes(one: Versioned, other: Versioned): number {
  return compareNumber(timeOf(one), timeOf(other));
}

/** How far an item keeps its story back. */
export function holdOf({ draft, withheld }: Versioned): number {
  return withheld !== undefined ? 2 : draft ? 1 : 0;
}

export function byRef<One extends { ref: string }>(among: readonly One[]): One[] {
  if (among.length < 2) return [...among];
  return among.toSorted((one, other) => compareRefs(one.ref, other.ref));
}

function compareRevisions(one: Versioned, other: Versioned): number {
  const [a = '', b = ''] = [one.revision, other.revision];
  const [x, y] = [Number(a), Number(b)];
  const byRevision =
    a !== '' && b !== '' && !Number.isNaN(x) && !Number.isNaN(y) ? x - y : compareText(a, b);
  if (isTakenBack(one) === isTakenBack(other)) return byRevision || compareTimes(one, other);
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
