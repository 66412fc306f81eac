import type { ExactTime } from '../exactTime.ts';
import { element, lines, xmlDocument, type Markup } from '../markup.ts';

/** A page or a part of a sitemap; `location` is absolute. */
export interface SitemapEntry {
  location: string;
  changed?: ExactTime;
}

export const sitemapNamespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A sitemap. Source: https://www.sitemaps.org/protocol.html */
export function urlSet(entries: readonly SitemapEntry[]): string {
  return xmlDocument(
    element('urlset', { xmlns: sitemapNamespace }, lines(entries.map(toMarkup('url')))),
  );
}

/** An index of sitemaps. Source: https://www.sitemaps.org/protocol.html#index */
export function siteIndex(entries: readonly SitemapEntry[]): string {
  return xmlDocument(
    element('sitemapindex', { xmlns: sitemapNamespace }, lines(entries.map(toMarkup('sitemap')))),
  );
}

const toMarkup =
  (name: string) =>
  ({ location, changed }: SitemapEntry): Markup =>
    element(
      name,
      {},
      element('loc', {}, location),
      changed && element('lastmod', {}, changed.rfc3339),
    );
