import { plainText } from '../../../model/words.ts';
import { cleanLine } from '../cleanText.ts';
import { field } from '../field.ts';
import type { SourceBlock, WireItem } from '../wireItem.ts';
import { parseSourceTime } from './sourceTime.ts';

/** Paragraphs looked at from either end: a correction is not found in the middle of a story. */
const reach = 4;
const subject =
  '(?:this|an earlier version of this|a previous version of this) (?:article|story|piece|report|column|post|headline|page|review|interview|obituary)';
const deed = '(?:amended|corrected|clarified|updated to correct)';
/** A paragraph that is nothing but a correction, by the words it begins with. */
const openings = new RegExp(
  [
    `^${subject}(?:'s headline)? (?:was|has been|were) (?:\\w+ )?${deed}`,
    '^(?:an earlier|a previous) version of this (?:article|story|piece|report|post|headline) (?:incorrectly|wrongly|mistakenly|misstated|misspelled|misidentified|said|gave|stated|referred|contained|misattributed)',
    '^(?:corrections?|clarifications?|corrections? and clarifications?|korrektur|berichtigung|correction du|rectificatif|corrección|fe de errores|correctie|rettelse|rättelse)(?: \\([^)]{3,40}\\)|, [^:]{3,40})?\\s*[:—–]',
  ].join('|'),
  'iu',
);
const day = /\bon (\d{1,2} [A-Z][a-z]{2,8} \d{4})\b|[(,] ?(\d{1,2} [A-Z][a-z]{2,8} \d{4})\b/;

/**
 * Takes out of a body the paragraphs at its ends that are corrections, so that they are shown where readers look for
 * them. A paragraph that only mentions one stays where it is.
 */
export function liftCorrections(blocks: readonly SourceBlock[]): {
  blocks: SourceBlock[];
  corrections: WireItem['corrections'];
} {
  const corrections: WireItem['corrections'] = [];
  const kept = blocks.filter((block, index) => {
    if (index >= reach && index < blocks.length - reach) return true;
    if (block.type !== 'paragraph' && block.type !== 'note') return true;
    const text = cleanLine(plainText(block.children)).replace(/^[•*·–—\s]+/, '');
    if (text.length > 1500 || !openings.test(text)) return true;
    const match = day.exec(text);
    corrections.push({ ...field('at', parseSourceTime(match?.[1] ?? match?.[2])), text });
    return false;
  });
  return { blocks: kept, corrections };
}
