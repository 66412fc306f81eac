import {
  absoluteAddress,
  atomFeedAddress,
  feedAddress,
  frontAddress,
  jsonFeedAddress,
  sectionAddress,
  sectionFeedAddress,
} from '../../../model/address.ts';
import type { Filed } from '../../desk/filed.ts';
import { keyOf } from '../../desk/mark.ts';
import type { Hosted, HostFile } from '../hostFile.ts';
import { atomFeed } from './atom.ts';
import { feedLength, toEntries, type Entry } from './entries.ts';
import { jsonFeed } from './jsonFeed.ts';
import { rssFeed, type FeedHead } from './rss.ts';

/**
 * The edition's feeds: the newest full stories as RSS, Atom and JSON Feed, and each section's as RSS. Briefs and
 * withdrawn stories are in none. @param url the edition's, without trailing slash
 */
export function feedFiles({ site, filed, published, lists }: Hosted, url: string): HostFile[] {
  const newest = filed.slice(0, feedLength);
  const bySection = new Map<string, Filed[]>();
  for (const one of filed) {
    const section = one.section?.slug;
    if (section === undefined) continue;
    const ofSection = bySection.get(section);
    if (ofSection === undefined) bySection.set(section, [one]);
    else if (ofSection.length < feedLength) ofSection.push(one);
  }
  const feed = (
    address: string,
    { page, title = site.name, about = '' }: { page: string; title?: string; about?: string },
    stories: readonly Filed[],
    toText: (head: FeedHead, entries: Entry[]) => string,
  ): HostFile => ({
    path: address.slice(1),
    key: keyOf(
      [title, about, ...stories.map(({ facts }) => facts.own)],
      stories.map(({ mark }) => mark),
    ),
    stories: stories.map(({ slug }) => slug),
    make: (whole) => {
      const head = { page: absoluteAddress(url, page), self: absoluteAddress(url, address) };
      return toText({ site, url, title, ...head }, toEntries(whole, site, url));
    },
  });
  const sections = lists.filter(({ kind, isNewest }) => kind === 'section' && isNewest);
  // Atom must say of each story when it changed, and says when the edition came out where nobody knows.
  const isTimed = newest.length > 0 && newest.every(({ facts }) => facts.changed !== undefined);
  const about = isTimed ? '' : published.at;
  return [
    ...sections.map(({ address: page, title }) => {
      const slug = page.slice(sectionAddress('').length);
      const names = { page, title: `${site.name}: ${title}` };
      return feed(sectionFeedAddress(slug), names, bySection.get(slug) ?? [], rssFeed);
    }),
    feed(feedAddress, { page: frontAddress }, newest, rssFeed),
    feed(atomFeedAddress, { page: frontAddress, about }, newest, (head, entries) =>
      atomFeed(head, entries, published.at),
    ),
    feed(jsonFeedAddress, { page: frontAddress }, newest, jsonFeed),
  ];
}
