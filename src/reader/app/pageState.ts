import type { QueryClient } from '@tanstack/react-query';
import { pageSchemas, parseDocument, type PageDocument } from '../../model/document.ts';
import type { Site } from '../../model/edition.ts';
import { documentQuery } from '../data/queries.ts';

/** What a page carries as inline JSON, so that the browser starts from the same data the publisher rendered. */
export interface PageState {
  site: Site;
  address: string;
  /** Absent on the page for addresses that the edition does not have. */
  document?: PageDocument;
  /** Where the parts of the stylesheet are that this page does without; absent where it has all. */
  sheets?: string;
}

export { stateElementId } from '../../model/pageSeal.ts';

/** What could end the script element that JSON stands in, or a line of it. */
const unsafe = /[<\u2028\u2029]/g;
const escapes: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/**
 * JSON that cannot end the script element it stands in.
 * @param json the document as JSON: who renders it has mostly published it too
 */
export function stateText(
  { site, address, document, sheets }: PageState,
  json = document && JSON.stringify(document),
): string {
  const start = JSON.stringify({ site, address }).slice(0, -1);
  const end = sheets === undefined ? '' : `,"sheets":${JSON.stringify(sheets)}`;
  const text = `${start}${json === undefined ? '' : `,"document":${json}`}${end}}`;
  return text.replace(unsafe, (character) => escapes[character] ?? '');
}

/**
 * The state of a prerendered page, or undefined when it cannot be read; the page then stays as it is, text and
 * links working without script.
 */
export function readPageState(text: string): PageState | undefined {
  const json = parseJson(text);
  if (json === null || typeof json !== 'object' || !('site' in json) || !('address' in json)) {
    return undefined;
  }
  const site = parseDocument(json.site, ['lede-site']);
  if (!site.ok || typeof json.address !== 'string') return undefined;
  const page: PageState = { site: site.value, address: json.address };
  if ('sheets' in json && typeof json.sheets === 'string') page.sheets = json.sheets;
  if (!('document' in json)) return page;
  const document = parseDocument(json.document, pageSchemas);
  if (!document.ok) return undefined;
  return { ...page, document: document.value };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Puts a page's own document where its query looks for it, so that nothing on the page is asked for again. */
export function fillCache(client: QueryClient, { site, address, document }: PageState): void {
  if (document === undefined) return;
  client.setQueryData(documentQuery(site.base, address).queryKey, document);
}
