import { shelfSize } from './shelf.ts';

/**
 * How many others a story can be bound to. A bond counts when both keep it, so a story stands in no more lists than this,
 * and one that comes, changes or goes changes no more than three times as many: those it leaves, those it enters and those
 * it crowds out.
 */
export const mostBonds = 12;

/** Two numbers a bond: the other's place + 1, and its rank. */
const perStory = 2 * mostBonds;

export interface Bonds {
  /** Binds one story to another, unless it has enough that are nearer. Returns whether the other was new to it. */
  offer: (place: number, other: number, rank: number) => boolean;
  /** Forgets all that bind a story to others and others to these. */
  drop: (places: ReadonlySet<number>) => void;
  /** The others a story is bound to from both sides, nearest first. */
  each: (place: number, see: (other: number, rank: number) => void) => void;
  /** Stories whose bonds, or whose others' bonds, changed since it was last asked. */
  touched: () => ReadonlySet<number>;
  /** One a shelf, `mostBonds` a story. */
  pages: readonly Uint32Array[];
}

/**
 * @param nearer of two others of the same rank, whether the first comes before the second in the list of a story
 */
export function openBonds(
  kept: readonly Uint32Array[],
  nearer: (place: number, one: number, other: number) => boolean,
): Bonds {
  const pages = [...kept];
  let touched = new Set<number>();
  const none = new Uint32Array(perStory);

  function bondsOf(place: number): Uint32Array {
    const from = (place % shelfSize) * perStory;
    return pages[Math.floor(place / shelfSize)]?.subarray(from, from + perStory) ?? none;
  }
  function has(place: number, other: number): boolean {
    const bonds = bondsOf(place);
    for (let at = 0; at < perStory; at += 2) if (bonds[at] === other + 1) return true;
    return false;
  }
  function remove(bonds: Uint32Array, at: number): void {
    bonds.copyWithin(at, at + 2);
    bonds.fill(0, perStory - 2);
  }
  return {
    pages,
    offer(place, other, rank) {
      while (pages.length <= place / shelfSize) pages.push(new Uint32Array(shelfSize * perStory));
      const bonds = bondsOf(place);
      let at = perStory;
      while (at > 0) {
        const [known = 0, its = 0] = [bonds[at - 2], bonds[at - 1]];
        if (known === other + 1) return false;
        if (known !== 0 && (its > rank || (its === rank && !nearer(place, other, known - 1)))) {
          break;
        }
        at -= 2;
      }
      for (let before = 0; before < at; before += 2) if (bonds[before] === other + 1) return false;
      if (at === perStory) return false;
      const last = bonds[perStory - 2] ?? 0;
      if (last !== 0) touched.add(last - 1);
      bonds.copyWithin(at + 2, at, perStory - 2);
      bonds[at] = other + 1;
      bonds[at + 1] = rank;
      touched.add(place);
      touched.add(other);
      return true;
    },
    drop(places) {
      for (const place of places) bondsOf(place).fill(0);
      pages.forEach((page, index) => {
        for (let at = page.length - 2; at >= 0; at -= 2) {
          const other = (page[at] ?? 0) - 1;
          if (other < 0 || !places.has(other)) continue;
          const own = Math.floor(at / perStory);
          remove(page.subarray(own * perStory, (own + 1) * perStory), at - own * perStory);
          touched.add(index * shelfSize + own);
        }
      });
    },
    each(place, see) {
      const bonds = bondsOf(place);
      for (let at = 0; at < perStory; at += 2) {
        const other = (bonds[at] ?? 0) - 1;
        if (other >= 0 && has(other, place)) see(other, bonds[at + 1] ?? 0);
      }
    },
    touched() {
      const all = touched;
      touched = new Set();
      return all;
    },
  };
}
