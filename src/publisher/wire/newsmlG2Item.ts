import { joinPath } from '../../model/problem.ts';
import { cleanLine } from './cleanText.ts';
import { field } from './field.ts';
import { disclosureOf } from './feeds/disclosure.ts';
import type { FeedItem, FeedReading, Standing } from './feeds/feedItem.ts';
import { labelOf } from './feeds/labels.ts';
import { namesOf, toPersonName } from './feeds/personNames.ts';
import { parseWebAddress } from './feeds/webLink.ts';
import { newsmlContent } from './newsmlG2Content.ts';
import { linkedPictures } from './newsmlG2Linked.ts';
import { spanOf } from './newsmlG2Picture.ts';
import type { PictureItems } from './newsmlG2Pictures.ts';
import { newsmlSubjects } from './newsmlG2Subjects.ts';
import { codeOf, conceptName, roleOf, wordsIn } from './newsmlG2Words.ts';
import type { RelatedRef, WireItem } from './wireItem.ts';
import { timeRevision } from './xml/feedTime.ts';
import type { XmlElement } from './xml/xmlElement.ts';

/** One news item. Notes to editors are never looked at. */
export function readNewsItem(
  item: XmlElement,
  { at, file }: Standing,
  pictures: PictureItems,
): FeedReading {
  const meta = item.first('nar:itemMeta');
  const content = item.first('nar:contentMeta');
  const withheld = withheldOf(meta);
  const kind =
    item.name === 'nar:newsItem' ? (codeOf(meta?.first('nar:itemClass')) ?? 'text') : item.local;
  const base = parseWebAddress(file.name);
  const body = newsmlContent(item, base, { bindingOf: pictures.bindingOf });
  const isStory =
    kind === 'text' || kind === 'composite' || (body !== undefined && item.name === 'nar:newsItem');
  if (!isStory && (withheld === undefined || item.name !== 'nar:newsItem')) {
    const message = `expected a text, got an item of class "${kind.slice(0, 40)}"`;
    return { problem: { code: 'not-a-story', at: joinPath(at, 'itemMeta.itemClass'), message } };
  }
  const language =
    content?.first('nar:language')?.attribute('tag') ?? content?.language ?? item.language;
  const words = (name: string): string | undefined =>
    wordsIn(content?.all(`nar:${name}`) ?? [], language);
  const created = meta?.textOf('nar:versionCreated');
  const headlines = content?.all('nar:headline') ?? [];
  const main = headlines.filter((one) => /^(?:|main|headline)$/.test(roleOf(one)));
  const headline =
    wordsIn(main.length > 0 ? main : headlines, language) ??
    wordsIn(meta?.all('nar:title') ?? [], language);
  const summaries = (content?.all('nar:description') ?? []).filter(
    (one) => !/caption|alt/.test(roleOf(one)),
  );
  const located = (content?.all('nar:located') ?? []).flatMap(
    (one) => conceptName(one, language) ?? [],
  );
  const { embargo, expires } = spanOf(item);
  const published = publishedOf(meta, content) ?? created;
  const linked = linkedPictures(item, body?.blocks ?? [], {
    pictures,
    span: { embargo, expires },
    published,
    at,
    base,
  });
  const genres = (content?.all('nar:genre') ?? []).flatMap((one) => [
    codeOf(one) ?? '',
    conceptName(one, language) ?? '',
  ]);
  const { section, tags, people, places } = newsmlSubjects(meta, content, language);
  const sourceName = sourceOf(meta, content, language);
  return {
    item: {
      names: {
        headline: 'contentMeta.headline',
        body: 'contentSet',
        language: 'contentMeta.language',
      },
      id: item.attribute('guid'),
      headline,
      summary: wordsIn(summaries, language),
      byline: bylineIn(content, language),
      dateline: located[0] ?? words('dateline'),
      published,
      updated: created,
      section,
      tags,
      people,
      places,
      label: labelOf({ kinds: genres }),
      language,
      body: body === undefined ? undefined : { ...body, blocks: linked.blocks },
      picture: linked.picture,
      spares: linked.spares,
      related: relatedIn(meta, language),
      embargo,
      expires,
      ...field('source', sourceName === undefined ? undefined : { name: sourceName }),
      rights: rightsOf(item, language),
      disclosure: (content?.all('nar:digitalSourceType') ?? []).map((one) =>
        disclosureOf(codeOf(one) ?? ''),
      )[0],
      ...field('withheld', withheld),
      revision: item.attribute('version') ?? timeRevision(created),
    },
    warnings: linked.warnings,
  };
}

// A status that nobody has heard of is not a permission; none at all means usable.
function withheldOf(meta: XmlElement | undefined): WireItem['withheld'] {
  const code = (codeOf(meta?.first('nar:pubStatus')) ?? 'usable').toLowerCase();
  if (code === 'usable') return undefined;
  return code === 'canceled' || code === 'cancelled' ? 'cancelled' : 'withheld';
}

/** When the content was made, where that is a moment and not only a day or a year. */
function publishedOf(
  meta: XmlElement | undefined,
  content: XmlElement | undefined,
): string | undefined {
  const made = content?.textOf('nar:contentCreated');
  const first = meta?.textOf('nar:firstCreated');
  return made?.includes('T') === true ? made : (first ?? made);
}

function bylineIn(
  content: XmlElement | undefined,
  language: string | undefined,
): FeedItem['byline'] {
  const written = wordsIn(content?.all('nar:by') ?? [], language);
  if (written !== undefined) return toPersonName(written);
  return namesOf(
    (content?.all('nar:creator') ?? []).flatMap((one) => conceptName(one, language) ?? []),
  );
}

function relatedIn(meta: XmlElement | undefined, language: string | undefined): RelatedRef[] {
  return (meta?.all('nar:link') ?? []).flatMap((link): RelatedRef[] => {
    const relation = (link.attribute('rel') ?? '').replace(/^.*[:/#]/, '');
    if (!/^(?:seeAlso|relatedTo|related|background|)$/.test(relation)) return [];
    const headline = wordsIn(link.all('nar:headline', 'nar:title'), language);
    const url = parseWebAddress(link.attribute('href') ?? '');
    return headline === undefined ? [] : [{ headline, ...field('url', url) }];
  });
}

function sourceOf(
  meta: XmlElement | undefined,
  content: XmlElement | undefined,
  language: string | undefined,
): string | undefined {
  const holders = [...(content?.all('nar:infoSource') ?? []), ...(meta?.all('nar:provider') ?? [])];
  return holders.map((one) => conceptName(one, language)).find((name) => name !== undefined);
}

function rightsOf(item: XmlElement, language: string | undefined): string | undefined {
  const rights = item.all('nar:rightsInfo');
  const words = (name: string): string | undefined =>
    wordsIn(
      rights.flatMap((one) => one.all(`nar:${name}`)),
      language,
    );
  const holder = rights
    .flatMap((one) => one.all('nar:copyrightHolder'))
    .map((one) => conceptName(one, language))[0];
  const notice = words('copyrightNotice') ?? (holder === undefined ? undefined : `© ${holder}`);
  const lines = [notice, words('usageTerms')].filter((line) => line !== undefined);
  return cleanLine(lines.join(' · ')).slice(0, 1000) || undefined;
}
