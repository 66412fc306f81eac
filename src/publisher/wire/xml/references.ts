import { parseFragment } from 'parse5';
import type { Fault } from './fault.ts';

const reference = /&(?:#(\d{1,9}|[xX][\da-fA-F]{1,8})|([A-Za-z][A-Za-z\d]{1,31}));/y;
const xmlNames: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
const htmlNames = new Map<string, string | undefined>();

/** What stood in a document in place of a reference that XML knows; told once for each document. */
export interface LooseReferences {
  /** The first name of HTML that no DTD declared, such as `nbsp`. */
  named?: string;
  /** Offset of the first & that begins no reference. */
  ampersand?: number;
}

/** The same as faults, for those who make the document; a name of HTML is told of without its place. */
export function looseFaults({
  named,
  ampersand,
}: LooseReferences): (Omit<Fault, 'offset'> & { offset?: number })[] {
  const faults: ReturnType<typeof looseFaults> = [];
  if (named !== undefined) {
    const message = `expected the entities of XML, got &${named}; and perhaps others of HTML, read as HTML has them`;
    faults.push({ code: 'html-entity', message });
  }
  if (ampersand !== undefined) {
    const message = 'expected &amp; for an ampersand, got a bare &, read as it stands';
    faults.push({ code: 'bare-ampersand', offset: ampersand, message });
  }
  return faults;
}

/**
 * References of XML as characters: the five names and numbers. Names of HTML are read as HTML has them, and any other
 * & stands for itself, since feeds are full of both; no entity that a document declares is ever looked at.
 */
export function expandReferences(text: string, loose: LooseReferences, offset: number): string {
  // No replace with a function: it keeps all matches at once, and a hostile text is nothing but ampersands.
  let words = '';
  let from = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
    reference.lastIndex = at;
    const [written = '', digits, name] = reference.exec(text) ?? [];
    const read = digits === undefined ? readName(name, loose) : characterOf(digits);
    if (read === undefined) {
      loose.ampersand ??= offset + at;
      continue;
    }
    words += text.slice(from, at) + read;
    from = at + written.length;
  }
  return from === 0 ? text : words + text.slice(from);
}

function readName(name: string | undefined, loose: LooseReferences): string | undefined {
  if (name === undefined) return undefined;
  if (Object.hasOwn(xmlNames, name)) return xmlNames[name];
  const html = htmlCharacter(name);
  if (html !== undefined) loose.named ??= name;
  return html;
}

function characterOf(digits: string): string {
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  // Old programs mean windows-1252 by the numbers of control characters, and so does HTML.
  if (code >= 0x80 && code <= 0x9f) return decodeHtml(`&#${code};`);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

function htmlCharacter(name: string): string | undefined {
  if (!htmlNames.has(name)) {
    const written = `&${name};`;
    const read = decodeHtml(written);
    // A text can hold any number of names that mean nothing.
    if (htmlNames.size > 5000) htmlNames.clear();
    htmlNames.set(name, read.includes('&') || read.includes(';') ? undefined : read);
  }
  return htmlNames.get(name);
}

// The table of names is the HTML parser's.
function decodeHtml(written: string): string {
  const [node] = parseFragment(written).childNodes;
  return node !== undefined && 'value' in node ? node.value : written;
}
