import { toEntry, type Entry, type Terms } from './entry.ts';
import { hash } from './hash.ts';
import { sketchOf } from './sketch.ts';
import { withoutDates } from './withoutDates.ts';
import { wordsOf } from './words.ts';

/** What the engine is told about a story. */
export interface Told {
  slug: string;
  headline: string;
  kicker?: string;
  standfirst?: string;
  /** BCP 47; absent: that of most stories. */
  language?: string;
  /** Texts of the body, in reading order. */
  body: readonly string[];
  /** Slugs. */
  people: readonly string[];
  places: readonly string[];
  tags: readonly string[];
  /** Days since 1970, with fractions; absent for an undated story. */
  at?: number;
}

/** A story puts what it is about first; what comes later is told apart less and less. */
const headlineWeight = 1;
const standfirstWeight = 0.8;
const openingWeight = 0.7;
const laterWeight = 0.4;
const openingWords = 50;
const laterWords = 150;
/** Of one paragraph, so that a body in one piece costs no more than others. */
const readAtOnce = 200;
/** Characters of one text: a word may be of any length, and a pattern that is to match millions at once overflows. */
const longestText = 20_000;
const fieldWeight = { people: 1.2, places: 0.9, tags: 0.7 };
const mostWords = 100;

/**
 * Reads a story: its words by where they stand, how often they come back, and what the editor filed it under. A pure
 * function of the story alone, so what comes of it holds until the story changes.
 */
export function signatureOf(told: Told): Entry {
  const weights = new Map<string, { weight: number; times: number }>();
  const add = (term: string, weight: number): void => {
    const known = weights.get(term);
    if (known === undefined) weights.set(term, { weight, times: 1 });
    else {
      known.weight = Math.max(known.weight, weight);
      known.times += 1;
    }
  };
  const { headline, standfirst, body } = beginnings(told);
  const title = withoutDates(headline, told.language ?? 'en');
  for (const { term, weight } of wordsOf(title)) add(term, weight * headlineWeight);
  for (const { term, weight } of wordsOf(standfirst)) add(term, weight * standfirstWeight);
  let read = 0;
  for (const text of body) {
    if (read > laterWords) break;
    for (const { term, weight } of wordsOf(text, readAtOnce)) {
      add(term, weight * (read < openingWords ? openingWeight : laterWeight));
      read += 1;
    }
  }
  const words = [...weights]
    .map(([term, { weight, times }]) => [term, weight * (1 + 0.3 * Math.log(times))] as const)
    .toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, mostWords);
  const filedUnder = (field: keyof typeof fieldWeight): (readonly [string, number])[] =>
    told[field].map((slug) => [`${field}:${slug}`, fieldWeight[field]]);
  const language = languageTerm(told.language);
  const terms = {
    words: toTerms(words, language),
    people: toTerms(filedUnder('people')),
    places: toTerms(filedUnder('places')),
    tags: toTerms(filedUnder('tags')),
    language: { hashes: Uint32Array.of(language), weights: Float32Array.of(0) },
  };
  return toEntry({ ...told, headline }, terms, sketchOf([headline, standfirst, ...body]));
}

/** Each text as far as anything is read of it. */
function beginnings({ headline, standfirst = '', body }: Told) {
  const start = (text: string): string => text.slice(0, longestText);
  return { headline: start(headline), standfirst: start(standfirst), body: body.map(start) };
}

/** Stands for a language whatever its country or script; Norwegian goes by three names. */
function languageTerm(tag = ''): number {
  const [name = ''] = tag.toLowerCase().split('-');
  return name === '' ? 0 : hash(`language:${/^n[bn]$/.test(name) ? 'no' : name}`);
}

/** @param language whose words these are: those of another that are written alike are others */
function toTerms(terms: readonly (readonly [string, number])[], language = 0): Terms {
  return {
    hashes: Uint32Array.from(terms, ([term]) => hash(term) ^ language),
    weights: Float32Array.from(terms, ([, weight]) => weight),
  };
}
