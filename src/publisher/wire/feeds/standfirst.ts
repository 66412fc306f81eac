import { bodyTexts } from '../../../model/words.ts';
import type { SourceBlock } from '../wireItem.ts';
import { lettersOf } from './lettersOf.ts';
import { longestStandfirst, placeLongSummary, unread } from './longSummary.ts';

const cutMark = /(?<!\s)\s*(?:\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3})\s*$/;
const phrase = String.raw`(?:(?:continue|keep) reading|read (?:more|on)|weiterlesen|lire la suite|leer más)(?!\p{L})`;
/**
 * The link to the rest of a text, when it stands behind a whole sentence (or a cut) and is none itself. Plenty of
 * sentences have such words: "Children who read more at home …".
 */
const goOn = new RegExp(
  [
    String.raw`(?<=[.!?…。！？\])][\])"”’»]{0,4})\s{0,3}[[(]?(?:${phrase})`,
    // What follows names the text or the place, or points there; a sentence would end as one.
    String.raw`(?:\s*(?:\.{3}|…)[\])]?|.{0,200}[→»›>]|.{0,200}[^.!?…。！？\s]|)\s*$`,
  ].join(''),
  'iu',
);
/** The same with nothing but an arrow: no sentence ends like that. */
const arrow = new RegExp(String.raw`(?<!\s)\s*(?:${phrase})\s*[→»›>]+\s*$`, 'iu');

/**
 * A standfirst out of a summary. Publishing systems make summaries of the first words of the text; those say nothing
 * that the text does not say at once, so they are none. One that is as long as a text is no standfirst.
 * @param set the summary as its source sets it, where it is long
 */
export function toStandfirst(
  summary: string,
  body: readonly SourceBlock[],
  set?: readonly SourceBlock[],
): { standfirst?: string; body: readonly SourceBlock[]; unsaid?: number } {
  const bare = withoutLink(summary).trim();
  const text = bare.replace(cutMark, '').trim();
  if (text === '' || startsWith(body, text)) return { body };
  if (text.length <= longestStandfirst) return { standfirst: text, body };
  const paragraphs = (set ?? []).filter(({ type }) => !unread.has(type));
  const whole: SourceBlock = { type: 'paragraph', children: [text] };
  return placeLongSummary(text, body, paragraphs.length === 0 ? [whole] : paragraphs);
}

/** One summary of several lines that a source has for it: those that no other one says, as sentences. */
export function joinSummaries(...lines: readonly string[]): string {
  const own = lines.filter(
    (line, at) =>
      line !== '' &&
      !lines.some((other, from) => from !== at && other.length > line.length && says(other, line)),
  );
  return [...new Set(own)]
    .map((line, at, all) =>
      at < all.length - 1 && !/[.!?…。！？:]$/.test(line) ? `${line}.` : line,
    )
    .join(' ');
}

/** Whether a line says nothing but the headline, with a few letters more or less. */
export function saysHeadline(line: string, headline: string): boolean {
  const [said, title] = [lettersOf(line), lettersOf(headline)];
  if (said === '' || title === '') return false;
  return title.includes(said) || (said.includes(title) && said.length <= 1.3 * title.length);
}

function says(text: string, line: string): boolean {
  return lettersOf(text).includes(lettersOf(line));
}

function withoutLink(summary: string): string {
  return [goOn, arrow].reduce(
    (text, link) => text.replace(link, (words, offset: number) => (offset > 0 ? '' : words)),
    summary,
  );
}

function startsWith(body: readonly SourceBlock[], text: string): boolean {
  let start = '';
  const wanted = lettersOf(text);
  if (wanted === '') return false;
  for (const block of body) {
    if (!unread.has(block.type)) start += lettersOf(bodyTexts([block]).join(' '));
    if (start.length >= wanted.length) break;
  }
  return start.startsWith(wanted);
}
