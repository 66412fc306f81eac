import { wordCount } from '../../model/words.ts';
import type { Range } from './ranges.ts';
import type { Remark } from './remarks.ts';

/**
 * A comment of HTML that begins at an offset, and what its editor is told. One without an end goes to the end of the
 * text, as it does in a browser.
 */
export function commentAt(text: string, at: number): { end: number; fault?: Remark } {
  // To browsers `<!-->` and `<!--->` are whole, and `--!>` is an end, too.
  const empty = /^<!---?>/.exec(text.slice(at, at + 6));
  if (empty !== null) return { end: at + empty[0].length };
  const closing = /--!?>/g;
  closing.lastIndex = at + 4;
  const isClosed = closing.test(text);
  const end = isClosed ? closing.lastIndex : text.length;
  const words = text.slice(at + 4, end);
  if (isClosed && !words.includes('<!--')) return { end };
  const count = wordCount(words.replace(/<!--|--!?>/g, ' '), 'en');
  if (count === 0) return { end };
  const where = isClosed ? '--> before the next <!--, got none' : '--> behind <!--, got the end';
  return {
    end,
    fault: {
      code: 'dropped-note',
      message: `expected ${where}; the ${count} words between are left out`,
      mend: 'write --> where the comment ends, or <!-- between backticks when it is meant to be read',
    },
  };
}

/**
 * Offset behind what a `<!--` within HTML belongs to where it begins no comment: a value in a tag, a script, a style.
 * Undefined where it begins one.
 */
export function behindNoComment(
  text: string,
  { start, end }: Range,
  at: number,
): number | undefined {
  const raw = /^<(script|style)\b/i.exec(text.slice(start, start + 10))?.[1];
  if (raw !== undefined) {
    const rest = text.slice(start, end);
    const closing = rest.search(raw.toLowerCase() === 'script' ? /<\/script/i : /<\/style/i);
    if (closing === -1) return end;
    if (start + closing > at) return start + closing;
  }
  const tag = text.lastIndexOf('<', at - 1);
  // Within quotes only: behind a tag that nobody ended it is a comment to its writer.
  if (tag < start || !/^<[a-z][^>]*=\s*(?:"[^"]*|'[^']*)$/i.test(text.slice(tag, at)))
    return undefined;
  const tagEnd = text.indexOf('>', at);
  return tagEnd === -1 || tagEnd > end ? end : tagEnd + 1;
}

/** Whether a backslash takes its meaning from a mark: `\<!--`. */
export function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before -= 1;
  return (at - before) % 2 === 1;
}
