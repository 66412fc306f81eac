import { absoluteAddress } from '../../../model/address.ts';
import { exactTime } from '../exactTime.ts';
import { largestJpeg } from './bodyMarkup.ts';
import type { Entry } from './entries.ts';
import type { FeedHead } from './rss.ts';

/** A feed as JSON Feed 1.1 with full text. Source: https://www.jsonfeed.org/version/1.1/ */
export function jsonFeed(head: FeedHead, entries: readonly Entry[]): string {
  const { site, title, page, self, url } = head;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: self,
    description: site.tagline,
    language: site.language,
    items: entries.map((entry) => toItem(entry, url)),
  });
}

function toItem({ story, ...entry }: Entry, url: string): object {
  const image = story.picture && largestJpeg(story.picture);
  return {
    id: entry.address,
    url: entry.address,
    title: entry.title,
    // An item must have a content; a feed that is full has room for the summary.
    ...(entry.text === undefined
      ? { content_text: entry.summary ?? entry.title }
      : { content_html: entry.text }),
    summary: entry.summary,
    image: image && absoluteAddress(url, `/${image.src}`),
    date_published: exactTime(story.published?.at)?.rfc3339,
    date_modified: exactTime(story.updated?.at)?.rfc3339,
    authors: entry.authors.length === 0 ? undefined : entry.authors.map(toAuthor),
    tags: entry.tags.length === 0 ? undefined : entry.tags,
    language: story.language,
  };
}

function toAuthor({ name, address }: Entry['authors'][number]): object {
  return { name, url: address };
}
