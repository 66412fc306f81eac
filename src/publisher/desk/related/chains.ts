import { dayOf } from './entry.ts';
import { grown } from './growing.ts';
import { unit } from './shelf.ts';
import type { Shelves } from './shelves.ts';
import type { TermTable } from './termTable.ts';

/** A story is looked for by the heaviest of its terms; what it shares beyond them shows when two are compared. */
export const sought = 32;
/** How far a term is followed back, and forward: a rare one to its ends, a common one through the nearest stories only. */
const reach = 128;
/** What shares less than this part of what the best one shares is not looked at again. */
const hopeless = 0.1;

/** A story near another one, with the cosine of as much of them as was looked at. */
export interface Near {
  place: number;
  score: number;
}

/** Which stories have a term among their heaviest ones, newest first; what it costs to search does not grow with them. */
export interface Chains {
  /** Called in the order of days, but for stories that come late. */
  add: (place: number) => void;
  /** Adds a story to the chain of one of its terms only. */
  link: (place: number, term: number, weight: number) => void;
  /**
   * The stories most like a story (or what it learnt), best first: of its day and before, and `later` ones on request.
   * Of two as alike the one that was taken in later.
   */
  find: (place: number, isLearnt: boolean, most: number, later: boolean) => Near[];
  /** The postings of a story count no longer: it changed or went. */
  forget: (place: number) => void;
}

export function startChains(shelves: Shelves, table: TermTable): Chains {
  // A posting is a story's place, which version of it this was, the weight of the term, and the next older posting.
  let postings = 1;
  let next = new Uint32Array(1 << 16);
  let places = new Uint32Array(1 << 16);
  let marks = new Uint32Array(1 << 16);
  let versions = new Uint16Array(1 << 12);
  let days = new Float64Array(1 << 12);
  let scores = new Float64Array(1 << 12);
  let met = new Uint32Array(1 << 12);

  const isForgotten = (posting: number): boolean =>
    (marks[posting] ?? 0) >>> 16 !== versions[places[posting] ?? 0];

  function meet(term: number, weight: number, own: number, day: number, later: boolean): void {
    let posting = table.headOf(term);
    let newer = 0;
    for (let at = posting; at !== 0 && (days[places[at] ?? 0] ?? 0) > day; at = next[at] ?? 0) {
      if (!isForgotten(at)) newer += 1;
    }
    // Of those that are newer, the nearest.
    for (let passed = 0; passed < (later ? newer - reach : newer);) {
      if (!isForgotten(posting)) passed += 1;
      posting = next[posting] ?? 0;
    }
    for (let left = later ? reach + Math.min(reach, newer) : reach; left > 0 && posting !== 0;) {
      const place = places[posting] ?? 0;
      const mark = marks[posting] ?? 0;
      const isGone = isForgotten(posting);
      posting = next[posting] ?? 0;
      // What a story was found by before it changed must not stand in the way of others, or it would show.
      if (isGone) continue;
      left -= 1;
      if (place === own) continue;
      const score = scores[place] ?? 0;
      if (score === 0) {
        count += 1;
        if (count >= met.length) met = grown(met, count);
        met[count - 1] = place;
      }
      scores[place] = score + weight * (mark & unit);
    }
  }

  function know(place: number): void {
    if (place >= versions.length) {
      versions = grown(versions, place + 1);
      days = grown(days, place + 1);
      scores = grown(scores, place + 1);
    }
    days[place] = dayOf(shelves.atOf(place));
  }

  function post(place: number, term: number, weight: number): void {
    if (postings >= next.length) {
      next = grown(next, postings);
      places = grown(places, postings);
      marks = grown(marks, postings);
    }
    next[postings] = table.lead(term, postings);
    places[postings] = place;
    marks[postings] = (((versions[place] ?? 0) << 16) | weight) >>> 0;
    postings += 1;
  }
  let count = 0;

  return {
    add(place) {
      know(place);
      const { pool, from, to } = shelves.span(place, false);
      for (let at = from; at < Math.min(to, from + 2 * sought); at += 2) {
        const weight = (pool[at + 1] ?? 0) >>> 16;
        if (weight === 0) return;
        post(place, pool[at] ?? 0, weight);
      }
    },
    link(place, term, weight) {
      know(place);
      post(place, term, weight);
    },
    forget(place) {
      know(place);
      versions[place] = ((versions[place] ?? 0) + 1) & 65_535;
    },
    find(place, isLearnt, most, later) {
      const { pool, from, to } = shelves.span(place, isLearnt);
      const day = days[place] ?? 0;
      count = 0;
      for (let at = from; at < Math.min(to, from + 2 * sought); at += 2) {
        const packed = pool[at + 1] ?? 0;
        const weight = isLearnt ? packed : packed >>> 16;
        if (weight === 0) break;
        meet(pool[at] ?? 0, weight, place, day, later);
      }
      return best(most);
    },
  };

  function best(most: number): Near[] {
    const chosen: Near[] = [];
    let least = 0;
    for (let at = 0; at < count; at += 1) {
      const place = met[at] ?? 0;
      const score = scores[place] ?? 0;
      scores[place] = 0;
      if (chosen.length === most && score < least) continue;
      let to = chosen.length;
      while (to > 0 && isBefore(score, place, chosen[to - 1])) to -= 1;
      if (to === most) continue;
      chosen.splice(to, 0, { place, score });
      if (chosen.length > most) chosen.pop();
      least = chosen.at(-1)?.score ?? 0;
    }
    const enough = hopeless * (chosen[0]?.score ?? 0);
    return chosen
      .filter(({ score }) => score > enough)
      .map((near) => ({ place: near.place, score: near.score / (unit * unit) }));
  }
}

function isBefore(score: number, place: number, other: Near | undefined): boolean {
  return (
    other !== undefined && (score > other.score || (score === other.score && place > other.place))
  );
}
