import { orderOf } from '../../model/time.ts';

const numeric = new Intl.Collator('en', { numeric: true });

/** Order of code units, the same on every machine. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Order of the sources as people count them: `week.json [3]` before `week.json [10]`. */
export function compareRefs(one: string, other: string): number {
  return numeric.compare(one, other) || compareText(one, other);
}

interface Dated {
  slug: string;
  ref: string;
  published?: string | undefined;
}

function orderIn({ published }: Dated): number | undefined {
  const order = published === undefined ? Number.NaN : orderOf(published);
  return Number.isNaN(order) ? undefined : order;
}

/** Newest first, then by slug; what has no date comes last, in the order of the sources. */
export function newestFirst<Item extends Dated>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: orderIn(item) }))
    .toSorted((one, other) => {
      if (one.at !== undefined && other.at !== undefined) {
        return other.at - one.at || compareText(one.item.slug, other.item.slug);
      }
      if (one.at !== undefined) return -1;
      if (other.at !== undefined) return 1;
      const [a, b] = [one.item, other.item];
      return compareRefs(a.ref, b.ref) || compareText(a.slug, b.slug);
    })
    .map(({ item }) => item);
}
