import { startPostings } from './postings.ts';
import { countRarity, warmUp } from './rarity.ts';
import { termKinds, type Signature, type TermKind } from './signature.ts';
import { toVector, type Vector } from './vectors.ts';

/** Two stories that may belong together, by their place in the archive. */
export interface Pair {
  one: number;
  other: number;
  /** Cosine of the two with what they learnt from their neighbours, 0 to 1. */
  likeness: number;
  /** What of the cosine of the two alone comes from words they share, and from people, places and tags. */
  shared: Record<TermKind, number>;
}

const ownTerms = 80;
const learntTerms = 80;
/** How many stories tell what else a story is about, how like it they must be, and how much they have to say. */
const teachers = 8;
const teachable = 0.15;
const lesson = 2;
/** How many stories one story is compared with in full: no more than these can have it in their lists. */
const compared = 32;

/**
 * Finds the pairs of an archive that are alike, in one pass from the oldest day to the newest.
 *
 * A headline is too short to be found by its own words, so a story also learns words from the stories most like it
 * (`quake` learns `tremor`): its words are its own and, weighted, those of its neighbours. It learns from its own day
 * and what came before, never from what comes after, and rarity is counted the same way: so a story that comes in
 * leaves the older ones as they are understood, and only changes the lists that it enters.
 * @param signatures oldest first; undated ones are one day, the first
 * @param meet called once for each pair that is worth weighing
 */
export function findPairs(signatures: readonly Signature[], meet: (pair: Pair) => void): void {
  const { terms, kinds } = numberTerms(signatures);
  const rarity = countRarity();
  const own = startPostings();
  const learnt = startPostings();
  const owns: Vector[] = [];
  const learnts: Vector[] = [];
  const ownScratch = new Float32Array(kinds.length);
  const wideScratch = new Float32Array(kinds.length);
  let counted = 0;
  for (const [from, to] of daysOf(signatures)) {
    for (
      const upTo = Math.max(to, Math.min(signatures.length, warmUp));
      counted < upTo;
      counted += 1
    ) {
      rarity.count(terms[counted] ?? []);
    }
    for (let place = from; place < to; place += 1) {
      const weights = new Map<number, number>();
      let at = 0;
      for (const kind of termKinds) {
        for (const weight of signatures[place]?.terms[kind].weights ?? []) {
          const term = terms[place]?.[at] ?? 0;
          weights.set(term, weight * rarity.weigh(term));
          at += 1;
        }
      }
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
      const ownWeights = lay(ownScratch, vector);
      const wideWeights = lay(wideScratch, wide);
      for (const [other] of learnt.find(wide, compared, place)) {
        // A pair of one day is met from both sides.
        if (other >= from && other > place) continue;
        const [otherOwn, otherWide] = [owns[other], learnts[other]];
        if (otherOwn === undefined || otherWide === undefined) continue;
        const likeness = addUp(wideWeights, otherWide, () => 'words').words;
        const shared = addUp(ownWeights, otherOwn, (term) => kinds[term] ?? 'words');
        meet({ one: other, other: place, likeness, shared });
      }
      clear(ownScratch, vector);
      clear(wideScratch, wide);
    }
  }
}

/** Numbers the terms from 0 as they come; each story's stand in the order of `termKinds`. */
function numberTerms(signatures: readonly Signature[]): { terms: Int32Array[]; kinds: TermKind[] } {
  const numbers = new Map<number, number>();
  const kinds: TermKind[] = [];
  const terms = signatures.map((signature) =>
    Int32Array.from(
      termKinds.flatMap((kind) =>
        Array.from(signature.terms[kind].hashes, (hash) => {
          const known = numbers.get(hash);
          if (known !== undefined) return known;
          numbers.set(hash, kinds.length);
          kinds.push(kind);
          return kinds.length - 1;
        }),
      ),
    ),
  );
  return { terms, kinds };
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

/** Lays a vector out by term, so that comparing it with many others looks nothing up. */
function lay(scratch: Float32Array, { terms, weights }: Vector): Float32Array {
  terms.forEach((term, at) => {
    scratch[term] = weights[at] ?? 0;
  });
  return scratch;
}

function clear(scratch: Float32Array, { terms }: Vector): void {
  for (const term of terms) scratch[term] = 0;
}

/** The cosine of a vector laid out with another one, by kind of term. */
function addUp(
  laid: Float32Array,
  { terms, weights }: Vector,
  kindOf: (term: number) => TermKind,
): Record<TermKind, number> {
  const sums = { words: 0, people: 0, places: 0, tags: 0 };
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at] ?? 0;
    const weight = laid[term] ?? 0;
    if (weight > 0) sums[kindOf(term)] += weight * (weights[at] ?? 0);
  }
  return sums;
}
