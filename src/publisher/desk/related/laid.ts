/** Slots for the terms of one vector and what it learnt, never more than half full. */
const size = 4096;

/** A vector laid out by term, so that comparing it with many others looks each of their terms up in one or two looks. */
export interface Laid {
  /** Adds to the weight of a term; at most 2,000 terms. */
  add: (term: number, weight: number) => void;
  /** 0 for a term it does not have. */
  weightOf: (term: number) => number;
  /** Its terms in the order they came, until it is cleared. */
  terms: () => readonly number[];
  clear: () => void;
}

export function startLaid(): Laid {
  const keys = new Uint32Array(size);
  const weights = new Float64Array(size);
  const isTaken = new Uint8Array(size);
  let terms: number[] = [];
  let slots: number[] = [];

  function slotOf(term: number): number {
    let slot = Math.imul(term, 0x9e3779b1) >>> 20;
    while (isTaken[slot] === 1 && keys[slot] !== term) slot = (slot + 1) & (size - 1);
    return slot;
  }
  return {
    add(term, weight) {
      const slot = slotOf(term);
      if (isTaken[slot] === 0) {
        isTaken[slot] = 1;
        keys[slot] = term;
        weights[slot] = 0;
        terms.push(term);
        slots.push(slot);
      }
      weights[slot] = (weights[slot] ?? 0) + weight;
    },
    weightOf(term) {
      const slot = slotOf(term);
      return isTaken[slot] === 1 ? (weights[slot] ?? 0) : 0;
    },
    terms: () => terms,
    clear() {
      for (const slot of slots) isTaken[slot] = 0;
      terms = [];
      slots = [];
    },
  };
}
