import { atomBody, atomLine } from './atomText.ts';
import { cleanName } from './cleanText.ts';
import { field } from './field.ts';
import type { FeedReading } from './feeds/feedItem.ts';
import { lineOfText } from './feeds/htmlWords.ts';
import { labelOfCategories } from './feeds/labels.ts';
import { namesOf } from './feeds/personNames.ts';
import { parseWebAddress } from './feeds/webLink.ts';
import type { RelatedRef, WireItem } from './wireItem.ts';
import { scopedId } from './xml/feedIds.ts';
import { feedPicture } from './xml/feedMedia.ts';
import { feedRights } from './xml/feedRights.ts';
import { feedTime, timeRevision } from './xml/feedTime.ts';
import type { XmlElement } from './xml/xmlElement.ts';

/** What an Atom feed says for all its entries, read once: a hostile one has megabytes to say. */
export interface AtomFeed {
  home: string | undefined;
  /** Empty for a lone entry. */
  title: string;
  rights: string | undefined;
  /** What makes ids unique that are no addresses. */
  scope: string;
  authors: readonly string[];
}

/** One entry. @param own the address, when it stands for this entry alone */
export function readAtomEntry(
  entry: XmlElement,
  feed: AtomFeed,
  own: (address: string | undefined) => string | undefined,
): FeedReading {
  const link = atomAddress(entry, feed.home);
  const canonical = link === feed.home ? undefined : own(link);
  const around = link ?? feed.home;
  const headline =
    atomLine(entry.first('atom:title')) || lineOfText(entry.textOf('media:title') ?? '');
  const published = feedTime(
    entry.textOf('atom:published', 'atom:issued', 'atom:created', 'dc:date', 'dcterms:issued'),
  );
  const updated = feedTime(entry.textOf('atom:updated', 'atom:modified', 'dcterms:modified'));
  const { section, tags } = categoriesOf(entry);
  const body = atomBody(entry, around, headline);
  return {
    item: {
      names: { headline: 'title', body: 'content', picture: 'link' },
      id: scopedId(entry.textOf('atom:id'), feed.scope) ?? canonical,
      slug: '',
      headline,
      isTitleOptional: true,
      summary: body.isSummary ? '' : atomLine(entry.first('atom:summary')),
      byline: authorsOf(entry, feed),
      published: published ?? updated,
      updated,
      section,
      tags,
      label: labelOfCategories(section, tags),
      language: body.language ?? entry.language,
      body,
      picture: feedPicture(entry, around) ?? body.picture,
      related: linksOf(entry, 'related').flatMap((one): RelatedRef[] => {
        const title = lineOfText(one.attribute('title') ?? '');
        const url = parseWebAddress(one.attribute('href') ?? '', one.baseFrom(feed.home));
        return title === '' ? [] : [{ headline: title, ...field('url', url) }];
      }),
      canonical,
      draft: entry.first('app:control')?.textOf('app:draft')?.toLowerCase() === 'yes',
      ...field('source', sourceOf(entry, feed)),
      rights: feedRights(entry) ?? feedRights(entry.first('atom:source')) ?? feed.rights,
      revision: timeRevision(updated, published),
    },
  };
}

/** Where an entry or a feed stands on the web. */
export function atomAddress(element: XmlElement, around: string | undefined): string | undefined {
  const links = linksOf(element, 'alternate');
  const isPage = (link: XmlElement): boolean =>
    /^(?:text\/html|application\/xhtml\+xml|)$/i.test(link.attribute('type') ?? '');
  return [...links.filter(isPage), ...links.filter((link) => !isPage(link))]
    .map((link) => parseWebAddress(link.attribute('href') ?? link.text, link.baseFrom(around)))
    .find((address) => address !== undefined);
}

/** Links of a relation, which may be written as an address (RFC 4287, 4.2.7.2); none means `alternate`. */
function linksOf(element: XmlElement, relation: string): XmlElement[] {
  return element
    .all('atom:link')
    .filter((link) => (link.attribute('href') ?? link.text) !== '')
    .filter(
      (link) =>
        (link.attribute('rel') ?? 'alternate').toLowerCase().replace(/^.*[/#]/, '') === relation,
    );
}

/** RFC 4287, 4.2.1: an entry's authors, else those of its source, else those of the feed. */
function authorsOf(entry: XmlElement, feed: AtomFeed): readonly string[] {
  const own = authorsOn(entry);
  if (own.length > 0) return own;
  const source = authorsOn(entry.first('atom:source'));
  if (source.length > 0) return source;
  return feed.authors.length > 0 ? feed.authors : namesOf(entry.textOf('dc:creator'));
}

/** Who a feed, an entry or its source names as its authors. */
export function authorsOn(holder: XmlElement | undefined): string[] {
  return namesOf(
    holder
      ?.all('atom:author')
      .map((one) => one.textOf('atom:name') ?? (one.elements.length > 0 ? '' : one.text)),
  );
}

function categoriesOf(entry: XmlElement): { section: string | undefined; tags: string[] } {
  const categories = entry
    .all('atom:category')
    .filter((one) => one.attribute('scheme')?.endsWith('#kind') !== true)
    .map((one) => ({
      scheme: one.attribute('scheme') ?? '',
      name: lineOfText(
        (one.attribute('label') ?? one.attribute('term') ?? one.text).slice(0, 1000),
      ),
    }))
    .filter(({ name }) => name !== '' && !/^https?:/i.test(name));
  const isSection = ({ scheme }: { scheme: string }): boolean =>
    /(?:^|[/#:])sections?\/?$/i.test(scheme);
  const tags = categories.filter((one) => !isSection(one)).map(({ name }) => name);
  const subjects = entry.all('dc:subject').map((one) => lineOfText(one.text));
  return { section: categories.find(isSection)?.name, tags: [...tags, ...subjects] };
}

function sourceOf(entry: XmlElement, feed: AtomFeed): WireItem['source'] {
  const source = entry.first('atom:source');
  const [via] = linksOf(entry, 'via').filter((one) => one.attribute('title') !== undefined);
  const from = cleanName(atomLine(source?.first('atom:title')));
  if (source !== undefined && from !== '')
    return { name: from, ...field('url', atomAddress(source, feed.home)) };
  if (via !== undefined) {
    const url = parseWebAddress(via.attribute('href') ?? '', via.baseFrom(feed.home));
    return { name: cleanName(via.attribute('title') ?? ''), ...field('url', url) };
  }
  return feed.title === '' ? undefined : { name: feed.title, ...field('url', feed.home) };
}
