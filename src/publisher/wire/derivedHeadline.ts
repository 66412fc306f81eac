import { cleanName } from './cleanText.ts';
import { findSentenceEnd, isAbbreviationStop } from './sentences.ts';

/** Longest derived headline, in characters; Han and kana are as wide as two. */
const longest = 110;
/** A shorter beginning ("On Sunday") says too little. */
const shortest = 30;
/** A quotation that is not done by `longest` may run on to here. */
const hardLimit = 300;

const prepositions =
  /\s(?=(?:about|above|across|after|against|along|amid|among|around|at|before|behind|below|beneath|beside|between|beyond|by|despite|during|following|for|from|in|inside|into|near|on|onto|outside|over|past|since|through|throughout|toward|towards|under|until|upon|via|with|within|without)\s)/g;
/** Words that a headline cannot end in. */
const dangling =
  /\s+(?:a|an|the|and|or|but|nor|of|to|at|by|in|on|for|from|with|into|onto|over|under|about|as|than|that|which|who|whose|its|his|her|their|is|are|was|were|be|been|has|have|had|will|would|could|can|may|not)$/i;

/**
 * A headline out of a story's first paragraph, for a source that has none. The first sentence when it is short; else
 * its beginning up to the last clause boundary, else up to before the last preposition, else up to a word. Never cut
 * inside an abbreviation, a number or a quotation.
 */
export function deriveHeadline(lede: string): string {
  const line = cleanName(lede);
  const sentence = line.slice(0, findSentenceEnd(line));
  const limit = isWide(sentence) ? longest / 2 : longest;
  if (sentence.length <= limit) return withoutStop(sentence);
  if (!isWide(sentence) && holdsEndlessWord(sentence)) return cutInWord(sentence);
  const isInside = guardedOf(sentence);
  const lastOf = (cuts: readonly number[]): number | undefined =>
    cuts
      .filter((cut) => cut >= shortest * (limit / longest) && cut <= limit && !isInside(cut))
      .at(-1);
  const cut =
    lastOf(offsets(sentence, /[,;:，；：、،؛](?=\s|\p{Lo})|\s[–—-]\s|—/gu)) ??
    lastOf(offsets(sentence, prepositions)) ??
    lastOf(isWide(sentence) ? range(limit) : offsets(sentence, /\s/g)) ??
    offsets(sentence, /\s|$/g).find((end) => end > limit && !isInside(end)) ??
    limit;
  const headline = withoutDangling(sentence.slice(0, Math.min(cut, hardLimit)));
  return withoutStop(headline);
}

// Spaces are no help: an address, a key, or a key on the keyboard that stuck.
function holdsEndlessWord(text: string): boolean {
  return text
    .slice(0, hardLimit)
    .split(/\s+/)
    .some((word) => word.length > longest);
}

/** Cut between two characters as people count them, and said to go on. */
function cutInWord(text: string): string {
  const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let cut = 0;
  for (const { index, segment } of characters.segment(text.slice(0, longest))) {
    if (index + segment.length >= longest) break;
    cut = index + segment.length;
  }
  return `${text.slice(0, cut || longest - 1).trimEnd()}…`;
}

function isWide(text: string): boolean {
  const wide = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu,
  );
  return (wide?.length ?? 0) > text.length / 2;
}

function offsets(text: string, pattern: RegExp): number[] {
  return [...text.slice(0, 4 * hardLimit).matchAll(pattern)].map((match) => match.index);
}

function range(limit: number): number[] {
  return Array.from({ length: limit }, (_, index) => index + 1);
}

/** Tells whether an offset lies inside a quotation, an amount or an abbreviation. */
function guardedOf(sentence: string): (offset: number) => boolean {
  const text = sentence.slice(0, 4 * hardLimit);
  const guards = [
    /“[^”]*(?:”|$)|"[^"]*(?:"|$)|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)|「[^」]*(?:」|$)|『[^』]*(?:』|$)/gu,
    /(?<=^|[\s(])‘.*?(?:’(?![\p{L}\p{N}])|$)/gu,
    // 1,000 · 10 000 · 3.8 million · £5 billion · 40 per cent
    /\d(?:[\d.,]*\d)?(?:\s\d{3}(?!\d))*(?:\s(?:hundred|thousand|million|billion|trillion|per cent|percent|degrees|km|kg|cm|mm|metres|miles|years)\b|\s?%)?/giu,
  ].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(
      (match) => [match.index, match.index + match[0].length] as const,
    ),
  );
  return (offset) =>
    guards.some(([start, end]) => offset > start && offset < end) ||
    // "U.S. President": the space behind the last letter's stop is no place to end.
    (text[offset - 1] === '.' && isAbbreviationStop(text, offset - 1));
}

function withoutDangling(text: string): string {
  let cut = text.trimEnd();
  while (dangling.test(cut)) cut = cut.replace(dangling, '');
  return cut;
}

function withoutStop(text: string): string {
  const bare = text
    .trim()
    .replace(/(?<![,;:，；：、،–—-])[,;:，；：、،–—-]+$/u, '')
    .trimEnd();
  if (bare.endsWith('.') && !isAbbreviationStop(bare, bare.length - 1))
    return bare.replace(/(?<!\.)\.+$/, '');
  return bare.replace(/。$/u, '');
}
