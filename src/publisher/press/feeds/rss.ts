import { absoluteAddress } from '../../../model/address.ts';
import type { Site } from '../../../model/edition.ts';
import type { Picture } from '../../../model/picture.ts';
import { changedTime, exactTime, latestTime } from '../exactTime.ts';
import { element, lines, xmlDocument, type Markup } from '../markup.ts';
import { largestJpeg } from './bodyMarkup.ts';
import type { Entry } from './entries.ts';

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
} as const;

/** A feed's own facts. All addresses are absolute. */
export interface FeedHead {
  site: Site;
  url: string;
  title: string;
  /** The page it is the feed of. */
  page: string;
  /** Where the feed itself is. */
  self: string;
}

/**
 * A feed as RSS 2.0 with full text. It has no time but those of its stories, so it changes only when they do.
 * Source: https://www.rssboard.org/rss-specification and https://www.rssboard.org/rss-profile
 */
export function rssFeed(head: FeedHead, entries: readonly Entry[]): string {
  const { site, title, page, self } = head;
  const built = latestTime(entries.map(({ story }) => changedTime(story)));
  const channel = lines([
    element('title', {}, title),
    element('link', {}, page),
    element('description', {}, site.tagline ?? title),
    element('language', {}, site.language),
    built && element('lastBuildDate', {}, built.rfc822),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: self }),
    ...entries.map((entry) => itemMarkup(entry, head)),
  ]);
  return xmlDocument(
    element('rss', { version: '2.0', ...namespaces }, '\n', element('channel', {}, channel), '\n'),
  );
}

function itemMarkup({ story, ...entry }: Entry, { site, url }: FeedHead): Markup {
  const published = exactTime(story.published?.at);
  const of = (name: string, text: string | undefined): Markup | undefined =>
    text === undefined ? undefined : element(name, {}, text);
  return element(
    'item',
    {},
    lines([
      of('title', entry.title),
      of('link', entry.address),
      element('guid', { isPermaLink: 'true' }, entry.address),
      of('pubDate', published?.rfc822),
      ...entry.authors.map(({ name }) => of('dc:creator', name)),
      ...entry.tags.map((tag) => of('category', tag)),
      of('dc:language', story.language === site.language ? undefined : story.language),
      of('dc:rights', story.rights),
      of('description', entry.summary),
      of('content:encoded', entry.text),
      story.picture && mediaMarkup(story.picture, url),
    ]),
  );
}

/** Source: https://www.rssboard.org/media-rss */
function mediaMarkup(picture: Picture, url: string): Markup | undefined {
  const image = largestJpeg(picture);
  if (image === undefined) return undefined;
  const { width, height, alt, caption, credit } = picture;
  const description = caption ?? alt ?? '';
  return element(
    'media:content',
    {
      url: absoluteAddress(url, `/${image.src}`),
      medium: 'image',
      type: 'image/jpeg',
      width,
      height,
    },
    description === '' ? undefined : element('media:description', { type: 'plain' }, description),
    credit === undefined ? undefined : element('media:credit', {}, credit),
  );
}
