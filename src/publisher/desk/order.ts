import { orderOf } from '../../model/time.ts';

const numeric = new Intl.Collator('en', { numeric: true });

/** Order of code units, the same on every machine. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Order of the sources as people count them: `week.json [3]` before `week.json [10]`. */
export function compareRefs(one: string, other: string): number {
  return compareNumbers(one, other) || numeric.compare(one, other) || compareText(one, other);
}

/** Tells names apart that are the same up to a number, as an archive's are, at a fifth of the collator's time; else 0. */
function compareNumbers(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  while (at > 0 && isDigit(one.charCodeAt(at - 1))) at -= 1;
  const [a, b] = [numberAt(one, at), numberAt(other, at)];
  return a === undefined || b === undefined ? 0 : a - b;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The number that is written at a place, undefined where none is. */
function numberAt(text: string, from: number): number | undefined {
  let at = from;
  let number = 0;
  for (let code = text.charCodeAt(at); isDigit(code); code = text.charCodeAt((at += 1))) {
    number = number * 10 + code - 48;
  }
  // Longer ones are no exact numbers any more, which the collator knows.
  return at === from || at - from > 15 ? undefined : number;
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
