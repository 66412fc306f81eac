import { bodyTexts, plainText } from '../../model/words.ts';
import { field } from './field.ts';
import type { FeedReading, Standing, FieldNames } from './feeds/feedItem.ts';
import { readFeed, refuseFile } from './feeds/readFeed.ts';
import { foreignHtml, type ForeignBody } from './feeds/foreignHtml.ts';
import { lineOfHtml, lineOfText } from './feeds/htmlWords.ts';
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
import { toPersonName } from './feeds/personNames.ts';
import { parseWebAddress } from './feeds/webLink.ts';
import { webPicture } from './feeds/webPicture.ts';
import type { RelatedRef, SourcePicture, WireFormat, WireItem } from './wireItem.ts';

const names: FieldNames = {
  headline: 'webTitle',
  published: 'webPublicationDate',
  updated: 'fields.lastModified',
  language: 'fields.lang',
  picture: 'fields.main',
  body: 'fields.body',
};

/** Answers of the Guardian's content API: `response.results` of a search, `response.content` of one item. */
export const guardian = {
  name: 'Guardian content API',
  recognise(file, text) {
    const response = responseOf(jsonOf(file, text));
    if (response === undefined) return 0;
    const [item] = itemsOf(response).map(recordOf);
    if (item !== undefined) return 'webTitle' in item || 'webPublicationDate' in item ? 1 : 0;
    return ['ok', 'error'].includes(textOf(response['status']) ?? '') ? 1 : 0;
  },
  read(file, text) {
    const response = responseOf(jsonOf(file, text)) ?? {};
    if (textOf(response['status']) === 'error') {
      const message = `expected articles, got an error of the source: ${lineOfText(textOf(response['message']) ?? '').slice(0, 200)}`;
      return refuseFile(file, 'source-error', message, 'ask the source for its articles again');
    }
    return recordOf(response['content']) === undefined
      ? readFeed(file, itemsOf(response), 'response.results', readItem)
      : readFeed(file, itemsOf(response), undefined, readItem);
  },
} as const satisfies WireFormat;

function responseOf(value: unknown): JsonRecord | undefined {
  return recordOf(valueAt(value, 'response'));
}

function itemsOf(response: JsonRecord): readonly unknown[] {
  return recordOf(response['content']) === undefined
    ? listOf(response['results'])
    : [response['content']];
}

function readItem(value: unknown, { at }: Standing): FeedReading {
  const item = recordOf(value);
  if (item === undefined) return notARecord(at);
  const url = parseWebAddress(textOf(item['webUrl']) ?? '');
  const words = (name: string): string => lineOfHtml(textAt(item, 'fields', name) ?? '');
  const tags = recordsOf(item['tags']);
  const ofType = (...types: string[]): string[] =>
    tags
      .filter((tag) => types.includes(textOf(tag['type']) ?? ''))
      .flatMap((tag) => lineOfText(textOf(tag['webTitle']) ?? '') || []);
  const { summary, related } = standfirstOf(textAt(item, 'fields', 'standfirst') ?? '', url);
  const body = bodyOf(item, url);
  const section = lineOfText(textOf(item['sectionName']) ?? '');
  const keywords = ofType('keyword');
  const publication = words('publication');
  return {
    item: {
      names,
      id: textOf(item['id']) ?? url,
      headline: words('headline') || lineOfText(textOf(item['webTitle']) ?? ''),
      summary: summary || words('trailText'),
      byline: toPersonName(words('byline')) ?? ofType('contributor'),
      published: textAt(item, 'fields', 'firstPublicationDate') ?? item['webPublicationDate'],
      updated: textAt(item, 'fields', 'lastModified'),
      section: section || undefined,
      tags: keywords.filter((name) => name !== section),
      label: labelOf({
        kinds: [...ofType('tone'), ...tags.flatMap((tag) => paidType(tag)), ...pillarOf(item)],
      }),
      language: textAt(item, 'fields', 'lang'),
      body,
      picture: pictureOf(item, url),
      related,
      canonical: url,
      ...field(
        'source',
        publication === ''
          ? undefined
          : {
              name: publication,
              ...field('url', url === undefined ? undefined : new URL('/', url).href),
            },
      ),
      ...field('withheld', withheldOf(item)),
      revision:
        textAt(item, 'fields', 'internalRevision') ?? textAt(item, 'fields', 'lastModified'),
    },
  };
}

function paidType(tag: JsonRecord): string[] {
  const isPaid =
    textOf(tag['type']) === 'paid-content' || textOf(tag['id']) === 'tone/advertisement-features';
  return isPaid ? ['sponsored'] : [];
}

function pillarOf(item: JsonRecord): string[] {
  return textOf(item['pillarName']) === 'Opinion' || textOf(item['sectionId']) === 'commentisfree'
    ? ['opinion']
    : [];
}

function withheldOf(item: JsonRecord): WireItem['withheld'] {
  const isSet = (...path: string[]): boolean =>
    [true, 'true'].includes(valueAt(item, ...path) as boolean | string);
  if (isSet('isExpired') || isSet('isGone') || isSet('fields', 'legallySensitive'))
    return 'withheld';
  return /members-only|paid-members-only/.test(textAt(item, 'fields', 'membershipAccess') ?? '')
    ? 'protected'
    : undefined;
}

/** A standfirst may end in a list of links, which are the editor's related headlines. */
function standfirstOf(
  html: string,
  base: string | undefined,
): { summary: string; related: RelatedRef[] } {
  const { blocks } = foreignHtml(html, { base });
  const related: RelatedRef[] = [];
  const words: string[] = [];
  for (const block of blocks) {
    if (block.type === 'paragraph') words.push(plainText(block.children));
    if (block.type !== 'list') continue;
    for (const [first] of block.items) {
      if (first?.type !== 'paragraph') continue;
      const [link] = first.children;
      const headline = plainText(first.children).trim();
      if (typeof link === 'object' && link.type === 'link')
        related.push({ headline, url: link.href });
      else words.push(headline);
    }
  }
  return { summary: words.join(' '), related };
}

/**
 * A live page has its newest block first, each with a title of its own. An answer may hold only some of them: the text
 * beside them is then the longer one.
 */
function bodyOf(item: JsonRecord, base: string | undefined): ForeignBody {
  const blocks = recordsOf(valueAt(item, 'blocks', 'body'));
  const html = blocks
    .filter((block) => block['published'] !== false)
    .map((block) => {
      const title = lineOfText(textOf(block['title']) ?? '').replace(
        /[<>&]/g,
        (mark) => `&#${mark.charCodeAt(0)};`,
      );
      return `${title === '' ? '' : `<h2>${title}</h2>`}${textOf(block['bodyHtml']) ?? ''}`;
    })
    .join('\n');
  const inBlocks = foreignHtml(html, { base });
  const whole = foreignHtml(textAt(item, 'fields', 'body') ?? '', { base });
  return lengthOf(inBlocks) >= lengthOf(whole) ? inBlocks : whole;
}

function lengthOf({ blocks }: ForeignBody): number {
  return bodyTexts(blocks).join('').length;
}

function pictureOf(item: JsonRecord, base: string | undefined): SourcePicture | undefined {
  const main = foreignHtml(textAt(item, 'fields', 'main') ?? '', { base }).blocks.find(
    (block) => block.type === 'picture',
  );
  if (main?.type === 'picture') return main.picture;
  return (
    elementPicture(item, base) ?? webPicture({ src: valueAt(item, 'fields', 'thumbnail'), base })
  );
}

function elementPicture(item: JsonRecord, base: string | undefined): SourcePicture | undefined {
  const element = [
    ...listOf(item['elements']),
    ...listOf(valueAt(item, 'blocks', 'main', 'elements')),
  ]
    .map(recordOf)
    .find((one) => one?.['type'] === 'image' && (one['relation'] ?? 'main') === 'main');
  const assets = recordsOf(element?.['assets']);
  const widthOf = (asset: JsonRecord): number =>
    Number(textAt(asset, 'typeData', 'width') ?? 0) || 0;
  const [widest] = assets
    .filter((asset) => widthOf(asset) <= 4000)
    .toSorted((one, other) => widthOf(other) - widthOf(one));
  const data: JsonRecord =
    recordOf(element?.['imageTypeData']) ?? recordOf(widest?.['typeData']) ?? {};
  return webPicture({
    src: widest?.['file'] ?? valueAt(widest, 'typeData', 'secureFile'),
    alt: data['alt'] ?? data['altText'],
    caption: data['caption'],
    credit: data['credit'],
    base,
  });
}
