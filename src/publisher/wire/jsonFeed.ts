import { cleanName } from './cleanText.ts';
import { field } from './field.ts';
import { fileNameOf, isDocument } from './feeds/attachedDocument.ts';
import { embedCard } from './feeds/embedCard.ts';
import type { FeedReading, Standing, FieldNames } from './feeds/feedItem.ts';
import { readFeed } from './feeds/readFeed.ts';
import { foreignHtml, type ForeignBody } from './feeds/foreignHtml.ts';
import { foreignText } from './feeds/foreignText.ts';
import { lineOfText } from './feeds/htmlWords.ts';
import { jsonOf } from './feeds/jsonFile.ts';
import {
  listOf,
  notARecord,
  recordOf,
  recordsOf,
  textOf,
  type JsonRecord,
} from './feeds/jsonValue.ts';
import { labelOfCategories } from './feeds/labels.ts';
import { namesOf } from './feeds/personNames.ts';
import { firstSeen } from './feeds/trackers.ts';
import { parseWebAddress } from './feeds/webLink.ts';
import { webPicture } from './feeds/webPicture.ts';
import { scopedId } from './xml/feedIds.ts';
import type { SourcePicture, WireFormat } from './wireItem.ts';

const names: FieldNames = {
  headline: 'title',
  published: 'date_published',
  updated: 'date_modified',
  picture: 'image',
  body: 'content_html',
};

/** JSON Feed 1.0 and 1.1, https://www.jsonfeed.org/version/1.1/ */
export const jsonFeed = {
  name: 'JSON Feed',
  recognise(file, text) {
    const feed = recordOf(jsonOf(file, text));
    if (feed === undefined) return 0;
    if (/^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(textOf(feed['version']) ?? ''))
      return 1;
    const [item] = recordsOf(feed['items']);
    if (item === undefined) return 0;
    return 'content_html' in item || 'content_text' in item || 'date_published' in item ? 0.95 : 0;
  },
  read(file, text) {
    const record = recordOf(jsonOf(file, text)) ?? {};
    const feed = toFeed(record, file.name);
    return readFeed(file, listOf(record['items']), 'items', (value, standing) =>
      readItem(value, standing, feed),
    );
  },
} as const satisfies WireFormat;

/** What a feed says for all its items, read once: a hostile one has megabytes to say. */
interface Feed {
  home: string | undefined;
  title: string;
  authors: readonly string[];
  language: string | undefined;
  /** What makes ids unique that are no addresses. */
  scope: string;
}

function toFeed(feed: JsonRecord, file: string): Feed {
  const asked = address(file);
  return {
    home: address(feed['home_page_url'], asked) ?? address(feed['feed_url'], asked) ?? asked,
    title: cleanName(lineOfText(textOf(feed['title']) ?? '')),
    authors: namesOf([...listOf(feed['authors']), ...listOf(feed['author'])]),
    language: textOf(feed['language']),
    scope:
      textOf(feed['feed_url']) ?? textOf(feed['home_page_url']) ?? textOf(feed['title']) ?? file,
  };
}

function readItem(value: unknown, { at }: Standing, feed: Feed): FeedReading {
  const item = recordOf(value);
  if (item === undefined) return notARecord(at);
  const { home } = feed;
  const url = address(item['url'], home);
  const external = address(item['external_url'], home);
  const base = url ?? home;
  const picture = pictureOf(item, base);
  const tags = listOf(item['tags']).flatMap((tag) => lineOfText(textOf(tag) ?? '') || []);
  const authors = namesOf([...listOf(item['authors']), ...listOf(item['author'])]);
  return {
    item: {
      names,
      id: scopedId(textOf(item['id']), feed.scope) ?? url,
      headline: lineOfText(textOf(item['title']) ?? ''),
      isTitleOptional: true,
      summary: lineOfText(textOf(item['summary']) ?? ''),
      byline: authors.length > 0 ? authors : feed.authors,
      published: item['date_published'],
      updated: item['date_modified'],
      section: tags[0],
      tags: tags.slice(1),
      label: labelOfCategories(tags[0], tags),
      language: textOf(item['language']) ?? feed.language,
      body: withLinked(withPlayers(bodyOf(item, base), item, base), external),
      picture,
      canonical: url,
      ...field(
        'source',
        feed.title === '' ? undefined : { name: feed.title, ...field('url', home) },
      ),
    },
  };
}

function bodyOf(item: JsonRecord, base: string | undefined): ForeignBody {
  const html = textOf(item['content_html']);
  return html === undefined
    ? foreignText(textOf(item['content_text']) ?? '')
    : foreignHtml(html, { base });
}

/** What is attached to be heard, seen or opened elsewhere: a link card under its own title, else the item's. */
function withPlayers(body: ForeignBody, item: JsonRecord, base: string | undefined): ForeignBody {
  const cards = recordsOf(item['attachments']).flatMap((one) => {
    const [type, src] = [textOf(one['mime_type']) ?? '', textOf(one['url']) ?? ''];
    const isPaper = isDocument(type.toLowerCase(), src);
    if (!isPaper && !/^(?:audio|video)\//.test(type)) return [];
    const title = textOf(one['title']) ?? (isPaper ? fileNameOf(src) : textOf(item['title']));
    return embedCard(src, lineOfText(title ?? ''), base) ?? [];
  });
  const named = JSON.stringify(body.blocks);
  const others = cards.filter(({ url }) => !named.includes(url));
  return others.length === 0 ? body : { ...body, blocks: [...body.blocks, ...others] };
}

/** A link post is about a page elsewhere, which its text does not always name. */
function withLinked(body: ForeignBody, external: string | undefined): ForeignBody {
  if (external === undefined || JSON.stringify(body.blocks).includes(external)) return body;
  const title = new URL(external).hostname.replace(/^www\./, '');
  return {
    ...body,
    blocks: [...body.blocks, { type: 'embed', url: external, title, provider: title }],
  };
}

function pictureOf(item: JsonRecord, base: string | undefined): SourcePicture | undefined {
  const attached = recordsOf(item['attachments']).find((one) =>
    /^image\/(?!svg)/.test(textOf(one['mime_type']) ?? ''),
  );
  return firstSeen([
    webPicture({ src: item['image'], base }),
    webPicture({ src: item['banner_image'], base }),
    webPicture({ src: attached?.['url'], caption: attached?.['title'], base }),
  ]);
}

function address(value: unknown, base?: string): string | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : parseWebAddress(text, base);
}
