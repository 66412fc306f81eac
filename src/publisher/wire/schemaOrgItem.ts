import { field } from './field.ts';
import { disclosureOf } from './feeds/disclosure.ts';
import type { FeedItem, FieldNames } from './feeds/feedItem.ts';
import { foreignHtml, type ForeignBody } from './feeds/foreignHtml.ts';
import { foreignText } from './feeds/foreignText.ts';
import { lineOfText } from './feeds/htmlWords.ts';
import { listOf, recordOf, textOf, type JsonRecord } from './feeds/jsonValue.ts';
import { labelOf } from './feeds/labels.ts';
import { typesOf, type LinkedData } from './feeds/linkedData.ts';
import { namesOf } from './feeds/personNames.ts';
import { parseSourceTime } from './feeds/sourceTime.ts';
import { joinSummaries, saysHeadline } from './feeds/standfirst.ts';
import { parseWebAddress } from './feeds/webLink.ts';
import { webPicture } from './feeds/webPicture.ts';
import type { SourcePicture, WireItem } from './wireItem.ts';

/** Longest kicker; an alternative headline of more is a second headline, not a tag above the first. Characters. */
const longestKicker = 40;

const names: FieldNames = {
  id: '@id',
  published: 'datePublished',
  updated: 'dateModified',
  language: 'inLanguage',
  picture: 'image',
  body: 'articleBody',
};

/** A story node of schema.org with the nodes it refers to. */
export function readStoryNode(node: JsonRecord, data: LinkedData): { item: FeedItem } {
  const resolve = (name: string): unknown[] =>
    listOf(node[name]).map((one) => data.byId.get(textOf(recordOf(one)?.['@id']) ?? '') ?? one);
  const text = (name: string): string => lineOfText(textOf(listOf(node[name])[0]) ?? '');
  const url = addressOf(node, resolve);
  const [publisher] = resolve('publisher');
  const name = namesOf(publisher)[0];
  const about = [...resolve('about'), ...resolve('mentions')].flatMap(
    (one) => recordOf(one) ?? [],
  ) as JsonRecord[];
  const headline = text('headline') || text('name');
  const alternative = text('alternativeHeadline');
  // Many systems write the headline there once more, for search engines.
  const other = saysHeadline(alternative, headline) ? '' : alternative;
  const isKicker = other.length <= longestKicker;
  const authors = namesOf(resolve('author'));
  const [section, ...sections] = listOf(node['articleSection']).flatMap(
    (one) => lineOfText(textOf(one) ?? '') || [],
  );
  const disclosure = listOf(node['digitalSourceType']).map((type) =>
    disclosureOf(textOf(type) ?? ''),
  );
  return {
    item: {
      names,
      id: textOf(node['@id']) ?? url,
      headline,
      kicker: isKicker ? other || undefined : undefined,
      summary: joinSummaries(isKicker ? '' : other, text('description') || text('abstract')),
      byline: authors.length > 0 ? authors : namesOf(resolve('creator')),
      dateline: text('dateline') || namesOf(resolve('locationCreated'))[0],
      published: textOf(node['datePublished']) ?? textOf(node['dateCreated']),
      updated: textOf(node['dateModified']),
      expires: textOf(node['expires']),
      section,
      tags: [
        ...sections,
        ...keywordsOf(node['keywords']),
        ...namesOf(about.filter((one) => !isOf(one, 'Person', 'Place'))),
      ],
      people: namesOf(about.filter((one) => isOf(one, 'Person'))),
      places: [
        ...namesOf(resolve('contentLocation')),
        ...namesOf(about.filter((one) => isOf(one, 'Place', 'City', 'Country'))),
      ],
      label: labelOf({
        kinds: [...typesOf(node), ...listOf(node['genre']).flatMap((genre) => textOf(genre) ?? [])],
        sections: [section, ...sections],
      }),
      language: languageOf(node['inLanguage']),
      body: bodyOf(node, url),
      picture: pictureOf([...resolve('image'), ...resolve('thumbnailUrl')], data, url),
      corrections: correctionsOf(resolve('correction')),
      canonical: url,
      ...field(
        'source',
        name === undefined
          ? undefined
          : { name, ...field('url', addressIn(recordOf(publisher)?.['url'])) },
      ),
      rights: rightsOf(node, resolve),
      disclosure: disclosure.find((words) => words !== undefined),
      draft: /^(?:draft|incomplete|pending)/i.test(text('creativeWorkStatus')),
      ...field('withheld', withheldOf(node, text('creativeWorkStatus'))),
      revision: textOf(node['version']) ?? textOf(node['dateModified']),
    },
  };
}

function withheldOf(node: JsonRecord, status: string): WireItem['withheld'] {
  if (/^(?:withdrawn|retracted|cancell?ed|killed)/i.test(status)) return 'cancelled';
  return isPaid(node['isAccessibleForFree']) ? 'protected' : undefined;
}

type Resolve = (name: string) => unknown[];

function isOf(node: JsonRecord, ...types: string[]): boolean {
  return typesOf(node).some((type) => types.includes(type.replace(/^.*[/:]/, '')));
}

function addressOf(node: JsonRecord, resolve: Resolve): string | undefined {
  const [page] = resolve('mainEntityOfPage');
  return (
    addressIn(node['url']) ??
    addressIn(page) ??
    addressIn(recordOf(page)?.['url']) ??
    addressIn(recordOf(page)?.['@id']) ??
    addressIn(node['@id'])
  );
}

function addressIn(value: unknown): string | undefined {
  return parseWebAddress(textOf(listOf(value)[0]) ?? '');
}

/** Keywords are a list or one text with commas; some carry the name of their list: `Subject:Astronomy`. */
function keywordsOf(value: unknown): string[] {
  const words = listOf(value).flatMap((one) => {
    const written = textOf(one) ?? namesOf(one)[0] ?? '';
    return Array.isArray(value) && value.length > 1 ? [written] : written.split(/[,;]/);
  });
  return words.flatMap(
    (word) => lineOfText(word).replace(/^(?:tag|subject|keyword|topic)s?:\s*/i, '') || [],
  );
}

function languageOf(value: unknown): string | undefined {
  const [first] = listOf(value);
  const record = recordOf(first);
  return record === undefined
    ? textOf(first)
    : (textOf(record['alternateName']) ?? textOf(record['name']));
}

function isPaid(free: unknown): boolean {
  return free === false || /^(?:https?:\/\/schema\.org\/)?(?:false|no)$/i.test(textOf(free) ?? '');
}

/** Text of the node; a live story has it in its updates. */
function bodyOf(node: JsonRecord, base: string | undefined): ForeignBody {
  const whole = textOf(node['articleBody']) ?? textOf(node['text']);
  if (whole !== undefined) return textBody(whole, base);
  const bodies = listOf(node['liveBlogUpdate']).flatMap((update) => {
    const record = recordOf(update) ?? {};
    const headline = lineOfText(textOf(record['headline']) ?? '');
    const body = textBody(textOf(record['articleBody']) ?? '', base);
    const heading = { type: 'heading' as const, level: 2 as const, children: [headline] };
    return headline === '' ? body.blocks : [heading, ...body.blocks];
  });
  return { ...foreignText(''), blocks: bodies };
}

function textBody(text: string, base: string | undefined): ForeignBody {
  const isHtml = /<\/(?:p|div|a|em|strong|h\d|li|blockquote)>|<br\s*\/?>/i.test(text);
  return isHtml
    ? foreignHtml(text, { base })
    : foreignText(/&(?:#\d+|[a-z]+);/i.test(text) ? withoutEntities(text) : text);
}

function withoutEntities(text: string): string {
  return text
    .split('\n')
    .map((line) => lineOfText(line))
    .join('\n');
}

function pictureOf(
  images: readonly unknown[],
  data: LinkedData,
  base: string | undefined,
): SourcePicture | undefined {
  const pictures = images.flatMap((image) => {
    const record = recordOf(image);
    if (record === undefined) return webPicture({ src: image, base }) ?? [];
    const [creator] = listOf(record['creator']).map(
      (one) => data.byId.get(textOf(recordOf(one)?.['@id']) ?? '') ?? one,
    );
    const picture = webPicture({
      src: listOf(record['contentUrl'])[0] ?? listOf(record['url'])[0] ?? record['@id'],
      alt: record['alternateName'],
      caption: record['caption'] ?? record['description'],
      credit: record['creditText'] ?? namesOf(creator)[0] ?? record['copyrightNotice'],
      base,
    });
    return picture === undefined ? [] : { picture, width: widthOf(record['width']) };
  });
  const sized = pictures.map((one) => ('picture' in one ? one : { picture: one, width: 0 }));
  // Lists hold the same picture in several shapes; of those without a width the first is the widest by custom.
  return sized.toSorted((one, other) => other.width - one.width)[0]?.picture;
}

function widthOf(value: unknown): number {
  return Number.parseInt(textOf(recordOf(value)?.['value']) ?? textOf(value) ?? '', 10) || 0;
}

function correctionsOf(corrections: readonly unknown[]): WireItem['corrections'] {
  return corrections.flatMap((one) => {
    const record = recordOf(one);
    const text = lineOfText(
      textOf(one) ?? textOf(record?.['text']) ?? textOf(record?.['description']) ?? '',
    );
    // An address of the page of corrections says nothing of this one.
    if (text === '' || /^https?:\/\/\S+$/.test(text)) return [];
    return [
      {
        ...field('at', parseSourceTime(record?.['datePublished'] ?? record?.['dateCreated'])),
        text,
      },
    ];
  });
}

function rightsOf(node: JsonRecord, resolve: Resolve): string | undefined {
  const notice = lineOfText(textOf(node['copyrightNotice']) ?? '');
  const [holder] = namesOf(resolve('copyrightHolder'));
  const year = textOf(node['copyrightYear']);
  const made = holder === undefined ? '' : `© ${year === undefined ? '' : `${year} `}${holder}`;
  const licence = addressIn(node['license']) ?? '';
  return [notice || made, licence].filter((part) => part !== '').join(' · ') || undefined;
}
