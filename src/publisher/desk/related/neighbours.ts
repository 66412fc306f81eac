import { startPostings } from './postings.ts';
import { countRarity, warmUp } from './rarity.ts';
import type { Signature } from './signature.ts';
import { toVector, type Vector } from './vectors.ts';

/** Two stories that may belong together, by their place in the archive. */
export interface Pair {
  one: number;
  other: number;
  /** Cosine of the two as they were understood when they came in, 0 to 1. */
  likeness: number;
  /** Likeness of their own words alone. */
  words: number;
}

const ownTerms = 80;
const learntTerms = 80;
/** How many stories tell what else a story is about, how like it they must be, and how much they have to say. */
const teachers = 8;
const teachable = 0.15;
const lesson = 2;
/** How many stories one story is compared with in full: no more than these can have it in their lists. */
const compared = 48;

/**
 * Finds the pairs of an archive that are alike, in one pass from the oldest day to the newest.
 *
 * A headline is too short to be found by its own words, so a story also learns words from the stories most like it
 * (`quake` learns `tremor`): its words are its own and, weighted, those of its neighbours. It learns from its own day
 * and what came before, never from what comes after, and rarity is counted the same way: so a story that comes in
 * leaves the older ones as they are understood, and only changes the lists that it enters.
 * @param signatures oldest first; undated ones are one day, the first
 */
export function findPairs(signatures: readonly Signature[]): Pair[] {
  const numbers = new Map<string, number>();
  const terms = signatures.map((one) =>
    one.terms.map(([term]) => {
      const number = numbers.get(term) ?? numbers.size;
      numbers.set(term, number);
      return number;
    }),
  );
  const rarity = countRarity();
  const own = startPostings();
  const learnt = startPostings();
  const owns: Vector[] = [];
  const learnts: Vector[] = [];
  const pairs: Pair[] = [];
  let counted = 0;
  for (const [from, to] of daysOf(signatures)) {
    for (const upTo = Math.max(to, Math.min(signatures.length, warmUp)); counted < upTo; counted += 1) {
      rarity.count(terms[counted] ?? []);
    }
    for (let place = from; place < to; place += 1) {
      const weights = new Map<number, number>();
      signatures[place]?.terms.forEach(([, weight], at) => {
        const term = terms[place]?.[at] ?? 0;
        weights.set(term, weight * rarity.weigh(term));
      });
      const vector = toVector(weights, ownTerms);
      owns.push(vector);
      own.add(place, vector);
    }
    for (let place = from; place < to; place += 1) {
      const vector = owns[place];
      if (vector === undefined) continue;
      const near = own.find(vector, teachers, place).filter(([, score]) => score >= teachable);
      const wide = learn(vector, near, owns);
      learnts.push(wide);
      learnt.add(place, wide);
    }
    for (let place = from; place < to; place += 1) {
      const [vector, wide] = [owns[place], learnts[place]];
      if (vector === undefined || wide === undefined) continue;
      for (const [other] of learnt.find(wide, compared, place)) {
        // A pair of one day is met from both sides.
        if (other >= from && other > place) continue;
        const [otherOwn, otherWide] = [owns[other], learnts[other]];
        if (otherOwn === undefined || otherWide === undefined) continue;
        const likeness = cosine(wide, otherWide);
        pairs.push({ one: other, other: place, likeness, words: cosine(vector, otherOwn) });
      }
    }
  }
  return pairs;
}

/** Runs of stories of one day, as places from and to. */
function daysOf(signatures: readonly Signature[]): [number, number][] {
  const days: [number, number][] = [];
  let day: number | undefined;
  signatures.forEach(({ at }, place) => {
    const own = at === undefined ? -Infinity : Math.floor(at);
    const last = days.at(-1);
    if (last !== undefined && own === day) last[1] = place + 1;
    else days.push([place, place + 1]);
    day = own;
  });
  return days;
}

function learn(vector: Vector, near: readonly [number, number][], owns: readonly Vector[]): Vector {
  if (near.length === 0) return vector;
  const weights = new Map<number, number>();
  const add = ({ terms, weights: from }: Vector, share: number): void => {
    terms.forEach((term, at) => {
      weights.set(term, (weights.get(term) ?? 0) + share * (from[at] ?? 0));
    });
  };
  add(vector, 1);
  const all = near.reduce((sum, [, score]) => sum + score, 0);
  for (const [place, score] of near) {
    const teacher = owns[place];
    if (teacher !== undefined) add(teacher, (lesson * score) / all);
  }
  return toVector(weights, learntTerms);
}

function cosine(one: Vector, other: Vector): number {
  const weights = new Map<number, number>();
  one.terms.forEach((term, at) => weights.set(term, one.weights[at] ?? 0));
  let sum = 0;
  other.terms.forEach((term, at) => {
    sum += (weights.get(term) ?? 0) * (other.weights[at] ?? 0);
  });
  return sum;
}
