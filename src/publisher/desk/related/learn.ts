import type { Near } from './chains.ts';
import { startLaid } from './laid.ts';
import type { Shelves } from './shelves.ts';
import { heaviest } from './vectors.ts';

const learntTerms = 80;
/** How much all teachers together have to say beside the story itself. */
const lesson = 1;

const laid = startLaid();

/** Gives a story its own words and, weighted, those of the stories most like it. */
export function learnFrom(shelves: Shelves, place: number, near: readonly Near[]): void {
  shelves.each(place, false, laid.add);
  // Squared, so that the nearest are heard most.
  const all = near.reduce((sum, { score }) => sum + score ** 2, 0);
  for (const { place: teacher, score } of near) {
    const share = (lesson * score ** 2) / all;
    shelves.each(teacher, false, (term, weight) => {
      laid.add(term, share * weight);
    });
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
