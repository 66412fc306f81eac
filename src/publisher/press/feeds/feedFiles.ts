import {
  absoluteAddress,
  atomFeedAddress,
  feedAddress,
  frontAddress,
  jsonFeedAddress,
  sectionAddress,
  sectionFeedAddress,
} from '../../../model/address.ts';
import type { FullStory } from '../../../model/story.ts';
import type { LaidOut } from '../../desk/laidOut.ts';
import { hostFile, type HostFile } from '../hostFile.ts';
import { atomFeed } from './atom.ts';
import { feedLength, toEntries } from './entries.ts';
import { jsonFeed } from './jsonFeed.ts';
import { rssFeed, type FeedHead } from './rss.ts';

/**
 * The edition's feeds: the newest full stories as RSS, Atom and JSON Feed, and each section's as RSS. Briefs and
 * withdrawn stories are in none. @param url the edition's, without trailing slash
 */
export function feedFiles({ site, stories, pointer, lists }: LaidOut, url: string): HostFile[] {
  const newest: FullStory[] = [];
  const bySection = new Map<string, FullStory[]>();
  for (const story of stories) {
    if (story.kind !== 'story') continue;
    if (newest.length < feedLength) newest.push(story);
    const section = story.section?.slug;
    if (section === undefined) continue;
    const ofSection = bySection.get(section);
    if (ofSection === undefined) bySection.set(section, [story]);
    else if (ofSection.length < feedLength) ofSection.push(story);
  }
  const head = (page: string, self: string, title = site.name): FeedHead => ({
    ...{ site, url, title },
    page: absoluteAddress(url, page),
    self: absoluteAddress(url, self),
  });
  const sections = lists.filter(
    ({ list, pageAddress }) => list.kind === 'section' && list.address === pageAddress,
  );
  return [
    ...sections.map(({ list }) => {
      const slug = list.address.slice(sectionAddress('').length);
      const address = sectionFeedAddress(slug);
      const title = `${site.name}: ${list.title}`;
      return hostFile(address, () => {
        const entries = toEntries(bySection.get(slug) ?? [], site, url);
        return rssFeed(head(list.address, address, title), entries);
      });
    }),
    hostFile(feedAddress, () =>
      rssFeed(head(frontAddress, feedAddress), toEntries(newest, site, url)),
    ),
    hostFile(atomFeedAddress, () => {
      const entries = toEntries(newest, site, url);
      return atomFeed(head(frontAddress, atomFeedAddress), entries, pointer.published.at);
    }),
    hostFile(jsonFeedAddress, () =>
      jsonFeed(head(frontAddress, jsonFeedAddress), toEntries(newest, site, url)),
    ),
  ];
}
