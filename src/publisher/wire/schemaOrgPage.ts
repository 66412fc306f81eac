import { field } from './field.ts';
import { fileStem } from './fileStem.ts';
import { attributesOf } from './htmlInlines.ts';
import { parsePage } from './feeds/boundedHtml.ts';
import type { FeedItem, FeedReading, Standing } from './feeds/feedItem.ts';
import { find } from './feeds/foreignCards.ts';
import { foreignNodes, paragraphsOf, type ForeignBody } from './feeds/foreignHtml.ts';
import { htmlWords, lineOfText } from './feeds/htmlWords.ts';
import { Losses } from './feeds/losses.ts';
import type { JsonRecord } from './feeds/jsonValue.ts';
import { typesOf, type LinkedData } from './feeds/linkedData.ts';
import { findStory, furnitureIn, metaOf, wordsOf } from './feeds/pageMarkup.ts';
import { toPersonName } from './feeds/personNames.ts';
import { richerBody } from './feeds/richerBody.ts';
import { parseWebAddress } from './feeds/webLink.ts';
import { webPicture } from './feeds/webPicture.ts';
import { readStoryNode } from './schemaOrgItem.ts';
import type { WireItem } from './wireItem.ts';

/** A saved page: its linked data where it has some, its own markup for the body and for what the data leaves out. */
export function readPage(html: string, data: LinkedData, { at, file }: Standing): FeedReading {
  const page = parsePage(html);
  if (page === undefined) return readWithoutTree(html, data, pageSlug(file.name));
  const meta = metaOf(page);
  const canonical = [meta.get('link:canonical'), meta.get('og:url'), savedFrom(html)]
    .map((address) => parseWebAddress(address ?? ''))
    .find((address) => address !== undefined);
  const node = mainStory(data, canonical);
  const stated: FeedItem = node === undefined ? {} : readStoryNode(node, data).item;
  const address = canonical ?? stated.canonical;
  const based = find(
    page,
    (element) => element.tagName === 'base' && hrefOf(element) !== undefined,
  );
  const base = parseWebAddress(hrefOf(based) ?? '', address) ?? address;
  const root = findStory(page);
  const own =
    root === undefined
      ? undefined
      : foreignNodes(root.childNodes, { base, isFurniture: furnitureIn(root) });
  const h1 =
    (root === undefined ? undefined : wordsOf(root, isTag('h1'))) ?? wordsOf(page, isTag('h1'));
  const headline =
    stated.headline ||
    h1 ||
    lineOfText(meta.get('og:title') ?? '') ||
    titleOf(wordsOf(page, isTag('title')) ?? '');
  if (headline === '') {
    const message = 'expected a headline, got a page without a title';
    return { problem: { code: 'missing-headline', at, message, mend: 'give the page an h1' } };
  }
  const time = find(
    root ?? page,
    (element) => element.tagName === 'time' && attributesOf(element)['datetime'] !== undefined,
  );
  const html5 = find(page, isTag('html'));
  const summary =
    stated.summary || lineOfText(meta.get('og:description') ?? meta.get('description') ?? '');
  const site = lineOfText(meta.get('og:site_name') ?? '');
  return {
    item: {
      ...stated,
      id: stated.id ?? canonical,
      slug: pageSlug(file.name),
      headline,
      summary,
      byline:
        (stated.byline ?? '').length > 0
          ? stated.byline
          : toPersonName(wordsOf(page, isAuthor) ?? meta.get('author') ?? ''),
      published:
        stated.published ??
        meta.get('article:published_time') ??
        meta.get('datepublished') ??
        (time === undefined ? undefined : attributesOf(time)['datetime']),
      updated: stated.updated ?? meta.get('article:modified_time') ?? meta.get('datemodified'),
      section: stated.section ?? (lineOfText(meta.get('article:section') ?? '') || undefined),
      tags: [...(stated.tags ?? []), ...meta.tags.flatMap((tag) => lineOfText(tag) || [])],
      language:
        stated.language ??
        (html5 === undefined ? undefined : attributesOf(html5)['lang']) ??
        meta.get('og:locale'),
      body: richerBody(stated.body, own, `${headline} ${summary}`),
      picture:
        stated.picture === undefined
          ? webPicture({
              src: meta.get('og:image') ?? meta.get('twitter:image'),
              alt: meta.get('og:image:alt'),
              base,
            })
          : {
              ...stated.picture,
              alt: stated.picture.alt ?? (lineOfText(meta.get('og:image:alt') ?? '') || null),
            },
      canonical: canonical ?? stated.canonical,
      ...field('source', stated.source ?? sourceOf(site, address)),
      ...field(
        'withheld',
        stated.withheld ?? (isLocked(meta.get('article:content_tier')) ? 'protected' : undefined),
      ),
      rights: stated.rights ?? (lineOfText(meta.get('copyright') ?? '') || undefined),
    },
  };
}

/** Facebook's word for a story that only subscribers may read; of a metered one everybody may read some. */
function isLocked(tier: string | undefined): boolean {
  return tier?.trim().toLowerCase() === 'locked';
}

function hrefOf(element: Parameters<typeof attributesOf>[0] | undefined): string | undefined {
  return element === undefined ? undefined : attributesOf(element)['href'];
}

/** A page that cannot be read as a tree in bounded time keeps its data and its words. */
function readWithoutTree(html: string, data: LinkedData, slug: string | undefined): FeedReading {
  const node = mainStory(data, undefined);
  const stated: FeedItem = node === undefined ? {} : readStoryNode(node, data).item;
  const title = /<title\b[^>]{0,1000}>([^<]{0,1000})/i.exec(html)?.[1] ?? '';
  const losses = new Losses();
  losses.wordsOnly();
  const words: ForeignBody = { blocks: paragraphsOf(htmlWords(html)), related: [], losses };
  const hasBody = (stated.body?.blocks.length ?? 0) > 0;
  return {
    item: {
      ...stated,
      slug,
      headline: stated.headline || titleOf(lineOfText(title)),
      body: hasBody ? stated.body : words,
    },
  };
}

/** Of several stories in the data (teasers have theirs) the one that is this page's. */
function mainStory(
  { stories, byId }: LinkedData,
  canonical: string | undefined,
): JsonRecord | undefined {
  const isHere = (node: JsonRecord): boolean =>
    canonical !== undefined && readStoryNode(node, { stories, byId }).item.canonical === canonical;
  const isNews = (node: JsonRecord): boolean => typesOf(node).some((type) => type.includes('News'));
  const some = stories.slice(0, 20);
  return (
    some.find(isHere) ?? some.find((node) => 'articleBody' in node) ?? some.find(isNews) ?? some[0]
  );
}

function isTag(name: string): (element: { tagName: string }) => boolean {
  return ({ tagName }) => tagName === name;
}

function isAuthor(element: Parameters<typeof attributesOf>[0]): boolean {
  const { itemprop = '', rel = '', class: classes = '' } = attributesOf(element);
  return (
    itemprop === 'author' ||
    rel === 'author' ||
    /(?:^|\s)(?:byline|author-name|p-author)(?:\s|$)/.test(classes)
  );
}

// Many a page is saved as index.html.
function pageSlug(name: string): string | undefined {
  const stem = fileStem(name);
  return stem.toLowerCase() === 'index' ? undefined : stem;
}

// Titles of pages end in the name of the site.
function titleOf(title: string): string {
  return title.replace(/(?<!\s)\s+(?:[|–—·»]|-)\s+[^|–—·»]{1,60}$/u, '').trim();
}

/** Browsers note in a saved page where it came from. */
function savedFrom(html: string): string | undefined {
  return /<!-- saved from url=\(\d{4}\)(\S{1,2000}) -->/.exec(html.slice(0, 4000))?.[1];
}

function sourceOf(name: string, base: string | undefined): WireItem['source'] | undefined {
  return name === ''
    ? undefined
    : { name, ...field('url', base === undefined ? undefined : new URL('/', base).href) };
}
