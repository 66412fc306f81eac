import { byAge, type Entry } from './entry.ts';
import { grown } from './growing.ts';

import { head, shelfSize, startShelf, type Shelf } from './shelf.ts';

/**
 * All that is known of each story, by its place, which is its own as long as it is here. A record in the pool is its head,
 * its own terms heaviest first (hash, then weight · 65,535 with raw weight and kind below it), its sketch, and, written
 * later and elsewhere, the terms it has with what it learnt (hash, weight · 65,535).
 */
export interface Shelves {
  /** How many places were ever given. */
  places: () => number;
  stories: () => number;
  placeOf: (slug: string) => number | undefined;
  isHere: (place: number) => boolean;
  slugOf: (place: number) => string;
  atOf: (place: number) => number;
  /** Series and number in it, 0 and 0 for none. */
  partOf: (place: number) => { series: number; part: number };
  /** Puts a story with its own terms, in the order given and with weights to `unit`; the slug's earlier record is let go. */
  put: (entry: Entry, order: ArrayLike<number>, weights: ArrayLike<number>) => number;
  putLearnt: (place: number, terms: ArrayLike<number>, weights: ArrayLike<number>) => void;
  take: (place: number) => void;
  /** Of a story's own terms (`putLearnt`'s when `isLearnt`), in turn; weights to `unit`. */
  each: (
    place: number,
    isLearnt: boolean,
    see: (term: number, weight: number, kind: number) => void,
  ) => void;
  /** The pool and the span of a story's own or learnt terms in it, two numbers a term: for the inner loops. */
  span: (place: number, isLearnt: boolean) => { pool: Uint32Array; from: number; to: number };
  sketchOf: (place: number) => Uint32Array;
  entryOf: (place: number) => Entry;
  slugs: () => string[];
  /** The places of all stories, in no order that means anything. */
  all: () => Iterable<number>;
  /** The same, oldest first, see `byAge`. */
  byAge: () => number[];
  shelves: readonly Shelf[];
}

export function openShelves(kept: readonly Shelf[]): Shelves {
  const shelves = [...kept];
  const places = new Map<string, number>();
  shelves.forEach(({ slugs, records }, at) => {
    slugs.forEach((slug, own) => {
      if ((records[own] ?? 0) !== 0) places.set(slug, at * shelfSize + own);
    });
  });
  const empty: Shelf = startShelf();
  const shelfOf = (place: number): Shelf => shelves[Math.floor(place / shelfSize)] ?? empty;
  const recordOf = (place: number): number => shelfOf(place).records[place % shelfSize] ?? 0;

  const all: Shelves = {
    shelves,
    places: () => (shelves.length - 1) * shelfSize + (shelves.at(-1)?.slugs.length ?? shelfSize),
    stories: () => places.size,
    placeOf: (slug) => places.get(slug),
    isHere: (place) => recordOf(place) !== 0,
    slugOf: (place) => shelfOf(place).slugs[place % shelfSize] ?? '',
    atOf: (place) => shelfOf(place).at[place % shelfSize] ?? Number.NaN,
    partOf(place) {
      const [{ pool }, record] = [shelfOf(place), recordOf(place)];
      return { series: pool[record + 3] ?? 0, part: pool[record + 4] ?? 0 };
    },
    put(entry, order, weights) {
      let place = places.get(entry.slug);
      if (place === undefined) {
        if ((shelves.at(-1)?.slugs.length ?? shelfSize) === shelfSize) shelves.push(startShelf());
        place = all.places();
        places.set(entry.slug, place);
        shelfOf(place).slugs.push(entry.slug);
      }
      const shelf = shelfOf(place);
      const length = head + 2 * order.length + entry.sketch.length;
      if (shelf.used + length > shelf.pool.length) {
        shelf.pool = grown(shelf.pool, shelf.used + length);
      }
      const { pool, used } = shelf;
      pool.set([order.length, 0, entry.sketch.length, entry.series, entry.part, 0], used);
      for (let at = 0; at < order.length; at += 1) {
        const own = order[at] ?? 0;
        const [raw, kind] = [entry.raws[own] ?? 0, entry.kinds[own] ?? 0];
        pool[used + head + 2 * at] = entry.terms[own] ?? 0;
        pool[used + head + 2 * at + 1] = (((weights[at] ?? 0) << 16) | (raw << 8) | kind) >>> 0;
      }
      pool.set(entry.sketch, used + head + 2 * order.length);
      shelf.records[place % shelfSize] = used;
      shelf.at[place % shelfSize] = entry.at;
      shelf.used += length;
      return place;
    },
    putLearnt(place, terms, weights) {
      const shelf = shelfOf(place);
      const length = 2 * terms.length;
      if (shelf.used + length > shelf.pool.length) {
        shelf.pool = grown(shelf.pool, shelf.used + length);
      }
      const { pool, used } = shelf;
      for (let at = 0; at < terms.length; at += 1) {
        pool[used + 2 * at] = terms[at] ?? 0;
        pool[used + 2 * at + 1] = weights[at] ?? 0;
      }
      const record = recordOf(place);
      pool[record + 1] = terms.length;
      pool[record + 5] = used;
      shelf.used += length;
    },
    take(place) {
      const shelf = shelfOf(place);
      places.delete(all.slugOf(place));
      shelf.records[place % shelfSize] = 0;
      shelf.slugs[place % shelfSize] = '';
    },
    span(place, isLearnt) {
      const [{ pool }, record] = [shelfOf(place), recordOf(place)];
      const from = isLearnt ? (pool[record + 5] ?? 0) : record + head;
      return { pool, from, to: from + 2 * (pool[record + (isLearnt ? 1 : 0)] ?? 0) };
    },
    each(place, isLearnt, see) {
      const { pool, from, to } = all.span(place, isLearnt);
      for (let at = from; at < to; at += 2) {
        const packed = pool[at + 1] ?? 0;
        see(pool[at] ?? 0, isLearnt ? packed : packed >>> 16, packed & 255);
      }
    },
    sketchOf(place) {
      const [{ pool }, record] = [shelfOf(place), recordOf(place)];
      const from = record + head + 2 * (pool[record] ?? 0);
      return pool.subarray(from, from + (pool[record + 2] ?? 0));
    },
    entryOf(place) {
      const { pool, from, to } = all.span(place, false);
      const length = (to - from) / 2;
      const entry: Entry = {
        slug: all.slugOf(place),
        at: all.atOf(place),
        ...all.partOf(place),
        terms: new Uint32Array(length),
        raws: new Uint8Array(length),
        kinds: new Uint8Array(length),
        sketch: all.sketchOf(place).slice(),
      };
      for (let at = 0; at < length; at += 1) {
        const packed = pool[from + 2 * at + 1] ?? 0;
        entry.terms[at] = pool[from + 2 * at] ?? 0;
        entry.raws[at] = (packed >>> 8) & 255;
        entry.kinds[at] = packed & 255;
      }
      return entry;
    },
    slugs: () => [...places.keys()],
    all: () => places.values(),
    byAge() {
      const order = [...places.values()];
      const compare = (one: number, other: number): number =>
        byAge(
          { at: all.atOf(one), slug: all.slugOf(one) },
          { at: all.atOf(other), slug: all.slugOf(other) },
        );
      // Most archives got their stories in this order, and need not be sorted.
      const isSorted = order.every((place, at) => {
        if (at === 0) return true;
        const before = order[at - 1] ?? 0;
        return all.atOf(before) < all.atOf(place) || compare(before, place) < 0;
      });
      return isSorted ? order : order.toSorted(compare);
    },
  };
  return all;
}
