import type { Vector } from './vectors.ts';

/** How far back a term is followed: a rare one to its beginning, a common one through its latest stories only. */
const latest = 400;
/** Entries looked at for one story; it bounds the work however large the archive is. */
const budget = 6000;

/** Which stories have a term, by their place in the archive: oldest first. */
export interface Postings {
  add: (place: number, vector: Vector) => void;
  /** The stories most like a vector, best first: at most `most`, each with the cosine of what was looked at. */
  find: (vector: Vector, most: number, except: number) => [place: number, score: number][];
}

/** An index whose cost for one story does not grow with the archive. */
export function startPostings(): Postings {
  const places: number[][] = [];
  const weights: number[][] = [];
  return {
    add(place, { terms, weights: own }) {
      terms.forEach((term, at) => {
        (places[term] ??= []).push(place);
        (weights[term] ??= []).push(own[at] ?? 0);
      });
    },
    find(vector, most, except) {
      const scores = new Map<number, number>();
      let left = budget;
      vector.terms.forEach((term, at) => {
        const [having = [], having_ = []] = [places[term], weights[term]];
        const from = Math.max(0, having.length - Math.min(latest, left));
        const weight = vector.weights[at] ?? 0;
        for (let one = having.length - 1; one >= from; one -= 1) {
          const place = having[one] ?? 0;
          scores.set(place, (scores.get(place) ?? 0) + weight * (having_[one] ?? 0));
        }
        left -= having.length - from;
      });
      scores.delete(except);
      return [...scores].toSorted(([one, a], [other, b]) => b - a || one - other).slice(0, most);
    },
  };
}
