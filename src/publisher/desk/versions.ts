import { orderOf } from '../../model/time.ts';
import type { Notice, WireItem } from '../wire/wireItem.ts';
import { compareRefs, compareText } from './order.ts';

interface Versions {
  items: WireItem[];
  /** One `older-version` for each item that gave way to another. */
  notices: Notice[];
}

/**
 * Keeps one item of each story: sources send a story again when it changes, and two feeds may carry the same one.
 * Items of one id are versions when their source counts versions (`revision`), and the greatest stays; items with one
 * canonical address are one story, and the newest stays. Two hand-written articles of one id are left for the slugs
 * to refuse: there nobody can know which is meant. The result does not depend on the order of the items.
 */
export function newestVersions(items: readonly WireItem[]): Versions {
  const sorted = items.toSorted((one, other) => compareRefs(one.ref, other.ref));
  const notices: Notice[] = [];
  const keep = (
    among: readonly WireItem[],
    keyOf: (item: WireItem) => string | undefined,
    isNewer: (one: WireItem, other: WireItem) => boolean,
  ): WireItem[] => {
    const kept = new Map<string | WireItem, WireItem>();
    for (const item of among) {
      const key = keyOf(item) ?? item;
      const other = kept.get(key);
      const wins = other === undefined || isNewer(item, other);
      if (wins) kept.set(key, item);
      if (other !== undefined) notices.push(olderVersion(wins ? other : item, wins ? item : other));
    }
    return [...kept.values()];
  };
  const versions = keep(
    sorted,
    ({ id, revision }) => (revision === undefined ? undefined : id),
    (one, other) => compareRevisions(one, other) > 0,
  );
  const stories = keep(
    versions,
    ({ canonical }) => canonical,
    (one, other) => timeOf(one) > timeOf(other),
  );
  return { items: stories, notices };
}

function compareRevisions(one: WireItem, other: WireItem): number {
  const [a = '', b = ''] = [one.revision, other.revision];
  const [x, y] = [Number(a), Number(b)];
  const byRevision =
    a !== '' && b !== '' && !Number.isNaN(x) && !Number.isNaN(y) ? x - y : compareText(a, b);
  return byRevision || timeOf(one) - timeOf(other);
}

function timeOf({ updated, published }: WireItem): number {
  const at = updated ?? published;
  const order = at === undefined ? Number.NaN : orderOf(at);
  return Number.isNaN(order) ? -Infinity : order;
}

function olderVersion(item: WireItem, kept: WireItem): Notice {
  const message = `left out: ${kept.ref} has a newer version of the same story`;
  return { ref: item.ref, problem: { code: 'older-version', at: '', message } };
}
