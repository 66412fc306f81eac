import { anySizeKey } from './feeds/anySizeKey.ts';
import { disclosureOf } from './feeds/disclosure.ts';
import { toPersonName } from './feeds/personNames.ts';
import { webPicture } from './feeds/webPicture.ts';
import { field } from './field.ts';
import { isPicturePath } from './fieldSchemas.ts';
import { codeOf, conceptName, roleOf, wordsIn } from './newsmlG2Words.ts';
import type { SourcePicture } from './wireItem.ts';
import type { XmlElement } from './xml/xmlElement.ts';

/** Widest picture asked for, in pixels; originals of cameras are larger than anything shown. */
const widest = 4000;

/** Whether a news item is a picture, by the class that it states. */
export function isNewsmlPicture(item: XmlElement): boolean {
  const code = codeOf(item.first('nar:itemMeta')?.first('nar:itemClass'));
  return item.name === 'nar:newsItem' && (code === 'picture' || code === 'graphic');
}

/** Ids of the items that a story links to, in its own order. */
export function residuesOf(item: XmlElement): string[] {
  const meta = item.first('nar:itemMeta');
  const links = [
    ...(meta?.all('nar:link') ?? []),
    ...item.findAll(({ name }) => name === 'nar:icon' || name === 'nar:remoteContent'),
  ];
  return links.flatMap((link) => link.attribute('residref') ?? []);
}

/** The times between which an item may go out; an embargo without a time holds until it is lifted. */
export function spanOf(item: XmlElement): {
  embargo: string | undefined;
  expires: string | undefined;
} {
  const meta = item.first('nar:itemMeta');
  const embargoed = meta?.first('nar:embargoed');
  return {
    embargo: embargoed === undefined ? undefined : embargoed.text || 'until further notice',
    expires: meta?.textOf('nar:expires'),
  };
}

/** A status that nobody has heard of is not a permission; none at all means usable. */
export function statusOf(item: XmlElement): string {
  return codeOf(item.first('nar:itemMeta')?.first('nar:pubStatus')) ?? 'usable';
}

/** Of all addresses of an item's picture, one for each rendition. @param base what they are relative to */
export function keysOf(item: XmlElement, base: string | undefined): string[] {
  return [...keysByItem(item, base).values()].flat();
}

/** The same by the guid of the item that each is said to be a rendition of, empty where nothing is said. */
export function keysByItem(item: XmlElement, base: string | undefined): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const one of remotesOf(item)) {
    const href = one.attribute('href');
    if (href === undefined) continue;
    const guid = one.attribute('residref') ?? '';
    const same = keys.get(guid) ?? [];
    same.push(anySizeKey(href, one.baseFrom(base)));
    keys.set(guid, same);
  }
  return keys;
}

function remotesOf(item: XmlElement): XmlElement[] {
  return item.first('nar:contentSet')?.all('nar:remoteContent') ?? [];
}

/**
 * A picture out of the remote renditions of an item that may be shown, with the item's words for it.
 * @param base what addresses are relative to
 */
export function newsmlPicture(
  item: XmlElement,
  base: string | undefined,
): SourcePicture | undefined {
  const meta = item.first('nar:contentMeta');
  if (statusOf(item) !== 'usable') return undefined;
  const language = item.language;
  const descriptions = meta?.all('nar:description') ?? [];
  const alts = descriptions.filter((one) => roleOf(one).startsWith('alt'));
  const by = toPersonName(wordsIn(meta?.all('nar:by') ?? [], language) ?? '');
  const creators = (meta?.all('nar:creator') ?? []).flatMap(
    (one) => conceptName(one, language) ?? [],
  );
  const credit = wordsIn(meta?.all('nar:creditline') ?? [], language);
  const made = [...(meta?.all('nar:digitalSourceType') ?? [])].map((one) =>
    disclosureOf(codeOf(one) ?? ''),
  );
  const words = {
    alt: wordsIn(alts, language),
    caption: wordsIn(
      descriptions.filter((one) => !alts.includes(one)),
      language,
    ),
    credit: [by ?? creators[0], credit, made[0]]
      .filter((text, at, all) => text !== undefined && all.indexOf(text) === at)
      .join(' · '),
  };
  for (const one of renditionsOf(item)) {
    const src = one.attribute('href') ?? '';
    const around = one.baseFrom(base);
    const picture =
      webPicture({ src, base: around, ...words }) ??
      (around === undefined ? localPicture(src, words) : undefined);
    if (picture !== undefined) return picture;
  }
  return undefined;
}

function renditionsOf(item: XmlElement): XmlElement[] {
  const size = (one: XmlElement): number => {
    const width = Number(one.attribute('width')) || 0;
    if (width > widest) return 1;
    return width || (/highRes|web|main/i.test(one.attribute('rendition') ?? '') ? 3 : 2);
  };
  return remotesOf(item)
    .filter((one) => /^(?:image\/(?!svg)|$)/.test(one.attribute('contenttype') ?? ''))
    .toSorted((one, other) => size(other) - size(one));
}

/** A file that was delivered beside the document. */
function localPicture(
  href: string,
  {
    alt,
    caption,
    credit,
  }: { alt: string | undefined; caption: string | undefined; credit: string },
): SourcePicture | undefined {
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(href) || !isPicturePath(href)) return undefined;
  return {
    src: href,
    alt: alt ?? null,
    ...field('caption', caption),
    ...field('credit', credit || undefined),
  };
}
