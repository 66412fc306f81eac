import { bodyTexts, wordCount } from '../../../model/words.ts';
import type { SourceBlock } from '../wireItem.ts';
import { lettersOf } from './lettersOf.ts';

/** A sentence of a summary, by its place there. */
interface Sentence {
  from: number;
  to: number;
  letters: string;
}

/** Longest standfirst, in characters; what is longer was meant as a text. */
export const longestStandfirst = 1000;
/** What fewer letters say may stand in any text (`Dr`, `No`). */
const fewest = 12;
const sentence = /[^.!?…。！？]+[.!?…。！？]*["'”’»)\]」』]*/gu;
/** The end of a text that is not cut, and of one that says so. */
const whole = /(?<!\.\.)[.!?。！？]["'”’»)\]」』]*\s*$/u;
const ellipsis = /(?:…|\.{3})[\])]*\s*$/u;
/** Blocks that show something instead of saying it. */
export const unread: ReadonlySet<SourceBlock['type']> = new Set(['picture', 'gallery', 'embed']);

/**
 * What becomes of a summary that is as long as a text. One that says what the body says is not said again: of it stays
 * what the body does not say, what comes before as standfirst, what comes after at the end. One of which the body is
 * only the beginning takes its place.
 * @param paragraphs the summary as its source sets it
 */
export function placeLongSummary(
  text: string,
  body: readonly SourceBlock[],
  paragraphs: readonly SourceBlock[],
): { standfirst?: string; body: readonly SourceBlock[]; unsaid?: number } {
  const written = lettersOf(bodyTexts(body).join(' '));
  const wanted = lettersOf(text);
  if (written.includes(wanted)) return { body };
  if (wanted.startsWith(written)) return { body: [...paragraphs, ...body.flatMap(shownIn)] };

  const own = bodyTexts(body).flatMap(sentencesOf);
  const all = sentencesOf(text);
  const inBody = new Set(own.map(lettersIn));
  const inText = new Set(all.map(lettersIn));
  const said = all.filter(({ letters }) => inBody.has(letters));
  const repeated = own.filter(({ letters }) => inText.has(letters));
  if (repeated.length > 0 && mostOf(repeated, own) && sizeOf(all) > 1.2 * sizeOf(own)) {
    return { body: [...paragraphs, ...unsaidOf(body, paragraphs, text)] };
  }
  const [first, last] = [said[0], said.at(-1)];
  if (!mostOf(said, all) || first === undefined || last === undefined) {
    return { body: [...paragraphs, ...body] };
  }
  const between = all.filter(({ from, letters }) => {
    return from > first.from && from < last.from && !inBody.has(letters);
  });
  const before = text.slice(0, first.from).trim();
  const after = text.slice(last.to).trim();
  const unsaid = wordCount(between.map(({ from, to }) => text.slice(from, to)).join(' '), 'en');
  const isDeck = before.length <= longestStandfirst;
  return {
    ...(hasWords(before) && isDeck ? { standfirst: before } : {}),
    body: [...(isDeck ? [] : paragraphOf(before)), ...body, ...paragraphOf(after)],
    ...(unsaid === 0 ? {} : { unsaid }),
  };
}

/** What of a body has a sentence that its summary does not have, and what it shows. */
function unsaidOf(
  body: readonly SourceBlock[],
  paragraphs: readonly SourceBlock[],
  text: string,
): SourceBlock[] {
  const said = [...new Set([text, ...bodyTexts(paragraphs)].flatMap(piecesOf).map(lettersIn))];
  const inText = new Set(said);
  const sorted = said.toSorted();
  const last = body.findLastIndex(({ type }) => !unread.has(type));
  const isUnsaid = (block: SourceBlock, at: number): boolean => {
    if (unread.has(block.type)) return true;
    const words = bodyTexts([block]).join('\n');
    const pieces = words.split('\n').flatMap(piecesOf);
    if (pieces.length === 0) return true;
    const unsaid = pieces.filter(({ letters }) => !inText.has(letters));
    const [cut] = unsaid;
    if (cut === undefined) return false;
    // A cut text ends in the middle of a sentence, a heading without a full stop; `No` begins many a sentence.
    const isCut =
      block.type !== 'heading' &&
      unsaid.length === 1 &&
      cut === pieces.at(-1) &&
      !whole.test(words);
    const isSure = at === last || ellipsis.test(words) || cut.letters.length >= fewest;
    return !isCut || !isSure || !beginsOne(cut.letters, sorted);
  };
  return body.flatMap((block, at) => (isUnsaid(block, at) ? [block] : shownIn(block)));
}

/** What of a block shows something, which stays when its words go. */
function shownIn(block: SourceBlock): SourceBlock[] {
  if (unread.has(block.type)) return [block];
  if (block.type === 'quote') return block.blocks.flatMap(shownIn);
  return block.type === 'list' ? block.items.flat().flatMap(shownIn) : [];
}

/** Whether some letters begin one of the texts. */
function beginsOne(letters: string, sorted: readonly string[]): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < letters) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(letters) === true;
}

function lettersIn({ letters }: Sentence): string {
  return letters;
}

function sentencesOf(text: string): Sentence[] {
  return piecesOf(text).filter(({ letters }) => letters.length >= fewest);
}

/** Sentences of any length, and the parts that full stops within one make of it. */
function piecesOf(text: string): Sentence[] {
  return [...text.matchAll(sentence)]
    .map(({ 0: words, index }) => {
      return { from: index, to: index + words.length, letters: lettersOf(words) };
    })
    .filter(({ letters }) => letters !== '');
}

function sizeOf(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { letters }) => sum + letters.length, 0);
}

function paragraphOf(text: string): SourceBlock[] {
  return hasWords(text) ? [{ type: 'paragraph', children: [text] }] : [];
}

function mostOf(some: readonly Sentence[], all: readonly Sentence[]): boolean {
  return sizeOf(some) >= 0.5 * sizeOf(all);
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
