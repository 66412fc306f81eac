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
  const others = body.filter(({ type }) => unread.has(type));
  if (wanted.startsWith(written)) return { body: [...paragraphs, ...others] };

  const own = bodyTexts(body).flatMap(sentencesOf);
  const all = sentencesOf(text);
  const inBody = new Set(own.map(({ letters }) => letters));
  const inText = new Set(all.map(({ letters }) => letters));
  const said = all.filter(({ letters }) => inBody.has(letters));
  const repeated = own.filter(({ letters }) => inText.has(letters));
  if (repeated.length > 0 && mostOf(repeated, own) && sizeOf(all) > 1.2 * sizeOf(own)) {
    const rest = body.filter((block, at) => {
      if (unread.has(block.type)) return true;
      const words = bodyTexts([block]).join(' ');
      const sentences = sentencesOf(words);
      // By their letters within the summary, as a cut body ends in the middle of a sentence.
      if (sentences.length > 0) return !sentences.every(({ letters }) => wanted.includes(letters));
      return at < body.length - 1 || !wanted.includes(lettersOf(words));
    });
    return { body: [...paragraphs, ...rest] };
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

function sentencesOf(text: string): Sentence[] {
  return [...text.matchAll(sentence)]
    .map(({ 0: words, index }) => {
      return { from: index, to: index + words.length, letters: lettersOf(words) };
    })
    .filter(({ letters }) => letters.length >= fewest);
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
