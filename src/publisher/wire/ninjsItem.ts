import { joinPath } from '../../model/problem.ts';
import { field } from './field.ts';
import { anyCase } from './feeds/anyCase.ts';
import { bondsOf, sparesOf } from './feeds/bindPictures.ts';
import { disclosureOf } from './feeds/disclosure.ts';
import type { FeedItem, FeedReading, Standing, FieldNames } from './feeds/feedItem.ts';
import { lineOfHtml, lineOfText } from './feeds/htmlWords.ts';
import { listOf, notARecord, recordOf, recordsOf, textAt, textOf } from './feeds/jsonValue.ts';
import { labelOf } from './feeds/labels.ts';
import { namesOf, toPersonName } from './feeds/personNames.ts';
import { parseWebAddress } from './feeds/webLink.ts';
import { ninjsBody } from './ninjsBody.ts';
import { namedPictures, ninjsPictures, relatedItems } from './ninjsAssociations.ts';
import { openAssociations, withheldOf } from './ninjsStanding.ts';
import { wordsByRole } from './ninjsWords.ts';

/** Types that are no news to read: plans for coverage, parts of a page. */
const notStories = new Set(['planning', 'component', 'event']);

const names: FieldNames = {
  id: 'uri',
  published: 'firstcreated',
  updated: 'versioncreated',
  embargo: 'embargoed',
  picture: 'associations',
  body: 'body_html',
};

/** One ninjs item of any version. Editor's notes, internal codes and contacts are not looked at. */
export function readNinjsItem(value: unknown, { at }: Standing): FeedReading {
  if (recordOf(value) === undefined) return notARecord(at);
  const get = anyCase(value);
  const type = (textOf(get('type')) ?? 'text').toLowerCase();
  const withheld = withheldOf(textOf(get('pubstatus')));
  if (notStories.has(type) && withheld === undefined) {
    const message = `expected a story, got an item of type "${type}"`;
    return { problem: { code: 'not-a-story', at: joinPath(at, 'type'), message } };
  }
  const headline = wordsByRole(get('headlines'), ['main', 'headline']) ?? textOf(get('headline'));
  const address = parseWebAddress(textOf(get('url')) ?? textAt(get('altids'), 'url') ?? '');
  const published = get('firstcreated', 'contentcreated') ?? get('versioncreated');
  const { associations, bound, warnings } = openAssociations(value, at, published);
  const bonds = bondsOf(namedPictures(bound, address));
  const around = { bonds, base: address };
  const [picture, ...more] = ninjsPictures(value, type, associations, around);
  const genres = [...namesAndCodes(get('genre', 'genres')), textOf(get('profile')) ?? ''];
  const source = sourceOf(get);
  const section = sectionOf(get);
  const isMediaOnly = type === 'video' || type === 'audio';
  const body = ninjsBody(value, { ...around, isMediaOnly });
  if (textOf(get('representationtype')) === 'incomplete') {
    const message = 'the source says that it sent only a part of the story';
    warnings.push({ code: 'incomplete-item', at: joinPath(at, 'representationtype'), message });
  }
  return {
    item: {
      names,
      id: textOf(get('uri', 'guid')) ?? textAt(get('altids'), 'itemid'),
      headline: lineOfText(headline ?? textOf(get('title')) ?? ''),
      isTitleOptional: true,
      summary: summaryOf(get),
      byline: bylineIn(get),
      dateline: datelineOf(get),
      published,
      updated: get('versioncreated'),
      section,
      tags: [
        ...namesOf(get('subject', 'subjects')),
        ...namesOf(get('organisation', 'organisations')),
        ...namesOf(get('event', 'events')),
        ...keywordsOf(get('keywords', 'keyword')),
      ].filter((name) => name !== section),
      people: namesOf(
        recordsOf(get('person', 'people', 'persons')).filter((one) => !isCreator(one)),
      ),
      places: namesOf(get('place', 'places')),
      label: labelOf({ kinds: genres, sections: [section] }),
      language: textOf(get('language')),
      body,
      picture,
      spares: sparesOf(more, body.blocks, address),
      related: relatedItems(associations),
      canonical: address,
      embargo: get('embargoed', 'embargoeduntil'),
      expires: get('expires'),
      draft: textOf(get('pubstatus'))?.toLowerCase() === 'draft',
      ...field('source', source === undefined ? undefined : { name: source }),
      rights: rightsOf(get),
      disclosure: digitalSources(get).find((words) => words !== undefined),
      ...field('withheld', withheld),
      revision: textOf(get('version')) ?? textOf(get('versioncreated')),
    },
    warnings,
  };
}

type Get = ReturnType<typeof anyCase>;

function summaryOf(get: Get): string {
  const html = textOf(get('description_html', 'description_xhtml'));
  const text = textOf(get('description_text', 'description_summary'));
  const chosen = wordsByRole(
    get('descriptions'),
    ['summary', 'standfirst', 'abstract', 'main', 'description'],
    ['caption'],
  );
  return lineOfText(chosen ?? text ?? '') || lineOfHtml(html ?? '');
}

function bylineIn(get: Get): FeedItem['byline'] {
  const written = textOf(get('byline', 'by'));
  if (written !== undefined) return toPersonName(written);
  const creators = recordsOf(get('person', 'people', 'persons')).filter(isCreator);
  const [first = [], ...others] = [
    namesOf(get('bylines')),
    namesOf(creators),
    namesOf(get('authors')),
  ].filter((people) => people.length > 0);
  return first.length > 0 ? first : (others[0] ?? []);
}

function isCreator(person: unknown): boolean {
  return /^(?:.*[:/])?(?:creator|author|contributor)$/i.test(textAt(person, 'rel') ?? '');
}

function datelineOf(get: Get): string | undefined {
  const [place] = recordsOf(get('dateline', 'datelinelocation', 'located'));
  const written =
    textOf(get('located')) ??
    textOf(get('dateline')) ??
    textAt(place, 'name') ??
    textAt(place, 'city');
  return lineOfText(written ?? '') || undefined;
}

/** The category that the source files it under; else a subject that is one of the 17 highest of the IPTC's list. */
function sectionOf(get: Get): string | undefined {
  const [service] = namesOf(get('service', 'services', 'category', 'categories'));
  if (service !== undefined) return service;
  const subjects = recordsOf(get('subject', 'subjects'));
  const top = subjects.find((subject) => {
    const code = `${textAt(subject, 'code') ?? ''} ${textAt(subject, 'uri') ?? ''}`;
    return /(?:^|\D)\d{2}0{6}(?:\D|$)/.test(code) || /category/i.test(textAt(subject, 'rel') ?? '');
  });
  return namesOf(top)[0];
}

function sourceOf(get: Get): string | undefined {
  const [name] = [
    ...namesOf(get('infosource', 'infosources')),
    ...namesOf(get('provider', 'providers')),
    ...namesOf(get('source')),
  ];
  return name;
}

function rightsOf(get: Get): string | undefined {
  const linesOf = (value: unknown): string[] =>
    listOf(value).flatMap((text) => lineOfText(textOf(text) ?? textAt(text, 'value') ?? '') || []);
  const notice = linesOf(get('copyrightnotice'));
  const holder = lineOfText(textOf(get('copyrightholder')) ?? '');
  const owner = notice.length > 0 || holder === '' ? notice : [`© ${holder}`];
  const lines = [...owner, ...linesOf(get('usageterms'))];
  return [...new Set(lines)].join(' · ').slice(0, 1000) || undefined;
}

function digitalSources(get: Get): (string | undefined)[] {
  return listOf(get('digitalsourcetype', 'digitalsourcetypes')).map((type) =>
    disclosureOf(
      textOf(type) ?? textAt(type, 'uri') ?? textAt(type, 'code') ?? textAt(type, 'name') ?? '',
    ),
  );
}

function namesAndCodes(value: unknown): string[] {
  return listOf(value).flatMap((one) =>
    [textOf(one), textAt(one, 'name'), textAt(one, 'code'), textAt(one, 'literal')].flatMap(
      (text) => text ?? [],
    ),
  );
}

function keywordsOf(value: unknown): string[] {
  return listOf(value).flatMap((one) => lineOfText(textOf(one) ?? '') || []);
}
