import { byAge } from './entry.ts';
import { findNext } from './series.ts';
import type { Shelves } from './shelves.ts';

/** The series of an archive and who stands where in them. */
export interface SeriesShelf {
  add: (place: number) => void;
  remove: (place: number) => void;
  /** The stories of the next and the earlier number, where there are any. */
  around: (place: number) => { next?: number; earlier?: number };
}

export function startSeriesShelf(shelves: Shelves): SeriesShelf {
  const members = new Map<number, Set<number>>();
  const known = new Map<number, ReturnType<typeof findNext>>();
  return {
    add(place) {
      const { series, part } = shelves.partOf(place);
      if (part === 0) return;
      members.set(series, (members.get(series) ?? new Set()).add(place));
      known.delete(series);
    },
    remove(place) {
      const { series, part } = shelves.partOf(place);
      if (part === 0) return;
      members.get(series)?.delete(place);
      known.delete(series);
    },
    around(place) {
      const { series, part } = shelves.partOf(place);
      if (part === 0) return {};
      let found = known.get(series);
      if (found === undefined) {
        const parts = [...(members.get(series) ?? [])]
          .map((one) => ({ place: one, at: shelves.atOf(one), slug: shelves.slugOf(one) }))
          .toSorted(byAge);
        found = findNext(parts.map((one) => ({ ...one, part: shelves.partOf(one.place).part })));
        known.set(series, found);
      }
      return found.get(place) ?? {};
    },
  };
}
