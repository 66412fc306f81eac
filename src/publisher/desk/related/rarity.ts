/** Below this many stories an archive does not know its words yet, so all of them are weighed anew each time. */
export const warmUp = 1000;
/** Rarer is heavier, but gently: with a steeper curve a chance name outweighs what the story is about. */
const steepness = 0.7;

/** Steps that were worked out, by the count. */
const steps: number[] = [];

/**
 * Weight of a term by how rare it is, 0 for one that every story has. Counts are read in steps of √2, so that one more
 * story hardly ever changes the weight of a word.
 */
export function weighRarity(having: number, stories: number): number {
  const rarer = stepOf(stories) - stepOf(Math.max(1, having));
  return rarer <= 0 ? 0 : (weights[rarer] ??= (rarer * Math.log(Math.SQRT2)) ** steepness);
}

const weights: number[] = [];

function stepOf(count: number): number {
  return (steps[count] ??= Math.round(2 * Math.log2(count)));
}
