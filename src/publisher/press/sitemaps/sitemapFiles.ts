import {
  absoluteAddress,
  archiveAddress,
  frontAddress,
  pageAddress,
  sitemapAddress,
  sitemapPartAddress,
  storyAddress,
} from '../../../model/address.ts';
import type { Filed } from '../../desk/filed.ts';
import { keyOf } from '../../desk/mark.ts';
import { exactTime, type ExactTime } from '../exactTime.ts';
import { hostFile, type Hosted, type HostFile } from '../hostFile.ts';
import { newsSitemapFile } from './newsSitemap.ts';
import { siteIndex, urlSet, type SitemapEntry } from './sitemapText.ts';

/** Addresses in one file; the protocol allows 50,000. */
const partLength = 50_000;

interface Part {
  address: string;
  /** All that its entries are made from. */
  facts: (string | undefined)[];
  entries: () => SitemapEntry[];
  /** When the last of them changed. */
  changed: () => ExactTime | undefined;
}

/**
 * `/sitemap.xml`, an index, with the parts it names, and the news sitemap. Each month has a part, so that a story
 * changes one; those without a time have parts of their own. Topics and authors are found by links.
 * @param url the edition's, without trailing slash
 */
export function sitemapFiles(hosted: Hosted, url: string): HostFile[] {
  const byMonth = new Map<string, Filed[]>();
  for (const one of hosted.filed) {
    const month = one.facts.day?.slice(0, 7) ?? 'undated';
    const stories = byMonth.get(month);
    if (stories === undefined) byMonth.set(month, [one]);
    else stories.push(one);
  }
  const parts = [
    ...[...byMonth].flatMap(([month, stories]) => storyParts(month, stories, url)),
    pagesPart(hosted, url),
  ];
  const files = parts.map(({ address, facts, entries }): HostFile => {
    const key = keyOf(facts, []);
    return { path: address.slice(1), key, stories: [], make: () => urlSet(entries()) };
  });
  const index = hostFile(
    sitemapAddress,
    files.flatMap(({ path, key }) => [path, key]),
    () => siteIndex(parts.map(({ address, changed }) => entry(url, address, changed()))),
  );
  return [...files, newsSitemapFile(hosted, url), index];
}

/** Oldest first, so that of a month with several parts only the last grows. */
function storyParts(month: string, newestFirst: readonly Filed[], url: string): Part[] {
  const stories = newestFirst.toReversed();
  return Array.from({ length: Math.ceil(stories.length / partLength) }, (_, index) => {
    const some = stories.slice(index * partLength, (index + 1) * partLength);
    return {
      address: sitemapPartAddress(index === 0 ? month : `${month}-${index + 1}`),
      facts: some.flatMap(({ slug, facts }) => [slug, facts.changed]),
      entries: () =>
        some.map(({ slug, facts }) => entry(url, storyAddress(slug), exactTime(facts.changed))),
      changed: () => latestOf(some),
    };
  });
}

function pagesPart({ published, lists, pages, months }: Hosted, url: string): Part {
  const listed = lists.filter(
    ({ kind, isNewest }) => (kind === 'section' || kind === 'archive') && isNewest,
  );
  const addresses = [
    ...listed.map(({ address }) => address),
    ...(months.length === 0 ? [] : [archiveAddress]),
    ...pages.map(({ slug }) => pageAddress(slug)),
  ];
  return {
    address: sitemapPartAddress('pages'),
    facts: [published.at, ...addresses],
    changed: () => exactTime(published.at),
    entries: () => [
      entry(url, frontAddress, exactTime(published.at)),
      ...addresses.map((address) => entry(url, address)),
    ],
  };
}

function latestOf(stories: readonly Filed[]): ExactTime | undefined {
  let latest: { at: string; order: number } | undefined;
  for (const { facts } of stories) {
    if (facts.changed === undefined) continue;
    const order = Date.parse(facts.changed);
    if (latest === undefined || order > latest.order) latest = { at: facts.changed, order };
  }
  return exactTime(latest?.at);
}

function entry(url: string, address: string, changed?: ExactTime): SitemapEntry {
  const location = absoluteAddress(url, address);
  return changed === undefined ? { location } : { location, changed };
}
