import type { Reason } from '../../../model/trail.ts';
import { compareText } from '../order.ts';
import { findPairs } from './neighbours.ts';
import { findPart, findSeries } from './series.ts';
import type { Signature } from './signature.ts';
import { isSameText } from './sketch.ts';
import { reasonOf, weigh, type Bond } from './weigh.ts';

/** A story in another's list, with why and how sure. */
export interface Relation {
  slug: string;
  /** Absent when all they share is a tag. */
  reason?: Reason;
  /** 0 to 1; a part of a series is sure. */
  score: number;
}

interface Offer {
  place: number;
  bond: Bond;
}

/** Offers kept for a story: more than a list shows, since some turn out to be copies of one another. */
const keptOffers = 12;
const listLength = 6;
/** In how many lists a story can stand, so that its change never rewrites more pages than that. */
const mostLists = 50;

/**
 * The related stories of every story of an archive, best first, at most six, none where nothing is sure.
 *
 * How: a story becomes the words it is known by (signature.ts, words.ts), each weighed by how rare the archive has it
 * (rarity.ts); an index of terms finds the few stories that share some of them (postings.ts); those are compared with
 * what each learnt from its neighbours (neighbours.ts); what is not alike enough is left out, and the rest is given its
 * reason (weigh.ts). Copies of one text never stand in one another's list, nor two copies in a third one's (sketch.ts).
 * The work for one story does not grow with the archive. A pure function, in which the order of the input does not show.
 */
export function relateArchive(unordered: readonly Signature[]): Map<string, Relation[]> {
  const stories = unordered.toSorted((one, other) => {
    const [a, b] = [one.at ?? -Infinity, other.at ?? -Infinity];
    return a === b ? compareText(one.slug, other.slug) : a - b;
  });
  const offers: Offer[][] = stories.map(() => []);
  findPairs(stories, (pair) => {
    const [one, other] = [stories[pair.one], stories[pair.other]];
    const bond = one && other && weigh(pair, apart(one, other));
    if (bond === undefined) return;
    offer(offers[pair.one], { place: pair.other, bond });
    offer(offers[pair.other], { place: pair.one, bond });
  });

  const series = findSeries(stories.map(({ headline, kicker }) => findPart(headline, kicker)));
  const listed: number[] = stories.map(() => 0);
  return new Map(
    stories.map((story, place) => {
      const chosen = new Map<number, Relation>();
      const choose = (other: number, score: number, reason: Reason | undefined): void => {
        const slug = stories[other]?.slug;
        if (slug === undefined || chosen.has(other) || chosen.size >= listLength) return;
        chosen.set(other, { slug, ...(reason === undefined ? {} : { reason }), score });
        listed[other] = (listed[other] ?? 0) + 1;
      };
      const { next, earlier } = series.get(place) ?? {};
      if (next !== undefined) choose(next, 1, 'series-next');
      if (earlier !== undefined) choose(earlier, 1, 'series-earlier');
      for (const { place: at, bond } of offers[place] ?? []) {
        const other = stories[at];
        if (other === undefined || (listed[at] ?? 0) >= mostLists) continue;
        const shown = [story, ...[...chosen.keys()].flatMap((one) => stories[one] ?? [])];
        if (shown.some(({ sketch }) => isSameText(sketch, other.sketch))) continue;
        const days = apart(story, other);
        const later = days === undefined || (other.at ?? 0) >= (story.at ?? 0) ? days : -days;
        choose(at, Math.round(bond.score * 1000) / 1000, reasonOf(bond, later));
      }
      return [story.slug, [...chosen.values()]];
    }),
  );
}

function apart(one: Signature, other: Signature): number | undefined {
  return one.at === undefined || other.at === undefined ? undefined : Math.abs(one.at - other.at);
}

/** Keeps the best, in order; of two as good the one that lies earlier in the archive. */
function offer(offers: Offer[] | undefined, one: Offer): void {
  if (offers === undefined) return;
  let at = offers.length;
  const isBefore = (other: Offer | undefined): boolean =>
    other !== undefined && rank(one) - rank(other) + (other.place - one.place) * 1e-9 > 0;
  while (at > 0 && isBefore(offers[at - 1])) at -= 1;
  if (at >= keptOffers) return;
  offers.splice(at, 0, one);
  if (offers.length > keptOffers) offers.pop();
}

/** The same story comes before the same people, whatever the scores. */
function rank({ bond }: Offer): number {
  const kinds = { story: 3, people: 2, places: 1, tags: 0 } as const;
  return kinds[bond.kind] + Math.round(bond.score * 1000) / 1000;
}
