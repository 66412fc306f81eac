import type { Reason } from '../../../model/trail.ts';
import type { TermKind } from './entry.ts';

/** What two stories have in common. */
export interface Pair {
  /** Cosine of the two with what they learnt from their neighbours, 0 to 1. */
  likeness: number;
  /** What of the cosine of the two alone comes from words they share, and from people, places and tags. */
  shared: Record<Exclude<TermKind, 'language'>, number>;
  /** How much the words that they share say: 1 for each word of a headline that no other story has, less for a known one. */
  said: number;
  /** Of how many stories the words are rare among. */
  stories: number;
}

/** Why two stories belong together, before it is said from the side of one of them. */
export interface Bond {
  kind: 'story' | 'people' | 'places' | 'tags';
  /** 0 to 1; ranks a list, and stands in the report. */
  score: number;
}

/** Their own words must be alike a little, and with what their neighbours say a lot: else it is two stories. */
const sharedWords = 0.12;
/**
 * Two headlines may be alike by a date or one common word. So the less the words that two stories share say, the more alike
 * they must be: with two rare words 0.57 in a small archive and 0.37 in one of thousands, with ten 0.3.
 */
const alike = { withNothing: 1.08, lessFor: 0.23, words: 4 };
/** Stories from which on rare words say more than in a small archive, and to which. */
const known = { from: 128, to: 2000 };
/**
 * What is shared must say nearly as much as a word that no other story has: in a small archive the headlines of a kind
 * (`Match report: …`, `Minutes 3 May 2026`) are otherwise each other's nearest.
 */
const leastSaid = 0.7;
/** Less alike than this is never one story. */
export const leastAlike = 0.3;
/** A person, place or tag that both were filed under must be a good part of what each is known by. */
const sharedField = { people: 0.02, places: 0.03, tags: 0.05 } as const;

/**
 * Whether two stories belong together, and by what.
 * @param days between them; undefined when one has no date
 * @returns undefined for stories that are better left out
 */
export function weigh(
  { likeness, shared, said, stories }: Pair,
  days: number | undefined,
): Bond | undefined {
  const filed = shared.people + shared.places + shared.tags;
  const score = likeness * (1 - fading(days ?? 0));
  const isSaid = said >= leastSaid && shared.words >= sharedWords && shared.words >= filed;
  if (isSaid && likeness >= alikeEnough(said * tellingAmong(stories))) {
    return { kind: 'story', score };
  }
  const field = (['people', 'places', 'tags'] as const).find(
    (one) => shared[one] >= sharedField[one],
  );
  return field === undefined ? undefined : { kind: field, score };
}

/**
 * How much more a rare word says among so many stories: that two of a hundred share it may be chance, that only two
 * of thousands do hardly is. Beyond the largest collection that it was measured on no more is taken for granted.
 */
function tellingAmong(stories: number): number {
  const { from, to } = known;
  return (Math.log(Math.min(to, Math.max(from, stories))) / Math.log(from)) ** 2;
}

function alikeEnough(said: number): number {
  return Math.max(leastAlike, alike.withNothing - alike.lessFor * Math.log(1 + alike.words * said));
}

/** Old stories fade, but slowly: what was written a year ago loses a fifth. */
function fading(days: number): number {
  return Math.min(0.25, Math.log10(1 + days) / 12);
}

/** Coverage of one event comes within days; later it is a story of its own, and the earlier one its background. */
const sameStoryDays = 4;
const followedDays = 30;

/**
 * The bond in words, as a story's list says it of another.
 * @param days from the story to the other: below 0 when the other is older
 */
export function reasonOf({ kind }: Bond, days: number | undefined): Reason {
  switch (kind) {
    case 'people':
      return 'same-people';
    case 'places':
      return 'same-place';
    case 'tags':
      return 'same-topic';
    case 'story':
      if (days === undefined || Math.abs(days) <= sameStoryDays) return 'same-story';
      return days > 0 && days <= followedDays ? 'same-story' : 'background';
  }
}

const kinds = ['tags', 'places', 'people', 'story'] as const;
const steps = 1000;

/** A bond as a whole number that ranks it: the same story before the same people, whatever the scores. */
export function rankOf({ kind, score }: Bond): number {
  return kinds.indexOf(kind) * (steps + 1) + Math.round(Math.min(1, score) * steps);
}

export function bondOf(rank: number): Bond {
  const kind = kinds[Math.floor(rank / (steps + 1))] ?? 'tags';
  return { kind, score: (rank % (steps + 1)) / steps };
}
