import type { Paragraph } from 'mdast';

/** What may mean more than itself somewhere in a line. Whole lines decide the rest: see `isPlain`. */
const marks = /[\\`*_[\]<>&~|@\t]|:\/\/|www\.|(?:mailto|xmpp):/i;
/** A line that no kind of block begins with: lists, headings, fences, rules, quotes, tables, code, setext underlines. */
const plainStart = /^["'“”‘’«»„‚¿¡(\p{Letter}]|^\d{4}(?!\d*[.)])/u;

/**
 * The paragraphs of a text without any mark, which most newspaper copy is, at a hundredth of what the parser takes to
 * find none; undefined when it may hold one.
 */
export function plainMarkdown(text: string): Paragraph[] | undefined {
  if (marks.test(text)) return undefined;
  const paragraphs: Paragraph[] = [];
  let lines: string[] = [];
  const end = (): void => {
    if (lines.length > 0) {
      paragraphs.push({
        type: 'paragraph',
        children: [{ type: 'text', value: lines.join('\n') }],
      });
    }
    lines = [];
  };
  for (const line of text.split('\n')) {
    if (line === '') end();
    else if (plainStart.test(line) && !line.endsWith(' ')) lines.push(line);
    else return undefined;
  }
  end();
  return paragraphs;
}
