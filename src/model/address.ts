/**
 * Every address and file name of an edition is made and read here. Addresses start with one slash and know nothing of
 * the base path; `withBase` adds it for links. `/story/x` is the file `story/x.html`, its data `story/x.json`.
 */
export const frontAddress = '/';
export const pointerAddress = '/latest.json';
export const archiveAddress = '/archive';
export const storyAddress = (slug: string): string => `/story/${slug}`;
/** @param slug of the publisher's page, or `saved`, `history` or `device`: what the reader keeps */
export const pageAddress = (slug: string): string => `/${slug}`;
export const sectionAddress = (slug: string): string => `/section/${slug}`;
export const tagAddress = (slug: string): string => `/tag/${slug}`;
export const authorAddress = (slug: string): string => `/author/${slug}`;
/** @param month `2025-12` */
export const monthAddress = (month: string): string => `/archive/${month.replace('-', '/')}`;
/** Page `page` of a list, counted from the oldest. */
export const listPageAddress = (list: string, page: number): string => `${list}/${page}`;

// What hosts and other programs ask for: these addresses are files as they stand.
export const feedAddress = '/feed.xml';
export const atomFeedAddress = '/feed.atom';
export const jsonFeedAddress = '/feed.json';
export const sectionFeedAddress = (slug: string): string => `${sectionAddress(slug)}/feed.xml`;
export const sitemapAddress = '/sitemap.xml';
/** @param part `2025-12`, `2025-12-2`, `undated` or `pages` */
export const sitemapPartAddress = (part: string): string => `/sitemap/${part}.xml`;
export const newsSitemapAddress = '/news-sitemap.xml';
export const robotsAddress = '/robots.txt';
export const webManifestAddress = '/site.webmanifest';

// What the reader's device keeps house with.
export const workerAddress = '/sw.js';
/** The page that stands in for any other one whose data is on the device and whose HTML is not. */
export const shellAddress = '/shell';
/** What can be taken along. */
export const takeAddress = '/take.json';

/** First words of addresses that the publisher's own pages cannot take. */
export const reservedWords: ReadonlySet<string> = new Set([
  ...['story', 'section', 'tag', 'author', 'archive', 'saved', 'history', 'device', 'search'],
  ...['assets', 'media', 'index', 'latest', 'sw', '404', 'feed', 'feeds', 'sitemap', 'robots'],
  ...['news-sitemap', 'site', 'shell', 'take'],
]);

/** An address as a link of a site that lives under `base` (`/` or `/news/`). */
export function withBase(base: string, address: string): string {
  return base + address.slice(1);
}

/** An address as people outside write it. @param url that of the edition, without trailing slash, its base included */
export function absoluteAddress(url: string, address: string): string {
  return url + address;
}

/** The inverse: the address of a path on the host, or undefined when it lies outside the base. */
export function addressOf(base: string, pathname: string): string | undefined {
  if (!`${pathname}/`.startsWith(base)) return undefined;
  const address = `/${pathname.slice(base.length)}`.replace(/\/+$/, '').replace(/\.html$/, '');
  return address === '' || address === '/index' ? frontAddress : address;
}

/** The file of an address inside the published folder: `/` → `index.html`, `/story/x` → `story/x.json`. */
export function fileOf(address: string, kind: 'html' | 'json'): string {
  return `${address === frontAddress ? 'index' : address.slice(1)}.${kind}`;
}

/** Where the data of a page lies, as an address. */
export function dataAddress(address: string): string {
  return `/${fileOf(address, 'json')}`;
}
