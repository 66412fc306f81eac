import { bodyTexts, plainText } from '../../../model/words.ts';
import type { ForeignBody } from './foreignHtml.ts';

/**
 * Of a text that a page holds twice, the one to take. The page's own markup keeps links, pictures and headings; but it
 * must hold what the data says the text is. Words of the other that stand nowhere in it are counted as lost.
 * @param stated the text as the page's data has it
 * @param own the text as the page shows it
 * @param beside what else of the story is shown, such as its headline
 */
export function richerBody(
  stated: ForeignBody | undefined,
  own: ForeignBody | undefined,
  beside: string,
): ForeignBody | undefined {
  const [said, shown] = [lengthOf(stated), lengthOf(own)];
  if (stated === undefined || said === 0) return own;
  if (own === undefined || shown === 0) return stated;
  const [taken, other] = shown >= said * 0.9 && shown <= said * 2.5 ? [own, stated] : [stated, own];
  const there = [textOf(taken), ...pullQuotesOf(taken), beside].join(' ');
  taken.losses.untaken(countMissing(textOf(other), [there, ...repeatsOf(other)].join(' ')));
  return taken;
}

function pullQuotesOf({ blocks }: ForeignBody): string[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'pullquote') return [];
    return [plainText(block.children), ...(block.cite ? [plainText(block.cite)] : [])];
  });
}

/** Quotes that a text looks into for words of its own: each is looked for in all of it. */
const mostQuotes = 50;

/** Texts of quotes that only repeat what the text says: pull quotes that are not marked as such. */
function repeatsOf({ blocks }: ForeignBody): string[] {
  const quotes = blocks.filter(({ type }) => type === 'quote').slice(0, mostQuotes);
  if (quotes.length === 0) return [];
  const others = plainWords(bodyTexts(blocks.filter(({ type }) => type !== 'quote')).join(' '));
  return quotes
    .flatMap((quote) => bodyTexts([quote]))
    .filter((text) => others.includes(plainWords(text)));
}

function plainWords(text: string): string {
  return wordsOf(text).join(' ');
}

function textOf({ blocks }: ForeignBody): string {
  return bodyTexts(blocks).join(' ');
}

function lengthOf(body: ForeignBody | undefined): number {
  return body === undefined ? 0 : textOf(body).replace(/\s+/g, '').length;
}

/** How many words of a text another does not have, each as often as it stands there. */
function countMissing(text: string, other: string): number {
  const there = new Map<string, number>();
  for (const word of wordsOf(other)) there.set(word, (there.get(word) ?? 0) + 1);
  let missing = 0;
  for (const word of wordsOf(text)) {
    const left = there.get(word) ?? 0;
    if (left === 0) missing += 1;
    else there.set(word, left - 1);
  }
  return missing;
}

/** Where words are not spaced apart, the two texts can be compared by their letters only. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu;

function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(word) ?? [];
}
