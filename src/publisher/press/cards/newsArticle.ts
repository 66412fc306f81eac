import {
  absoluteAddress,
  authorAddress,
  frontAddress,
  storyAddress,
} from '../../../model/address.ts';
import type { Site } from '../../../model/edition.ts';
import type { FullStory, Topic } from '../../../model/story.ts';
import type { StoryTime } from '../../../model/time.ts';
import { present } from '../../desk/present.ts';
import { cleanName } from '../../wire/cleanText.ts';
import { exactTime } from '../exactTime.ts';
import { sharedPicture } from './sharedPicture.ts';

/** JSON that stands in a page for other programs. */
export type LinkedData = Record<string, unknown>;

const kinds: Record<Topic['kind'], string> = { tag: 'Thing', person: 'Person', place: 'Place' };

/**
 * A story as search engines know one. Says only what the story does; addresses are there when the edition knows its own.
 * Source: https://schema.org/NewsArticle; Google Search Central, Article structured data
 */
export function newsArticle(story: FullStory, site: Site, description?: string): LinkedData {
  const { url } = site;
  const { published, updated, section, topics, picture, corrections, source } = story;
  const address = url === undefined ? undefined : absoluteAddress(url, storyAddress(story.slug));
  const image =
    picture === undefined || url === undefined ? undefined : sharedPicture(picture, url);
  return {
    '@context': 'https://schema.org',
    '@type': isPaidFor(story) ? 'AdvertiserContentArticle' : 'NewsArticle',
    headline: cleanName(story.headline),
    inLanguage: story.language,
    isAccessibleForFree: true,
    ...present({
      description,
      url: address,
      mainEntityOfPage: address && { '@type': 'WebPage', '@id': address },
      image: image && [
        { '@type': 'ImageObject', url: image.url, width: image.width, height: image.height },
      ],
      datePublished: dateOf(published),
      dateModified: dateOf(updated ?? published),
      articleSection: section?.name,
      dateline: story.dateline,
      wordCount: story.words > 0 ? story.words : undefined,
      keywords: topics.length > 0 ? topics.map(({ name }) => name) : undefined,
      about: topics.length > 0 ? topics.map(toThing) : undefined,
      correction: corrections.length > 0 ? corrections.map(toComment) : undefined,
      isBasedOn: source?.url,
      sourceOrganization: source && { '@type': 'Organization', name: source.name },
      copyrightNotice: story.rights,
    }),
    author: authorsOf(story, site),
    publisher: publisherOf(site),
  };
}

function isPaidFor({ label }: FullStory): boolean {
  return /\b(?:sponsored|advertisement|advertorial|paid (?:content|post)|anzeige)\b/i.test(
    label ?? '',
  );
}

/** With its offset where the source gave one, else the day alone: a clock time without a zone would be read as some zone's. */
function dateOf(time: StoryTime | undefined): string | undefined {
  if (time === undefined) return undefined;
  return exactTime(time.at)?.rfc3339 ?? time.at.slice(0, 10);
}

function toThing({ name, kind }: Topic): LinkedData {
  return { '@type': kinds[kind], name };
}

function toComment({ at, text }: FullStory['corrections'][number]): LinkedData {
  return { '@type': 'CorrectionComment', text, ...present({ datePublished: dateOf(at) }) };
}

function authorsOf({ byline }: FullStory, site: Site): LinkedData[] {
  if (byline === undefined) return [publisherOf(site)];
  // A byline without names that have a page is shown as it stands, whoever that is.
  if (byline.authors.length === 0)
    return [{ '@type': 'Organization', name: cleanName(byline.text) }];
  return byline.authors.map(({ slug, name }) => ({
    '@type': isPerson(name, site) ? 'Person' : 'Organization',
    name: cleanName(name),
    ...(site.url !== undefined && { url: absoluteAddress(site.url, authorAddress(slug)) }),
  }));
}

/** A byline may be that of a desk or of the edition itself; English words only, others pass for names of people. */
function isPerson(name: string, site: Site): boolean {
  const isDesk = /\b(?:desk|newsroom|staff|team|editors|agency|bureau|service|press)$/i.test(
    name.trim(),
  );
  return !isDesk && name !== site.name;
}

function publisherOf({ name, url, icon }: Site): LinkedData {
  if (url === undefined) return { '@type': 'NewsMediaOrganization', name };
  return {
    '@type': 'NewsMediaOrganization',
    name,
    url: absoluteAddress(url, frontAddress),
    ...(icon !== undefined && {
      logo: { '@type': 'ImageObject', url: absoluteAddress(url, `/${icon}`) },
    }),
  };
}
