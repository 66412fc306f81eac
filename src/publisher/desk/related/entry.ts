import { compareText } from '../order.ts';
import { hash } from './hash.ts';
import { findPart } from './series.ts';

/** The one term of the last kind says nothing of a story: it is there to be counted. */
export const termKinds = ['words', 'people', 'places', 'tags', 'language'] as const;
export type TermKind = (typeof termKinds)[number];

/** Hashes of terms, and their weights before anything is known of their rarity; heaviest first. */
export interface Terms {
  hashes: Uint32Array;
  weights: Float32Array;
}

/** A story filed under more than this is filed under nothing; it bounds what one story can cost. */
const most = { words: 100, people: 32, places: 32, tags: 32, language: 1 } as const;

export const rawUnit = 64;

/**
 * A story as the engine takes it in: what it is known by, in numbers, the same whether it is new or read from what was
 * kept. An archive's wait for each other to be taken in, so they are small.
 */
export interface Entry {
  slug: string;
  /** Days since 1970, with fractions; NaN for an undated story. */
  at: number;
  /** Hash of the name of its series, and its number in it; 0 and 0 for none. */
  series: number;
  part: number;
  terms: Uint32Array;
  /** Weight of each term in the story alone, in steps of 1 / `rawUnit`, at most 255; and its place in `termKinds`. */
  raws: Uint8Array;
  kinds: Uint8Array;
  sketch: Uint32Array;
}

export function toEntry(
  { slug, headline, kicker, at }: { slug: string; headline: string; kicker?: string; at?: number },
  terms: Record<TermKind, Terms>,
  sketch: Uint32Array,
): Entry {
  const found = findPart(headline, kicker);
  const parts = termKinds.map((kind) => {
    const { hashes, weights } = terms[kind];
    return { hashes: hashes.subarray(0, most[kind]), weights: weights.subarray(0, most[kind]) };
  });
  const length = parts.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const entry: Entry = {
    slug,
    at: at ?? Number.NaN,
    series: found === undefined ? 0 : hash(found.series),
    part: found?.number ?? 0,
    terms: new Uint32Array(length),
    raws: new Uint8Array(length),
    kinds: new Uint8Array(length),
    sketch,
  };
  let from = 0;
  parts.forEach(({ hashes, weights }, kind) => {
    entry.terms.set(hashes, from);
    weights.forEach((weight, own) => {
      entry.raws[from + own] = Math.max(1, Math.min(255, Math.round(weight * rawUnit)));
      entry.kinds[from + own] = kind;
    });
    from += hashes.length;
  });
  return entry;
}

/** The term that stands for an entry's language: its last. */
export function languageOf({ terms }: Pick<Entry, 'terms'>): number {
  return terms.at(-1) ?? 0;
}

/** The day of a story; undated ones are one day, before the first. */
export function dayOf(at: number): number {
  return Number.isNaN(at) ? -Infinity : Math.floor(at);
}

/** Oldest first, undated ones before all, then by slug. */
export function byAge(
  one: { at: number; slug: string },
  other: { at: number; slug: string },
): number {
  const a = Number.isNaN(one.at) ? -Infinity : one.at;
  const b = Number.isNaN(other.at) ? -Infinity : other.at;
  return a === b ? compareText(one.slug, other.slug) : a - b;
}
