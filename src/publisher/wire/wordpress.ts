import { kindOf } from '../../model/problem.ts';
import { field } from './field.ts';
import type { FeedReading, Standing, FieldNames } from './feeds/feedItem.ts';
import { readFeed, refuseFile } from './feeds/readFeed.ts';
import { foreignHtml } from './feeds/foreignHtml.ts';
import { lineOfHtml } from './feeds/htmlWords.ts';
import { jsonOf } from './feeds/jsonFile.ts';
import {
  listOf,
  notARecord,
  recordOf,
  recordsOf,
  textAt,
  textOf,
  valueAt,
  type JsonRecord,
} from './feeds/jsonValue.ts';
import { labelOf } from './feeds/labels.ts';
import { namesOf } from './feeds/personNames.ts';
import { parseWebAddress } from './feeds/webLink.ts';
import { webPicture } from './feeds/webPicture.ts';
import { wordpressStanding } from './wordpressStanding.ts';
import type { SourcePicture, WireFormat, WireItem } from './wireItem.ts';

const names: FieldNames = {
  id: 'guid',
  headline: 'title',
  published: 'date_gmt',
  updated: 'modified_gmt',
  embargo: 'date_gmt',
  picture: '_embedded',
  body: 'content',
};

/** Answers of WordPress' REST API, `/wp-json/wp/v2/posts?_embed`: a list of posts or one. */
export const wordpress = {
  name: 'WordPress REST',
  recognise(file, text) {
    const value = jsonOf(file, text);
    const post = recordOf(Array.isArray(value) ? (value as unknown[])[0] : value);
    if (post === undefined) return 0;
    if (isError(post)) return 1;
    const hasBody = 'rendered' in (recordOf(post['content']) ?? recordOf(post['excerpt']) ?? {});
    const hasTitle = 'rendered' in (recordOf(post['title']) ?? {});
    const isPost = 'date_gmt' in post || 'guid' in post || '_links' in post || 'link' in post;
    return (hasTitle || hasBody) && isPost ? 1 : 0;
  },
  read(file, text) {
    const value = jsonOf(file, text);
    const error = recordOf(value);
    if (error !== undefined && isError(error)) {
      const message = `expected posts, got an error of the site: ${lineOfHtml(textOf(error['message']) ?? '').slice(0, 200)}`;
      return refuseFile(file, 'source-error', message, 'ask the site for its posts again');
    }
    return Array.isArray(value)
      ? readFeed(file, value as unknown[], '', readPost)
      : readFeed(file, [value], undefined, readPost);
  },
} as const satisfies WireFormat;

function isError(answer: JsonRecord): boolean {
  return (
    typeof answer['code'] === 'string' &&
    typeof answer['message'] === 'string' &&
    recordOf(answer['data'])?.['status'] !== undefined
  );
}

function readPost(value: unknown, { at }: Standing): FeedReading {
  const post = recordOf(value);
  if (post === undefined) return notARecord(at);
  const link = parseWebAddress(textOf(post['link']) ?? '');
  const published = timeOf(post, 'date');
  const standing = wordpressStanding(
    {
      type: said(post, 'type', 'post'),
      status: said(post, 'status', 'publish'),
      published,
      isProtected: isProtected(post),
      isPage: hasPage(post, link),
    },
    { type: 'type', status: 'status', isAnswer: true },
    at,
  );
  if ('problem' in standing) return standing;
  const { section, tags } = termsOf(post);
  return {
    item: {
      names,
      id: textAt(post, 'guid', 'rendered') ?? link,
      slug: decodeSlug(textOf(post['slug'])),
      headline: rendered(post['title']),
      // Asides and status posts have no title.
      isTitleOptional: true,
      summary: rendered(post['excerpt']),
      byline: namesOf(valueAt(post, '_embedded', 'author')),
      published,
      updated: timeOf(post, 'modified'),
      section,
      tags,
      label: labelOf({ sections: [section], tags }),
      language: languageOf(post),
      body: foreignHtml(textAt(post, 'content', 'rendered') ?? '', { base: link }),
      picture: pictureOf(post, link),
      canonical: parseWebAddress(textAt(post, 'yoast_head_json', 'canonical') ?? '') ?? link,
      draft: standing.draft,
      ...field('embargo', standing.embargo),
      ...field('withheld', standing.withheld),
      ...field('source', sourceOf(post, link)),
      revision: timeOf(post, 'modified'),
    },
    warnings: standing.warnings,
  };
}

/** Entries that the site has no page for are linked to by their number. */
function hasPage(post: JsonRecord, link: string | undefined): boolean {
  const isLinked = link !== undefined && !/[?&](?:p|post_type|page_id)=/.test(link);
  return isLinked && rendered(post['title']) !== undefined && 'content' in post;
}

function isProtected(post: JsonRecord): boolean {
  return [post['content'], post['excerpt']].some((part) => recordOf(part)?.['protected'] === true);
}

/** A field as it is written; one that is written and no text is not as if it were not there. */
function said(post: JsonRecord, name: string, otherwise: string): string {
  const value = post[name] ?? otherwise;
  return textOf(value) ?? kindOf(value);
}

/** `date_gmt` is UTC without saying so; `date` is the site's own time, of unknown zone. */
function timeOf(post: JsonRecord, name: 'date' | 'modified'): string | undefined {
  const utc = textOf(post[`${name}_gmt`]);
  // Drafts that were never published carry zeros.
  if (utc !== undefined && !utc.startsWith('0000'))
    return /(?:Z|[+-]\d\d:?\d\d)$/.test(utc) ? utc : `${utc}Z`;
  const local = textOf(post[name]);
  return local?.startsWith('0000') === true ? undefined : local;
}

function rendered(value: unknown): string | undefined {
  return lineOfHtml(textAt(value, 'rendered') ?? textOf(value) ?? '') || undefined;
}

// Slugs of other scripts are percent-encoded twice over: in the address and in the answer.
function decodeSlug(slug: string | undefined): string | undefined {
  if (slug === undefined) return undefined;
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

function termsOf(post: JsonRecord): { section: string | undefined; tags: string[] } {
  const terms = listOf(valueAt(post, '_embedded', 'wp:term')).flatMap(recordsOf);
  const named = (taxonomy: string): string[] =>
    terms
      .filter((term) => term['taxonomy'] === taxonomy)
      .flatMap((term) => lineOfHtml(textOf(term['name']) ?? '') || [])
      // The name that a site gives to posts without one.
      .filter((name) => name !== 'Uncategorized' && name !== 'Uncategorised');
  const [section, ...categories] = named('category');
  return { section, tags: [...categories, ...named('post_tag')] };
}

function pictureOf(post: JsonRecord, base: string | undefined): SourcePicture | undefined {
  const [media] = recordsOf(valueAt(post, '_embedded', 'wp:featuredmedia'));
  if (media === undefined || !/^image\/(?!svg)|^$/.test(textOf(media['mime_type']) ?? ''))
    return undefined;
  return webPicture({
    src: valueAt(media, 'media_details', 'sizes', 'full', 'source_url') ?? media['source_url'],
    alt: media['alt_text'],
    caption: rendered(media['caption']),
    credit: valueAt(media, 'media_details', 'image_meta', 'credit'),
    base,
  });
}

function languageOf(post: JsonRecord): string | undefined {
  return textOf(post['lang']) ?? textAt(post, 'yoast_head_json', 'og_locale');
}

function sourceOf(post: JsonRecord, link: string | undefined): WireItem['source'] {
  const name = lineOfHtml(textAt(post, 'yoast_head_json', 'og_site_name') ?? '');
  if (name === '') return undefined;
  return { name, ...field('url', link === undefined ? undefined : new URL('/', link).href) };
}
