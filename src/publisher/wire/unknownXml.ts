import { html } from 'parse5';
import { refuseFile } from './feeds/readFeed.ts';
import type { WireFormat } from './wireItem.ts';
import { declaresSomething } from './xml/fault.ts';
import { readProlog, rootOf } from './xml/prolog.ts';

/** XML of no format that is read: said so, where it would else be taken for a story in plain text. */
export const unknownXml = {
  name: 'XML',
  recognise(file, text) {
    const root = rootOf(file, text);
    if (root === undefined || root.local.toLowerCase() === 'html') return 0;
    const isXml =
      root.isDeclared ||
      readProlog(text).refusedDoctype !== undefined ||
      /\.(?:xml|rss|atom|rdf|opml)$/i.test(file.name) ||
      isWrapped(text, root.local);
    return isXml ? 0.5 : 0;
  },
  read(file, text) {
    if (readProlog(text).refusedDoctype !== undefined) {
      const { code, message, mend } = declaresSomething;
      return refuseFile(file, code, message, mend);
    }
    const name = rootOf(file, text)?.local.slice(0, 60) ?? '';
    const got = name === '' ? 'XML without an element' : `a document of <${name}>`;
    return refuseFile(
      file,
      'unknown-xml',
      `expected RSS, Atom, NITF or NewsML-G2, got ${got}`,
      'name the address or file of a feed',
    );
  },
} as const satisfies WireFormat;

const htmlTags = new Set<string>(Object.values(html.TAG_NAMES));

/** Whether one element that HTML does not have holds the whole text. */
function isWrapped(text: string, local: string): boolean {
  return (
    !htmlTags.has(local.toLowerCase()) &&
    new RegExp(`</(?:[\\w-]+:)?${escaped(local)}\\s*>$`).test(text.trimEnd())
  );
}

function escaped(name: string): string {
  return name.replace(/[^\w:-]/g, '\\$&');
}
