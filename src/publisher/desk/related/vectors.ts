/** A story as the terms it is known by and their weights, its length 1; terms heaviest first. */
export interface Vector {
  terms: Int32Array;
  weights: Float32Array;
}

/** Makes a vector of the heaviest terms. Ties go to the smaller number, so that no order of input shows. */
export function toVector(weights: ReadonlyMap<number, number>, most: number): Vector {
  const chosen = [...weights]
    .filter(([, weight]) => weight > 0)
    .toSorted(([one, a], [other, b]) => b - a || one - other)
    .slice(0, most);
  const length = Math.sqrt(chosen.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return {
    terms: Int32Array.from(chosen, ([term]) => term),
    weights: Float32Array.from(chosen, ([, weight]) => weight / length),
  };
}
