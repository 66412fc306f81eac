import type { Near } from './chains.ts';
import { startLaid } from './laid.ts';
import type { Shelves } from './shelves.ts';
import { heaviest } from './vectors.ts';

const learntTerms = 80;
/** A teacher says its heaviest words only; the others would hardly stay. */
const taughtTerms = 40;
/** How much all teachers together have to say beside the story itself. */
const lesson = 1.6;

const laid = startLaid();

/** Gives a story its own words and, weighted, those of the stories most like it. */
export function learnFrom(shelves: Shelves, place: number, near: readonly Near[]): void {
  shelves.each(place, false, laid.add);
  // Squared, so that the nearest are heard most.
  const all = near.reduce((sum, { score }) => sum + score ** 2, 0);
  for (const { place: teacher, score } of near) {
    const share = (lesson * score ** 2) / all;
    const { pool, from, to } = shelves.span(teacher, false);
    for (let at = from; at < Math.min(to, from + 2 * taughtTerms); at += 2) {
      laid.add(pool[at] ?? 0, share * ((pool[at + 1] ?? 0) >>> 16));
    }
  }
  const terms = laid.terms();
  const weights = Float64Array.from(terms, (term) => laid.weightOf(term));
  const chosen = heaviest(weights, learntTerms);
  shelves.putLearnt(
    place,
    Uint32Array.from(chosen.order, (at) => terms[at] ?? 0),
    chosen.weights,
  );
  laid.clear();
}
