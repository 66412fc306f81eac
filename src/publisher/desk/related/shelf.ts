/** Stories of a shelf: a segment that is kept is one shelf, so this bounds what one changed story writes. */
export const shelfSize = 4096;
/** Numbers before a record's terms: how many own ones, learnt ones and marks of the sketch; series and part; learnt from. */
export const head = 6;
/** Of a weight of 1. */
export const unit = 65_535;

/** Stories side by side; a place that is free has its record at 0. */
export interface Shelf {
  slugs: string[];
  at: Float64Array;
  /** Where in the pool each story's record begins. */
  records: Uint32Array;
  pool: Uint32Array;
  used: number;
}

export function startShelf(): Shelf {
  return {
    slugs: [],
    at: new Float64Array(shelfSize).fill(Number.NaN),
    records: new Uint32Array(shelfSize),
    pool: new Uint32Array(1 << 16),
    used: 1,
  };
}

/** The shelf without what its stories left behind when they changed or went. */
export function tidied(shelf: Shelf): Shelf {
  const kept = { ...shelf, records: new Uint32Array(shelfSize), used: 1 };
  kept.pool = new Uint32Array(shelf.used);
  shelf.records.forEach((record, own) => {
    if (record === 0) return;
    const { pool } = shelf;
    const [terms = 0, learnt = 0, marks = 0] = pool.subarray(record, record + 3);
    const length = head + 2 * terms + marks;
    const learntFrom = pool[record + 5] ?? 0;
    kept.pool.set(pool.subarray(record, record + length), kept.used);
    kept.pool.set(pool.subarray(learntFrom, learntFrom + 2 * learnt), kept.used + length);
    kept.pool[kept.used + 5] = kept.used + length;
    kept.records[own] = kept.used;
    kept.used += length + 2 * learnt;
  });
  kept.pool = kept.pool.slice(0, kept.used);
  return kept;
}
