import {
  articleEntries,
  articleFields,
  correctionEntries,
  relatedEntries,
  sourceEntries,
} from './articleSchema.ts';
import { blockSchemas, blockTypes, pictureFields } from './blockSchema.ts';
import type { Finding, Path } from './finding.ts';
import { findNearest, plainWord } from './nearest.ts';
import { notListed } from './notListed.ts';

/** Unknown fields told of one object. */
const strangerLimit = 20;

/** Words other systems use for our fields, plain. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  title: ['headline', 'name'],
  date: ['published'],
  author: ['byline'],
  authors: ['byline'],
  description: ['standfirst', 'tagline'],
  summary: ['standfirst'],
  excerpt: ['standfirst'],
  category: ['section'],
  keywords: ['tags'],
  image: ['picture'],
  lang: ['language'],
  content: ['body'],
  text: ['body'],
  modified: ['updated'],
  lastmod: ['updated'],
  name: ['headline'],
  publisher: ['source'],
  publication: ['source'],
  copyright: ['rights'],
  license: ['rights'],
  licence: ['rights'],
  subtitle: ['standfirst', 'tagline'],
  baseurl: ['url'],
  siteurl: ['url'],
  homepage: ['url'],
  homepageurl: ['url'],
  site: ['url'],
  address: ['url'],
  sitename: ['name'],
  sitetitle: ['name'],
  logo: ['icon'],
  favicon: ['icon'],
  locale: ['language'],
  categories: ['sections'],
  menu: ['sections'],
};

/** Fields of an article that we do not know: said, and otherwise left alone. */
export function findStrangers(
  article: unknown,
  around: Path,
  form: 'json' | 'front matter',
): Finding[] {
  const known = Object.keys(form === 'json' ? articleEntries : articleFields);
  const { picture, body, related, corrections, source } = fieldsOf(article);
  return [
    ...unknownFields(article, known, around),
    ...unknownFields(picture, pictureFields, [...around, 'picture']),
    ...each(body, [...around, 'body'], blockStrangers),
    ...each(related, [...around, 'related'], (item, path) =>
      unknownFields(item, Object.keys(relatedEntries), path),
    ),
    ...each(corrections, [...around, 'corrections'], (item, path) =>
      unknownFields(item, Object.keys(correctionEntries), path),
    ),
    ...unknownFields(source, Object.keys(sourceEntries), [...around, 'source']),
  ];
}

function blockStrangers(block: unknown, path: Path): Finding[] {
  const { type, pictures } = fieldsOf(block);
  const known = blockTypes.find((name) => name === type);
  if (known === undefined) return [];
  const inGallery = known === 'gallery' ? pictures : undefined;
  return [
    ...unknownFields(block, Object.keys(blockSchemas[known].entries), path),
    ...each(inGallery, [...path, 'pictures'], (item, at) => unknownFields(item, pictureFields, at)),
  ];
}

/** Warnings about the fields of an object that are not among the known ones, with the one that was meant. */
export function unknownFields(value: unknown, known: readonly string[], around: Path): Finding[] {
  const strangers = Object.keys(fieldsOf(value)).filter((name) => !known.includes(name));
  const told = strangers.slice(0, strangerLimit).map((name) => {
    const meant = findMeant(name, known);
    return {
      code: 'unknown-field',
      path: [...around, name],
      message: `expected one of the known fields, got "${name.slice(0, 60)}", which is left out`,
      mend: meant === undefined ? `known are ${known.join(', ')}` : `did you mean "${meant}"?`,
    };
  });
  return [...told, ...notListed(strangers.length - strangerLimit, around)];
}

/** The known field that an unknown one most likely stands for. */
export function findMeant(name: string, known: readonly string[]): string | undefined {
  const word = plainWord(name);
  const others = Object.hasOwn(otherNames, word) ? otherNames[word] : undefined;
  return findNearest(name, known) ?? others?.find((other) => known.includes(other));
}

function each(
  value: unknown,
  path: Path,
  look: (item: unknown, path: Path) => Finding[],
): Finding[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => look(item, [...path, index]));
  return look(value, path);
}

function fieldsOf(value: unknown): Record<string, unknown> {
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
  return isObject ? (value as Record<string, unknown>) : {};
}
