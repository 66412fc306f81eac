/** Slots are never more than half full, so a search ends after one or two looks. */
const least = 1 << 12;

/**
 * What is known of each term: in how many stories it is, and where its chain begins (chains.ts). An open-addressed table,
 * since a map of a million terms costs five times the memory and the time.
 */
export interface TermTable {
  /** Adds to (or takes from) the number of stories that have a term. */
  count: (term: number, by: number) => void;
  countOf: (term: number) => number;
  /** The newest posting of a term, 0 when it has none. */
  headOf: (term: number) => number;
  /** Makes a posting the newest one of its term and returns the one that was. */
  lead: (term: number, posting: number) => number;
}

export function startTermTable(): TermTable {
  let size = least;
  let used = 0;
  let keys = new Uint32Array(size);
  let counts = new Int32Array(size);
  let heads = new Uint32Array(size);
  let zero = { count: 0, head: 0 };

  function slotOf(term: number): number {
    let slot = Math.imul(term, 0x9e3779b1) & (size - 1);
    while (keys[slot] !== 0 && keys[slot] !== term) slot = (slot + 1) & (size - 1);
    return slot;
  }
  function claim(term: number): number {
    const slot = slotOf(term);
    if (keys[slot] === term) return slot;
    keys[slot] = term;
    used += 1;
    if (used * 2 <= size) return slot;
    grow();
    return slotOf(term);
  }
  function grow(): void {
    const [oldKeys, oldCounts, oldHeads] = [keys, counts, heads];
    size *= 2;
    keys = new Uint32Array(size);
    counts = new Int32Array(size);
    heads = new Uint32Array(size);
    for (let old = 0; old < oldKeys.length; old += 1) {
      const term = oldKeys[old] ?? 0;
      if (term === 0) continue;
      const slot = slotOf(term);
      keys[slot] = term;
      counts[slot] = oldCounts[old] ?? 0;
      heads[slot] = oldHeads[old] ?? 0;
    }
  }
  return {
    count(term, by) {
      // 0 marks a free slot, so the one term that is hashed to it is kept apart.
      if (term === 0) {
        zero = { ...zero, count: zero.count + by };
        return;
      }
      const slot = claim(term);
      counts[slot] = (counts[slot] ?? 0) + by;
    },
    countOf: (term) => (term === 0 ? zero.count : (counts[slotOf(term)] ?? 0)),
    headOf: (term) => (term === 0 ? zero.head : (heads[slotOf(term)] ?? 0)),
    lead(term, posting) {
      if (term === 0) {
        const before = zero.head;
        zero = { ...zero, head: posting };
        return before;
      }
      const slot = claim(term);
      const before = heads[slot] ?? 0;
      heads[slot] = posting;
      return before;
    },
  };
}
