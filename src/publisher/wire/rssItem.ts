import { parseLanguage } from '../../model/language.ts';
import { cleanName } from './cleanText.ts';
import { field } from './field.ts';
import type { FeedReading } from './feeds/feedItem.ts';
import { lineOfText } from './feeds/htmlWords.ts';
import { labelOfCategories } from './feeds/labels.ts';
import { namesOf } from './feeds/personNames.ts';
import { parseWebAddress } from './feeds/webLink.ts';
import { rssBody, rssContent, rssSummary, setSummary } from './rssBody.ts';
import { wordpressExport } from './rssWordpress.ts';
import type { WireItem } from './wireItem.ts';
import { scopedId } from './xml/feedIds.ts';
import { feedPicture } from './xml/feedMedia.ts';
import { feedRights } from './xml/feedRights.ts';
import { feedTime, timeRevision } from './xml/feedTime.ts';
import type { XmlElement } from './xml/xmlElement.ts';

/** What an RSS feed says for all its items, read once: a hostile one has megabytes to say. */
export interface RssFeed {
  title: string;
  rights: string | undefined;
  /** As written, where it is a language tag. */
  language: string | undefined;
  /** Address of the site. */
  home: string | undefined;
  /** What makes the feed's own ids unique. */
  scope: string;
}

const publishedNames = [
  'pubDate',
  'pubdate',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'atom:published',
  'prism:publicationDate',
  'dcterms:date',
];

/**
 * One item of an RSS feed.
 * @param own the address, when it stands for this item alone
 * @param at path of the item
 */
export function readRssItem(
  item: XmlElement,
  feed: RssFeed,
  own: (address: string | undefined) => string | undefined,
  at: string,
): FeedReading {
  const { home, scope } = feed;
  const link = rssLink(item, item.baseFrom(home));
  const isHome = link !== undefined && link === home;
  const canonical = isHome ? undefined : own(link);
  const headline = lineOfText(
    item.textOf('title', 'media:title', 'dc:title', 'itunes:title') ?? '',
  );
  const published = feedTime(item.textOf(...publishedNames));
  const updated = feedTime(
    item.textOf('atom:updated', 'dcterms:modified', 'prism:modificationDate'),
  );
  const { section, tags } = categoriesOf(item);
  const summary = rssSummary(item);
  const exported = wordpressExport(item, published, at);
  if ('problem' in exported) return exported;
  return {
    item: {
      names: {
        headline: 'title',
        published: 'pubDate',
        body: 'description',
        id: 'guid',
        picture: 'media:content',
      },
      id: rssId(item, scope) ?? canonical,
      slug: '',
      headline,
      isTitleOptional: true,
      summary,
      summaryBlocks: setSummary(item, summary, link ?? home),
      byline: authorsOf(item),
      published,
      updated,
      section,
      tags,
      label: labelOfCategories(section, tags, [item.textOf('dc:type', 'prism:genre') ?? '']),
      language: languageOf(item, feed),
      body: rssBody(item, link ?? home, headline),
      picture: feedPicture(item, link ?? home),
      canonical,
      expires: feedTime(validUntil(item.textOf('dcterms:valid')) ?? item.textOf('expirationDate')),
      draft: exported.draft,
      ...field('embargo', exported.embargo),
      ...field('withheld', exported.withheld),
      ...field('source', sourceOf(item, feed)),
      rights: feedRights(item) ?? feed.rights,
      revision: timeRevision(updated, published),
    },
    warnings: exported.warnings,
  };
}

/** An item's id, the same for all its versions. */
export function rssId(item: XmlElement, scope: string): string | undefined {
  return scopedId(
    item.textOf('guid', 'dc:identifier', 'atom:id') ??
      item.attribute('rdf:about') ??
      item.attribute('about'),
    scope,
  );
}

/** Where an item or a channel stands on the web. */
export function rssLink(element: XmlElement, base: string | undefined): string | undefined {
  const written = [
    ...element
      .all('feedburner:origLink', 'link')
      .map((one) => one.text || (one.attribute('href') ?? '')),
    ...element
      .all('atom:link')
      .filter((one) => (one.attribute('rel') ?? 'alternate') === 'alternate')
      .map((one) => one.attribute('href') ?? ''),
    ...element
      .all('guid')
      .filter(
        (one) =>
          one.attribute('isPermaLink')?.toLowerCase() !== 'false' && /^https?:/i.test(one.text),
      )
      .map((one) => one.text),
  ];
  return written
    .filter((address) => address !== '')
    .map((address) => parseWebAddress(address, base))
    .find((address) => address !== undefined);
}

function authorsOf(item: XmlElement): string[] {
  const lists = [
    item.all('dc:creator', 'dc:author').map((one) => one.text),
    item.all('author').map((one) => one.textOf('name') ?? one.text),
    item.all('atom:author').map((one) => one.textOf('atom:name') ?? ''),
    item.all('itunes:author').map((one) => one.text),
  ];
  return lists.map(namesOf).find((names) => names.length > 0) ?? [];
}

function categoriesOf(item: XmlElement): { section: string | undefined; tags: string[] } {
  const categories = item
    .all('category')
    .filter((one) => !/post_format|nav_menu/.test(one.attribute('domain') ?? ''));
  const sections = categories.filter((one) =>
    /(?:^|[/#:])sections?$/i.test(one.attribute('domain') ?? ''),
  );
  const written = lineOfText(item.textOf('prism:section') ?? sections[0]?.text ?? '');
  const words = [
    ...categories
      .filter((one) => !sections.includes(one))
      .map((one) => one.text || (one.attribute('term') ?? '')),
    ...item.all('dc:subject').map((one) => one.text),
    ...item
      .all('media:keywords', 'itunes:keywords')
      .flatMap((one) => one.text.slice(0, 5000).split(',')),
    ...item
      .findAll(({ name }) => name === 'itunes:category')
      .map((one) => one.attribute('text') ?? ''),
  ];
  const tags = words
    .map((word) => lineOfText(word.slice(0, 1000)))
    .filter(
      (word) =>
        word !== '' &&
        !/^(?:uncategori[sz]ed|allgemein|non classé|sin categoría|https?:.*)$/i.test(word),
    );
  return { section: written || undefined, tags };
}

function languageOf(item: XmlElement, feed: RssFeed): string | undefined {
  const own =
    item.textOf('dc:language') ??
    rssContent(item)?.attribute('xml:lang') ??
    item.attribute('xml:lang');
  if (own !== undefined) return own;
  return feed.language ?? validTag(item.language);
}

/** What a channel says for all its items. @param file name of the document */
export function toRssFeed(channel: XmlElement, file: string): RssFeed {
  const address = parseWebAddress(file);
  return {
    home: rssLink(channel, channel.baseFrom(address)) ?? address,
    title: cleanName(lineOfText(channel.textOf('title', 'dc:title') ?? '')),
    rights: feedRights(channel),
    language: validTag(channel.textOf('language', 'dc:language')),
    scope: rssLink(channel, address) ?? channel.textOf('title', 'dc:title') ?? file,
  };
}

// What is wrong for the whole feed is not said again for each item.
function validTag(tag: string | undefined): string | undefined {
  return tag === undefined || parseLanguage(tag) === undefined ? undefined : tag;
}

function sourceOf(item: XmlElement, { title, home }: RssFeed): WireItem['source'] {
  const source = item.first('source');
  const from = cleanName(lineOfText(source?.text ?? item.textOf('dc:source') ?? ''));
  if (from !== '' && !/^https?:/.test(from)) {
    const feed = parseWebAddress(source?.attribute('url') ?? '', home);
    return {
      name: from,
      ...field('url', feed === undefined ? undefined : new URL('/', feed).href),
    };
  }
  return title === '' ? undefined : { name: title, ...field('url', home) };
}

/** The end of a DCMI period (`start=…; end=…;`), or the time itself. */
function validUntil(written: string | undefined): string | undefined {
  if (written === undefined || !written.includes('=')) return written;
  return /\bend=([^;]{1,40})/.exec(written)?.[1];
}
