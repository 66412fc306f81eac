import type { Vector } from './vectors.ts';

/** How far back a term is followed: a rare one to its beginning, a common one through its latest stories only. */
const latest = 300;
/** Entries looked at for one story; it bounds the work however large the archive is. */
const budget = 4000;

/** What shares less than this part of what the best one shares is not looked at again. */
const hopeless = 0.1;

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
  /** Scratch, all 0 between two searches: a map would cost more than the search itself. */
  const scores: number[] = [];
  return {
    add(place, { terms, weights: own }) {
      terms.forEach((term, at) => {
        const [having, heavy] = [(places[term] ??= []), (weights[term] ??= [])];
        having.push(place);
        heavy.push(own[at] ?? 0);
        if (having.length < 2 * latest) return;
        having.splice(0, latest);
        heavy.splice(0, latest);
      });
      while (scores.length <= place) scores.push(0);
    },
    find(vector, most, except) {
      const met: number[] = [];
      let left = budget;
      vector.terms.forEach((term, at) => {
        const [having = [], heavy = []] = [places[term], weights[term]];
        const from = Math.max(0, having.length - Math.min(latest, left));
        const weight = vector.weights[at] ?? 0;
        for (let one = having.length - 1; one >= from; one -= 1) {
          const place = having[one] ?? 0;
          const score = scores[place] ?? 0;
          if (score === 0) met.push(place);
          scores[place] = score + weight * (heavy[one] ?? 0);
        }
        left -= having.length - from;
      });
      scores[except] = 0;
      const best = met.reduce((highest, place) => Math.max(highest, scores[place] ?? 0), 0);
      const found = met.flatMap((place): [number, number][] => {
        const score = scores[place] ?? 0;
        scores[place] = 0;
        return score > hopeless * best ? [[place, score]] : [];
      });
      return found.toSorted(([one, a], [other, b]) => b - a || one - other).slice(0, most);
    },
  };
}
