import { picturesIn } from '../../model/picturesIn.ts';
import { joinPath, type Problem } from '../../model/problem.ts';
import { anySizeKey } from './feeds/anySizeKey.ts';
import { bindPictures, bondsOf, type NamedPicture } from './feeds/bindPictures.ts';
import { spanOfPicture, type Span } from './feeds/findPartsHold.ts';
import { keysOf, newsmlPicture, residuesOf, spanOf, statusOf } from './newsmlG2Picture.ts';
import type { SourceBlock, SourcePicture } from './wireItem.ts';
import type { XmlElement } from './xml/xmlElement.ts';

/** Items of one address that are looked at for a text that shows it; a hostile message has thousands. */
const mostAlike = 20;

interface Linked extends NamedPicture {
  guid: string;
  /** Absent: it stands in the text only, or goes nowhere. */
  picture?: SourcePicture | undefined;
}

/** The pictures of a message, by what stories name them by. */
export interface PictureItems {
  byGuid: ReadonlyMap<string, XmlElement>;
  byKey: ReadonlyMap<string, readonly XmlElement[]>;
  /** See Surroundings. */
  bindingOf: (key: string) => number | undefined;
}

interface Around {
  pictures: PictureItems;
  /** The story's own. */
  span: Span;
  published: string | undefined;
  /** Path of the item. */
  at: string;
  /** What addresses are relative to. */
  base: string | undefined;
}

/** The picture that a story links to, and its text, which may show any of them, bound by what their items say. */
export function linkedPictures(
  item: XmlElement,
  blocks: SourceBlock[],
  { pictures, span, published, at, base }: Around,
): { picture?: SourcePicture; blocks: SourceBlock[]; warnings: Problem[] } {
  const warnings: Problem[] = [];
  const leaveOut = (guid: string, why: string): void => {
    const message = `left out: the picture "${guid.slice(0, 100)}" ${why}`;
    warnings.push({ code: 'held-association', at: joinPath(at, 'itemMeta.link'), message });
  };
  const links = residuesOf(item).flatMap((guid) => pictures.byGuid.get(guid) ?? []);
  const isLinked = new Set(links);
  const keyOf = ({ src }: SourcePicture): string => anySizeKey(src, base);
  const inText = picturesIn(blocks).flatMap((one) => pictures.byKey.get(keyOf(one)) ?? []);
  const named = [...new Set([...links, ...inText])].map((one): Linked => {
    const guid = one.attribute('guid') ?? '';
    const keys = keysOf(one, base);
    const status = statusOf(one);
    const own = spanOfPicture(spanOf(one), span, published);
    const hold = status === 'usable' ? own : `is "${status.slice(0, 40)}"`;
    if (typeof hold !== 'string') {
      const picture = newsmlPicture(one, base);
      const leads = isLinked.has(one) ? { picture } : {};
      return { guid, keys, span: hold, src: picture?.src, ...leads };
    }
    leaveOut(guid, hold);
    return { guid, keys, span: 'held' };
  });
  const bound = bindPictures(blocks, bondsOf(named), base);
  const usable = named.flatMap(({ picture, span: times, ...rest }) =>
    picture === undefined || times === 'held'
      ? []
      : [{ ...rest, picture: { ...picture, ...times } }],
  );
  // One with times of its own may leave the story without a picture.
  const chosen = usable.find(({ picture }) => isUndated(picture)) ?? usable[0];
  const shown = new Set(picturesIn(bound).map(keyOf));
  for (const one of usable) {
    if (one === chosen || isUndated(one.picture)) continue;
    if (one.keys.some((key) => shown.has(key))) continue;
    leaveOut(one.guid, 'has times of its own, and another one stands in its place');
  }
  return { ...(chosen && { picture: chosen.picture }), blocks: bound, warnings };
}

function isUndated({ embargo, expires }: SourcePicture): boolean {
  return embargo === undefined && expires === undefined;
}

export function pictureItems(items: readonly XmlElement[], base: string | undefined): PictureItems {
  const byKey = new Map<string, XmlElement[]>();
  for (const item of items) {
    for (const key of keysOf(item, base)) {
      const same = byKey.get(key);
      if (same === undefined) byKey.set(key, [item]);
      else if (same.length < mostAlike) same.push(item);
    }
  }
  const byGuid = new Map(items.map((one) => [one.attribute('guid') ?? '', one]));
  const bindingOf = (key: string): number | undefined => {
    const bindings = byKey.get(key)?.map(bindingOfItem);
    return bindings && Math.max(...bindings);
  };
  return { byGuid, byKey, bindingOf };
}

function bindingOfItem(item: XmlElement): number {
  if (statusOf(item) !== 'usable') return 2;
  const { embargo, expires } = spanOf(item);
  return embargo === undefined && expires === undefined ? 0 : 1;
}
