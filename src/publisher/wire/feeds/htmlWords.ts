import { parseFragment } from 'parse5';
import { cleanName } from '../cleanText.ts';

/** Elements whose content is no words. */
const wordless =
  /^(?:script|style|template|noembed|noframes|iframe|svg|head|title|object|datalist)$/;
/** Elements that stand on a line of their own. */
const lines =
  /^(?:p|div|br|hr|li|ul|ol|dl|dt|dd|tr|table|caption|h[1-6]|blockquote|pre|figure|figcaption|section|article|main|aside|header|footer|nav|details|summary|address|form|fieldset|center)$/;
/** Longest run of characters that is given to the entity decoder at once. */
const chunk = 100_000;

/**
 * Words of an HTML text of any depth and size, tags dropped and entities decoded, one line for each element that stands
 * on a line of its own. Reads the text once and builds no tree.
 */
export function htmlWords(html: string): string {
  const parts: string[] = [];
  let from = 0;
  while (from < html.length) {
    const at = html.indexOf('<', from);
    if (at === -1) break;
    const next = html[at + 1] ?? '';
    if (html.startsWith('<!--', at)) {
      parts.push(html.slice(from, at));
      from = endAfter(html, '-->', at + 4);
    } else if (/[!?]/.test(next)) {
      parts.push(html.slice(from, at), ' ');
      from = endAfter(html, '>', at);
    } else if (!/[a-z/]/i.test(next)) {
      parts.push(html.slice(from, at), '&lt;');
      from = at + 1;
    } else {
      const end = endOfTag(html, at);
      // A tag that never ends is no tag but words.
      if (end === -1) break;
      parts.push(html.slice(from, at));
      const tag = nameAt(html, at);
      if (lines.test(tag.name)) parts.push('\n');
      from = end;
      if (!tag.isEnd && wordless.test(tag.name)) from = endOfElement(html, tag.name, end);
    }
  }
  parts.push(html.slice(from).replaceAll('<', '&lt;'));
  return decodeEntities(parts.join(''));
}

/** One plain line out of a field that is HTML by its format. */
export function lineOfHtml(html: string): string {
  return cleanName(htmlWords(html));
}

/**
 * One plain line out of a field that is plain text by its format, though many write HTML into it: `Q&amp;A`, `<em>x</em>`.
 * A lone `<b>` without attributes in "Why <b> is back" is what the writer meant to say.
 */
export function lineOfText(text: string): string {
  const isHtml =
    /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});|<\/[a-z][^<>]*>|<br\s*\/?>|<[a-z]+\s+[a-z-]+\s*=[^<>]*>/i.test(
      text,
    );
  return isHtml ? lineOfHtml(text) : cleanName(text);
}

/** Offset behind the tag that starts at `from`, quoted `>` passed over; -1 when it never ends. */
export function endOfTag(html: string, from: number): number {
  let quote = '';
  let isValue = false;
  for (let at = from + 1; at < html.length; at += 1) {
    const char = html.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '>') {
      return at + 1;
    } else if ((char === '"' || char === "'") && isValue) {
      quote = char;
      isValue = false;
    } else if (char === '=') {
      isValue = true;
    } else if (!/\s/.test(char)) {
      isValue = false;
    }
  }
  return -1;
}

/** Name of the tag that starts at `from`, in small letters. */
export function nameAt(html: string, from: number): { name: string; isEnd: boolean } {
  const isEnd = html[from + 1] === '/';
  const name = /^[a-z][a-z\d:-]*/i.exec(html.slice(from + (isEnd ? 2 : 1), from + 42))?.[0] ?? '';
  return { name: name.toLowerCase(), isEnd };
}

/** Offset of the end tag of an element, or the end of the text. */
export function endOfElement(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>]|$)`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

function endAfter(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at === -1 ? html.length : at + mark.length;
}

// The entity tables are the parser's; with every < written as an entity it finds nothing but text.
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  const words: string[] = [];
  for (let from = 0; from < text.length;) {
    let to = Math.min(from + chunk, text.length);
    const entity = text.lastIndexOf('&', to - 1);
    if (to < text.length && entity > from && to - entity < 40) to = entity;
    const [node] = parseFragment(text.slice(from, to)).childNodes;
    if (node !== undefined && 'value' in node) words.push(node.value);
    from = to;
  }
  return words.join('');
}
