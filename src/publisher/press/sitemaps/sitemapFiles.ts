import {
  absoluteAddress,
  archiveAddress,
  frontAddress,
  newsSitemapAddress,
  pageAddress,
  sitemapAddress,
  sitemapPartAddress,
  storyAddress,
} from '../../../model/address.ts';
import type { FullStory } from '../../../model/story.ts';
import type { LaidOut } from '../../desk/laidOut.ts';
import { changedTime, exactTime, latestTime, type ExactTime } from '../exactTime.ts';
import { hostFile, type HostFile } from '../hostFile.ts';
import { newsSitemap } from './newsSitemap.ts';
import { siteIndex, urlSet, type SitemapEntry } from './sitemapText.ts';

/** Addresses in one file. The protocol allows 50,000; fewer keep small what a changed story rewrites. */
const partLength = 10_000;

interface Part {
  address: string;
  entries: SitemapEntry[];
}

/**
 * `/sitemap.xml`, an index, with the parts it names, and the news sitemap. Stories are counted from the oldest, so a
 * full part changes only with its own stories; those without a time have parts of their own, since a new one may stand
 * anywhere among them. Topics and authors are found by links. @param url the edition's, without trailing slash
 */
export function sitemapFiles(laidOut: LaidOut, url: string): HostFile[] {
  const stories = laidOut.stories.filter((story) => story.kind === 'story').toReversed();
  const dated = stories.filter(({ published }) => published !== undefined);
  const undated = stories.filter(({ published }) => published === undefined);
  const parts = [
    ...storyParts(dated, '', url),
    ...storyParts(undated, 'undated-', url),
    { address: sitemapPartAddress('pages'), entries: pageEntries(laidOut, url) },
  ];
  return [
    ...parts.map(({ address, entries }) => hostFile(address, () => urlSet(entries))),
    hostFile(newsSitemapAddress, () => newsSitemap(laidOut, url)),
    hostFile(sitemapAddress, () => siteIndex(parts.map((part) => indexEntry(part, url)))),
  ];
}

function storyParts(stories: readonly FullStory[], prefix: string, url: string): Part[] {
  return Array.from({ length: Math.ceil(stories.length / partLength) }, (_, index) => ({
    address: sitemapPartAddress(`${prefix}${index + 1}`),
    entries: stories
      .slice(index * partLength, (index + 1) * partLength)
      .map((story) => entry(url, storyAddress(story.slug), changedTime(story))),
  }));
}

function pageEntries({ front, lists, pages, months }: LaidOut, url: string): SitemapEntry[] {
  const newestPages = lists.filter(
    ({ list, pageAddress: address }) =>
      (list.kind === 'section' || list.kind === 'archive') && list.address === address,
  );
  return [
    entry(url, frontAddress, exactTime(front.published.at)),
    ...newestPages.map(({ list }) => entry(url, list.address)),
    ...(months.months.length === 0 ? [] : [entry(url, archiveAddress)]),
    ...pages.map(({ slug }) => entry(url, pageAddress(slug))),
  ];
}

function indexEntry({ address, entries }: Part, url: string): SitemapEntry {
  return entry(url, address, latestTime(entries.map(({ changed }) => changed)));
}

function entry(url: string, address: string, changed?: ExactTime): SitemapEntry {
  const location = absoluteAddress(url, address);
  return changed === undefined ? { location } : { location, changed };
}
