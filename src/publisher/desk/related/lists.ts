import type { Reason } from '../../../model/trail.ts';
import { present } from '../present.ts';
import type { Bonds } from './bonds.ts';
import type { SeriesShelf } from './seriesShelf.ts';
import type { Shelves } from './shelves.ts';
import { isSameText } from './sketch.ts';
import { bondOf, reasonOf } from './weigh.ts';

/** A story in another's list, with why and how sure. */
export interface Relation {
  slug: string;
  /** Absent when all they share is a tag. */
  reason?: Reason;
  /** 0 to 1; a part of a series is sure. */
  score: number;
}

/** The list of the story at a place: its series first, then those it is bound to, without copies of one text. */
export function listOf(
  shelves: Shelves,
  bonds: Bonds,
  series: SeriesShelf,
  place: number,
  most: number,
): Relation[] {
  const chosen = new Map<number, Relation>();
  const choose = (other: number, score: number, reason: Reason | undefined): void => {
    if (chosen.has(other) || chosen.size >= most) return;
    chosen.set(other, { slug: shelves.slugOf(other), ...present({ reason }), score });
  };
  const { next, earlier } = series.around(place);
  if (next !== undefined) choose(next, 1, 'series-next');
  if (earlier !== undefined) choose(earlier, 1, 'series-earlier');
  bonds.each(place, (other, rank) => {
    const sketch = shelves.sketchOf(other);
    if ([place, ...chosen.keys()].some((one) => isSameText(shelves.sketchOf(one), sketch))) return;
    const bond = bondOf(rank);
    const days = shelves.atOf(other) - shelves.atOf(place);
    choose(other, bond.score, reasonOf(bond, Number.isNaN(days) ? undefined : days));
  });
  return [...chosen.values()];
}
