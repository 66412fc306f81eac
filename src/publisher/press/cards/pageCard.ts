import { absoluteAddress } from '../../../model/address.ts';
import type { PageDocument } from '../../../model/document.ts';
import type { OwnThings, Site } from '../../../model/edition.ts';
import type { Picture } from '../../../model/picture.ts';
import type { FullStory } from '../../../model/story.ts';
import { plainText } from '../../../model/words.ts';
import { cutText } from '../../desk/cutText.ts';
import { toTrail } from '../../desk/trails.ts';
import { cleanName } from '../../wire/cleanText.ts';
import { exactTime } from '../exactTime.ts';
import { dataScript, element, lines, type Child, type Markup } from '../markup.ts';
import { newsArticle } from './newsArticle.ts';
import { sharedIcon, sharedPicture } from './sharedPicture.ts';

interface Page {
  address: string;
  /** Title as the tab shows it. */
  title: string;
  /** Absent: the page for addresses that the edition does not have. */
  document?: PageDocument;
}

const descriptionLimit = 240;

/**
 * What the head of a page says to programs that find and share it: where the page belongs, what it is about, how to show
 * it as a card, and for a story the same as linked data.
 * Sources: https://ogp.me, X's card markup, Google Search Central (robots meta tag, canonical)
 */
export function pageCard(site: Site, { address, title, document }: Page): Markup {
  if (document === undefined) return lines([named('robots', 'noindex')]);
  // The reader's own things are on their device alone: there is nothing to find or share.
  if (document.kind === 'own') return lines([named('robots', 'noindex')]);
  const { url } = site;
  const story = document.kind === 'story' ? document : undefined;
  const description = descriptionOf(document, site) ?? title;
  const here = url === undefined ? undefined : absoluteAddress(url, address);
  const picture = pictureOf(document);
  const large =
    picture === undefined || url === undefined ? undefined : sharedPicture(picture, url);
  const shared = large ?? (url === undefined ? undefined : sharedIcon(site, url));
  return lines([
    named('description', description),
    // What was taken back stays for those who have its address, and is not to be found anew.
    named('robots', document.kind === 'withdrawn' ? 'noindex' : 'max-image-preview:large'),
    here === undefined ? undefined : element('link', { rel: 'canonical', href: here }),
    property('og:type', story === undefined ? 'website' : 'article'),
    property('og:site_name', site.name),
    property('og:title', 'headline' in document ? cleanName(document.headline) : title),
    property('og:description', description),
    property('og:url', here),
    property('og:locale', localeOf('language' in document ? document.language : site.language)),
    property('og:image', shared?.url),
    property('og:image:width', shared?.width),
    property('og:image:height', shared?.height),
    property('og:image:alt', shared?.alt),
    named('twitter:card', large === undefined ? 'summary' : 'summary_large_image'),
    ...(story === undefined ? [] : articleProperties(story)),
    story && dataScript('application/ld+json', newsArticle(story, site, description)),
  ]);
}

function named(name: string, content: string | undefined): Child {
  return content === undefined ? undefined : element('meta', { name, content });
}

function property(name: string, content: string | number | undefined): Child {
  return content === undefined ? undefined : element('meta', { property: name, content });
}

function articleProperties({ published, updated, section, topics }: FullStory): Child[] {
  return [
    property('article:published_time', exactTime(published?.at)?.rfc3339),
    property('article:modified_time', exactTime(updated?.at)?.rfc3339),
    property('article:section', section?.name),
    ...topics.map(({ name }) => property('article:tag', name)),
  ];
}

/** One or two plain sentences on what the page holds. */
function descriptionOf(document: Exclude<PageDocument, OwnThings>, site: Site): string | undefined {
  switch (document.kind) {
    case 'story':
      return toTrail(document).summary;
    case 'front':
      return site.tagline ?? document.lead?.trail.headline;
    case 'brief':
    case 'withdrawn':
      return document.headline;
    case 'page': {
      const text = document.body.flatMap((block) =>
        block.type === 'paragraph' ? plainText(block.children) : [],
      )[0];
      return text === undefined ? document.headline : cutText(text, descriptionLimit);
    }
    case 'months':
      return site.tagline;
    default:
      return cutText(
        document.trails
          .slice(0, 3)
          .map(({ headline }) => headline)
          .join(' · '),
        descriptionLimit,
      );
  }
}

/** The picture that a page opens with, or the first that it shows. */
function pictureOf(document: Exclude<PageDocument, OwnThings>): Picture | undefined {
  switch (document.kind) {
    case 'story':
      return document.picture;
    case 'front':
      return [document.lead?.trail, ...document.second].find((trail) => trail?.picture)?.picture;
    case 'brief':
    case 'withdrawn':
    case 'page':
    case 'months':
      return undefined;
    default:
      return document.trails.find(({ picture }) => picture)?.picture;
  }
}

/** `en-GB` → `en_GB`. Without a region there is no such locale. */
function localeOf(language: string): string | undefined {
  const match = /^([a-z]{2,3})(?:-[A-Z][a-z]{3})?-([A-Z]{2})\b/.exec(language);
  return match === null ? undefined : `${match[1]}_${match[2]}`;
}
