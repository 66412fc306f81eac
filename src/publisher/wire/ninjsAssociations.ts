import { field } from './field.ts';
import { anyCase } from './feeds/anyCase.ts';
import { anySizeKey } from './feeds/anySizeKey.ts';
import { bindPicture, withoutTwins, type Bonds, type NamedPicture } from './feeds/bindPictures.ts';
import { disclosureOf } from './feeds/disclosure.ts';
import { lineOfText } from './feeds/htmlWords.ts';
import { recordsOf, textAt, textOf } from './feeds/jsonValue.ts';
import { toPersonName } from './feeds/personNames.ts';
import { parseWebAddress } from './feeds/webLink.ts';
import { webPicture } from './feeds/webPicture.ts';
import { isPicture, named, type Association, type Bound } from './ninjsStanding.ts';
import { wordsByRole } from './ninjsWords.ts';
import type { RelatedRef, SourcePicture } from './wireItem.ts';

/** Widest rendition asked for, in pixels; originals of cameras are larger than anything shown. */
const widest = 4000;

interface Rendition {
  href: string;
  type: string;
  width: number;
  name: string;
}

/** Renditions of an item: an object by name in ninjs 1, a list in ninjs 2 and 3. */
export function renditionsOf(value: unknown): Rendition[] {
  return named(anyCase(value)('renditions')).map(({ name, record }) => {
    const get = anyCase(record);
    return {
      name,
      href: textOf(get('href', 'url')) ?? '',
      type: (textOf(get('mimetype', 'contenttype')) ?? '').toLowerCase(),
      width: Number(get('width')) || 0,
    };
  });
}

/**
 * The item's pictures, the one that leads it first: its own renditions when it is one, else those it is associated with.
 */
export function ninjsPictures(
  value: unknown,
  type: string,
  associations: readonly Association[],
  { bonds, base }: { bonds: Bonds; base: string | undefined },
): SourcePicture[] {
  const own = type === 'picture' || type === 'graphic' ? [{ record: value, span: {} }] : [];
  const rank = ({ name }: Association): number => (/feature|main|lead|hero/i.test(name) ? 0 : 1);
  const pictures = [...own, ...associations.toSorted((one, other) => rank(one) - rank(other))]
    .filter(({ record }) => isPicture(record))
    .flatMap(({ record, span }) => {
      const picture = pictureOf(record);
      if (picture === undefined) return [];
      // A picture that is the story has its words as the text.
      const { caption: _, ...bare } = picture;
      return bindPicture(record === value ? bare : { ...picture, ...span }, bonds, base) ?? [];
    });
  return withoutTwins(pictures, base);
}

/** What is said of pictures that the text may show, too. @param base what addresses are relative to */
export function namedPictures(bound: readonly Bound[], base: string | undefined): NamedPicture[] {
  const pictures = bound.map(({ record, ...standing }) => {
    const hrefs = renditionsOf(record).flatMap(({ href }) => href || []);
    const src = isPicture(record) ? pictureOf(record)?.src : undefined;
    return { ...standing, src, keys: hrefs.map((href) => anySizeKey(href, base)) };
  });
  const open = new Set(pictures.flatMap(({ keys, span }) => (span === 'held' ? [] : keys)));
  return pictures.map(({ keys, isOpenItself, ...one }) => ({
    ...one,
    keys: isOpenItself ? keys.filter((key) => !open.has(key)) : keys,
  }));
}

/** Texts that the source associates with an item are its related headlines. */
export function relatedItems(associations: readonly Association[]): RelatedRef[] {
  return associations.flatMap(({ record }): RelatedRef[] => {
    const get = anyCase(record);
    const type = textOf(get('type')) ?? (get('renditions') === undefined ? 'text' : '');
    if (!/^(?:text|composite)$/.test(type)) return [];
    const headline = lineOfText(
      wordsByRole(get('headlines'), ['main']) ??
        textOf(get('headline')) ??
        textOf(get('title')) ??
        '',
    );
    const url = parseWebAddress(textOf(get('url')) ?? textOf(get('uri')) ?? '');
    return headline === '' ? [] : [{ headline, ...field('url', url) }];
  });
}

function pictureOf(value: unknown): SourcePicture | undefined {
  const get = anyCase(value);
  const usable = renditionsOf(value).filter(
    ({ href, type }) =>
      (type === '' || /^image\/(?!svg)/.test(type)) && parseWebAddress(href) !== undefined,
  );
  const size = ({ width, name }: Rendition): number => {
    if (width > widest) return 1;
    return width || (/original|full|web|main|view/i.test(name) ? 3 : 2);
  };
  const [best] = usable.toSorted((one, other) => size(other) - size(one));
  if (best === undefined) return undefined;
  const byline = toPersonName(textOf(get('byline', 'by')) ?? '');
  const credit = [
    byline ?? textOf(get('creditline', 'copyrightnotice', 'copyrightholder')),
    disclosureIn(get('digitalsourcetype')),
  ];
  return webPicture({
    src: best.href,
    alt:
      wordsByRole(get('descriptions'), ['alttext', 'alt'], notAlt(get('descriptions'))) ??
      get('alt_text', 'body_text_alt'),
    caption:
      wordsByRole(get('descriptions'), ['caption', 'description', 'main'], ['alttext', 'alt']) ??
      get('description_caption', 'description_text', 'description_html'),
    credit: credit.filter((text) => text !== undefined).join(' · '),
  });
}

// Only a description that says it is one can stand for the picture.
function notAlt(descriptions: unknown): string[] {
  return recordsOf(descriptions)
    .map((one) => (textAt(one, 'role') ?? '').toLowerCase())
    .filter((role) => role !== 'alt' && role !== 'alttext');
}

function disclosureIn(type: unknown): string | undefined {
  return disclosureOf(
    textOf(type) ?? textAt(type, 'uri') ?? textAt(type, 'code') ?? textAt(type, 'name') ?? '',
  );
}
