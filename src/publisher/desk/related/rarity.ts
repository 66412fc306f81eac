/** Below this many stories an archive does not know its words yet, so all of them count from the beginning. */
export const warmUp = 2000;
/** Rarer is heavier, but gently: with a steeper curve a chance name outweighs what the story is about. */
const steepness = 0.7;

/**
 * How rare the archive's terms are, counted as its stories come in. Counts are read in steps of √2, so that one more
 * story hardly ever changes the weight of a word, and with it the lists of stories it has nothing to do with.
 */
export function countRarity(): {
  /** Counts the terms of one story. */
  count: (terms: Iterable<number>) => void;
  /** Weight of a term, 0 for one that every story has. */
  weigh: (term: number) => number;
} {
  const counts: number[] = [];
  let stories = 0;
  return {
    count(terms) {
      stories += 1;
      for (const term of terms) counts[term] = (counts[term] ?? 0) + 1;
    },
    weigh(term) {
      const share = (step(stories) * 1.1) / step(counts[term] ?? 1);
      return share <= 1 ? 0 : Math.log(share) ** steepness;
    },
  };
}

function step(count: number): number {
  return 2 ** (Math.round(2 * Math.log2(count)) / 2);
}
