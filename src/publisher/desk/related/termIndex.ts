import { startChains, sought, type Chains } from './chains.ts';
import type { Shelves } from './shelves.ts';
import { startTermTable, type TermTable } from './termTable.ts';

/** Of the numbers that a term is looked up by before it is looked up in earnest: hardly any term passes by chance. */
const sieveBits = 16;

/**
 * What is known of the terms of an archive: how many stories have each, and which. To know it of all takes a pass over
 * all stories with two looks a term; to know it of the few hundred that a few changed stories have takes a pass with
 * hardly any, so only those are looked for until all are wanted.
 */
export interface TermIndex {
  /** In how many stories each term is, of terms that are known. */
  table: Pick<TermTable, 'count' | 'countOf'>;
  /** Makes terms known that are not yet. */
  learn: (terms: Iterable<number>) => void;
  /** Makes all terms known. */
  learnAll: () => void;
  /** A story that was put on the shelves, its terms known and counted. */
  add: (place: number) => void;
  /** The story at a place is about to change or go. */
  forget: (place: number) => void;
  find: Chains['find'];
}

/** @param shelves the stories of an archive as they were kept; of those that come later it is told */
export function openTermIndex(shelves: Shelves): TermIndex {
  const table = startTermTable();
  const chains = startChains(shelves, table);
  // Terms are too large to be small numbers of the engine's, so a set of them is slow; tables are not.
  let known: TermTable | 'all' = shelves.stories() === 0 ? 'all' : startTermTable();
  const forgotten = new Set<number>();
  let oldestFirst: readonly number[] | undefined;

  /**
   * Counts terms in all stories, and links those stories that are found by them.
   * @param sieve 1 at the first bits of each term that may be wanted
   * @param wanted counts those that are
   */
  function post(sieve: Uint8Array, wanted: Pick<TermTable, 'countOf'>): void {
    oldestFirst ??= shelves.byAge();
    for (const place of oldestFirst) {
      if (forgotten.has(place)) continue;
      const { pool, from, to } = shelves.span(place, false);
      for (let at = from; at < to; at += 2) {
        const term = pool[at] ?? 0;
        if (sieve[term >>> (32 - sieveBits)] === 0 || wanted.countOf(term) === 0) continue;
        table.count(term, 1);
        const weight = at < from + 2 * sought ? (pool[at + 1] ?? 0) >>> 16 : 0;
        if (weight > 0) chains.link(place, term, weight);
      }
    }
  }

  function learn(terms: Iterable<number>): void {
    if (known === 'all') return;
    const wanted = startTermTable();
    const sieve = new Uint8Array(1 << sieveBits);
    let isAny = false;
    for (const term of terms) {
      if (known.countOf(term) > 0) continue;
      known.count(term, 1);
      wanted.count(term, 1);
      sieve[term >>> (32 - sieveBits)] = 1;
      isAny = true;
    }
    if (isAny) post(sieve, wanted);
  }

  return {
    table,
    learn,
    learnAll() {
      if (known === 'all') return;
      const before = known;
      known = 'all';
      const all = new Uint8Array(1 << sieveBits).fill(1);
      post(all, { countOf: (term) => (before.countOf(term) > 0 ? 0 : 1) });
    },
    add(place) {
      forgotten.delete(place);
      chains.add(place);
    },
    forget(place) {
      const are = known;
      forgotten.add(place);
      shelves.each(place, false, (term) => {
        if (are === 'all' || are.countOf(term) > 0) table.count(term, -1);
      });
      chains.forget(place);
    },
    find(place, isLearnt, ...how) {
      if (known !== 'all') learn(termsIn(shelves.span(place, isLearnt)));
      return chains.find(place, isLearnt, ...how);
    },
  };
}

function* termsIn({ pool, from, to }: ReturnType<Shelves['span']>): Generator<number> {
  for (let at = from; at < to; at += 2) yield pool[at] ?? 0;
}
