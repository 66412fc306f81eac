import { cleanLine } from './cleanText.ts';
import { htmlWords } from './feeds/htmlWords.ts';
import type { Place } from './finding.ts';
import type { Context } from './markdownInlines.ts';

/** Elements that may be open inside each other. */
const deepestHtml = 100;
/** Elements that HTML closes by itself, or that never hold anything. */
const selfClosing = /^(?:p|li|td|th|tr|dt|dd|option|thead|tbody|br|hr|img|wbr|col|input|source)$/i;

/**
 * HTML that the parser can read in bounded time: its work grows with the square of the depth. Past the depth or the
 * characters left for this text only the words are given.
 */
export function boundHtml(
  html: string,
  context: Context,
  place?: Place,
): { html: string } | { words: string } {
  const isTooMuch = isOverLong(html, context);
  const isRead = !isCostly(html, context);
  if (!isTooMuch) context.htmlLeft -= html.length;
  if (isRead) return { html };
  context.remarks.add({
    code: 'dropped-html',
    message: `expected simple HTML, got ${isTooMuch ? 'too much of it' : 'elements nested too deeply'}; only the words are kept`,
    mend: 'write it in Markdown',
    ...place,
  });
  return { words: cleanLine(htmlWords(html)) };
}

/** Whether the parser cannot read it in bounded time. */
export function isCostly(html: string, context: Context): boolean {
  return isOverLong(html, context) || nestingOf(html) > deepestHtml;
}

function isOverLong(html: string, { htmlLeft }: Context): boolean {
  return html.length > htmlLeft;
}

// An over-estimate: an end tag only counts for an element of its own name.
function nestingOf(html: string): number {
  const open = new Map<string, number>();
  let depth = 0;
  let most = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][^\s/>]*)/gi)) {
    if (selfClosing.test(name)) continue;
    const count = open.get(name) ?? 0;
    if (slash === '/' && count === 0) continue;
    open.set(name, slash === '/' ? count - 1 : count + 1);
    depth += slash === '/' ? -1 : 1;
    most = Math.max(most, depth);
  }
  return most;
}
