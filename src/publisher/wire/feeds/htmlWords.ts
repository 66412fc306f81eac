import { parseFragment } from 'parse5';
import { cleanName } from '../cleanText.ts';
import { isHidden } from '../htmlTags.ts';
import { isEmptyElement } from '../markdownInlines.ts';
import { closeThemselves } from '../openHtml.ts';
import { attributesIn, mayHide } from '../tagsIn.ts';

/** Elements whose content is no words. */
const wordless =
  /^(?:script|style|template|noembed|noframes|iframe|svg|head|title|object|datalist)$/;
/** Elements that stand on a line of their own. */
const lines =
  /^(?:p|div|br|hr|li|ul|ol|dl|dt|dd|tr|table|caption|h[1-6]|blockquote|pre|figure|figcaption|section|article|main|aside|header|footer|nav|details|summary|address|form|fieldset|center)$/;
/** Whether an element of a name in small letters stands on a line of its own. */
export const isLine = (name: string): boolean => lines.test(name);

/** Elements that one of their kind ends, since none can be in another. */
const endsItsLike = /^(?:p|li|dt|dd|tr|td|th|option)$/;

/** Longest run of characters that is given to the entity decoder at once. */
const chunk = 100_000;

/**
 * Words of an HTML text of any depth and size, tags and what hides what it holds dropped, entities decoded, one line for
 * each element that stands on a line of its own. Reads the text once and builds no tree.
 */
export function htmlWords(written: string): string {
  const html = written.includes('/>') ? closeThemselves(written) : written;
  const parts: string[] = [];
  const ends = new LastEnds(html);
  // What is hidden goes up to the end tag of its name, those within it counted.
  let away = { name: '', open: 0 };
  const add = (...words: string[]): void => {
    if (away.open === 0) parts.push(...words);
  };
  let from = 0;
  while (from < html.length) {
    const at = html.indexOf('<', from);
    if (at === -1) break;
    const next = html[at + 1] ?? '';
    if (html.startsWith('<!--', at)) {
      add(html.slice(from, at));
      from = endOfComment(html, at, ends);
    } else if (/[!?]/.test(next)) {
      add(html.slice(from, at), ' ');
      const end = html.indexOf('>', at);
      from = end === -1 ? html.length : end + 1;
    } else if (!/[a-z/]/i.test(next)) {
      add(html.slice(from, at), '&lt;');
      from = at + 1;
    } else {
      const end = endOfTag(html, at);
      // A tag that never ends is no tag but words.
      if (end === -1) break;
      add(html.slice(from, at));
      const { name, isEnd } = nameAt(html, at);
      from = end;
      // A paragraph ends the one before, whose own end may be left out; so do others.
      if (name === away.name && endsItsLike.test(name)) away.open = 0;
      else if (away.open > 0) {
        if (name === away.name) away.open += isEnd ? -1 : 1;
        continue;
      }
      if (isLine(name)) parts.push('\n');
      if (isEnd || isEmptyElement(name)) continue;
      if (wordless.test(name)) {
        // Code that never ends is still no words.
        if (isCode(name) || ends.isBehind(name, end)) from = endOfElement(html, name, end);
      } else if (isHiddenTag(html.slice(at, end)) && ends.isBehind(name, end)) {
        away = { name, open: 1 };
      }
    }
  }
  add(html.slice(from).replaceAll('<', '&lt;'));
  return decodeEntities(parts.join(''));
}

const isCode = (name: string): boolean => name === 'script' || name === 'style';

function isHiddenTag(tag: string): boolean {
  return mayHide(tag) && isHidden(attributesIn(tag));
}

/** Where in a text the end tags of each name and the ends of comments stand for the last time. */
class LastEnds {
  #known: Map<string, number> | undefined;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** @param name in small letters, or `--` for a comment */
  isBehind(name: string, from: number): boolean {
    this.#known ??= this.#read();
    return (this.#known.get(name) ?? -1) >= from;
  }

  #read(): Map<string, number> {
    const known = new Map<string, number>();
    for (const { index, 1: name = '--' } of this.#text.matchAll(
      /<\/([a-z][a-z\d:-]*)(?=[\s/>]|$)|--!?>/gi,
    )) {
      known.set(name.toLowerCase(), index);
    }
    return known;
  }
}

/** Offset behind a comment; one without an end is no comment but a mark before words. */
function endOfComment(html: string, at: number, ends: LastEnds): number {
  if (/^<!---?>/.test(html.slice(at, at + 6))) return html.indexOf('>', at) + 1;
  if (!ends.isBehind('--', at + 4)) return at + 4;
  const closing = /--!?>/g;
  closing.lastIndex = at + 4;
  return closing.test(html) ? closing.lastIndex : html.length;
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
