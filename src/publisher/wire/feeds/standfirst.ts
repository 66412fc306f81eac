import { bodyTexts } from '../../../model/words.ts';
import type { SourceBlock } from '../wireItem.ts';

/** Longest standfirst, in characters; what is longer was meant as a text. */
const longest = 1000;
const cutMark = /\s*(?:\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3})\s*$/;
const goOn =
  /\s*(?:(?:continue|keep) reading\b.{0,200}|read (?:more|on)\b.{0,200}|(?:weiterlesen|lire la suite|leer más)\b.{0,200})$/iu;

/**
 * A standfirst out of a summary. Publishing systems make summaries of the first words of the text; those say nothing
 * that the text does not say at once, so they are none.
 */
export function toStandfirst(summary: string, body: readonly SourceBlock[]): string | undefined {
  const bare = summary.replace(goOn, (words, offset: number) => (offset > 0 ? '' : words)).trim();
  const text = bare.replace(cutMark, '').trim();
  if (text === '' || text.length > longest) return undefined;
  return startsWith(body, text) ? undefined : text;
}

function startsWith(body: readonly SourceBlock[], text: string): boolean {
  let start = '';
  const wanted = letters(text);
  if (wanted === '') return false;
  for (const block of body) {
    if (!['picture', 'gallery', 'embed'].includes(block.type))
      start += letters(bodyTexts([block]).join(' '));
    if (start.length >= wanted.length) break;
  }
  return start.startsWith(wanted);
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
