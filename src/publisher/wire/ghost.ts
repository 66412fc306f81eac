import type { FeedReading, Standing, FieldNames } from './feeds/feedItem.ts';
import { readFeed, refuseFile } from './feeds/readFeed.ts';
import { foreignHtml } from './feeds/foreignHtml.ts';
import { lineOfHtml, lineOfText } from './feeds/htmlWords.ts';
import { jsonOf } from './feeds/jsonFile.ts';
import {
  listOf,
  notARecord,
  recordOf,
  recordsOf,
  textAt,
  textOf,
  type JsonRecord,
} from './feeds/jsonValue.ts';
import { labelOf } from './feeds/labels.ts';
import { namesOf } from './feeds/personNames.ts';
import { parseWebAddress } from './feeds/webLink.ts';
import { webPicture } from './feeds/webPicture.ts';
import type { WireFormat } from './wireItem.ts';
import { field } from './field.ts';

const names: FieldNames = {
  headline: 'title',
  published: 'published_at',
  updated: 'updated_at',
  embargo: 'published_at',
  picture: 'feature_image_alt',
  body: 'html',
};

/** Answers of Ghost's content API, `/ghost/api/content/posts/?include=authors,tags`. */
export const ghost = {
  name: 'Ghost',
  recognise(file, text) {
    const answer = recordOf(jsonOf(file, text));
    if (answer === undefined) return 0;
    const [post] = recordsOf(answer['posts']);
    if (post !== undefined) {
      const marks = [
        'html',
        'uuid',
        'published_at',
        'feature_image',
        'visibility',
        'mobiledoc',
        'lexical',
      ];
      return marks.some((name) => name in post) ? 1 : 0;
    }
    if (Array.isArray(answer['posts']) && recordOf(answer['meta']) !== undefined) return 1;
    return errorOf(answer) === undefined ? 0 : 1;
  },
  read(file, text) {
    const answer = recordOf(jsonOf(file, text)) ?? {};
    const error = errorOf(answer);
    if (error !== undefined && answer['posts'] === undefined) {
      const message = `expected posts, got an error of the site: ${error.slice(0, 200)}`;
      return refuseFile(file, 'source-error', message, 'ask the site for its posts again');
    }
    return readFeed(file, listOf(answer['posts']), 'posts', readPost);
  },
} as const satisfies WireFormat;

function errorOf(answer: JsonRecord): string | undefined {
  const [error] = recordsOf(answer['errors']);
  if (textOf(error?.['type'])?.endsWith('Error') !== true) return undefined;
  return lineOfText(textOf(error?.['message']) ?? '');
}

function readPost(value: unknown, { at }: Standing): FeedReading {
  const post = recordOf(value);
  if (post === undefined) return notARecord(at);
  const url = parseWebAddress(textOf(post['url']) ?? '');
  const status = textOf(post['status']) ?? 'published';
  const { section, tags } = tagsOf(post);
  const authors = namesOf(post['authors']);
  const title = lineOfText(textOf(post['title']) ?? '');
  return {
    item: {
      names,
      id: textOf(post['id']) ?? textOf(post['uuid']) ?? url,
      slug: textOf(post['slug']),
      // What Ghost calls a post that was saved without a title.
      headline: title === '(Untitled)' ? '' : title,
      isTitleOptional: true,
      // `excerpt` is cut from the text when nobody wrote one.
      summary: lineOfText(textOf(post['custom_excerpt']) ?? ''),
      byline: authors.length > 0 ? authors : namesOf(post['primary_author']),
      published: post['published_at'],
      updated: post['updated_at'],
      section,
      tags,
      label: labelOf({ sections: [section], tags }),
      language: textOf(post['locale']),
      body: foreignHtml(textOf(post['html']) ?? '', { base: url }),
      picture: webPicture({
        src: post['feature_image'],
        alt: post['feature_image_alt'],
        caption: lineOfHtml(textOf(post['feature_image_caption']) ?? ''),
        base: url,
      }),
      canonical: parseWebAddress(textOf(post['canonical_url']) ?? '') ?? url,
      // A state that nobody has heard of is not a permission.
      draft: !['published', 'scheduled', 'sent'].includes(status),
      ...field('embargo', status === 'scheduled' ? (post['published_at'] ?? 'unknown') : undefined),
      ...field('withheld', isProtected(post, status) ? ('protected' as const) : undefined),
      revision: textOf(post['updated_at']),
    },
  };
}

/** Posts for members, and those that went out by mail only. */
function isProtected(post: JsonRecord, status: string): boolean {
  const visibility = textOf(post['visibility']) ?? 'public';
  return (
    visibility !== 'public' ||
    post['access'] === false ||
    post['email_only'] === true ||
    status === 'sent'
  );
}

function tagsOf(post: JsonRecord): { section: string | undefined; tags: string[] } {
  const tags = listOf(post['tags']).flatMap((tag) => nameOf(tag) ?? []);
  const section = nameOf(post['primary_tag']) ?? tags[0];
  return { section, tags: tags.filter((name) => name !== section) };
}

// Tags that begin with # are for the house: they choose a layout or a list.
function nameOf(tag: unknown): string | undefined {
  const name = lineOfText(textAt(tag, 'name') ?? textOf(tag) ?? '');
  return name === '' || name.startsWith('#') || textAt(tag, 'visibility') === 'internal'
    ? undefined
    : name;
}
