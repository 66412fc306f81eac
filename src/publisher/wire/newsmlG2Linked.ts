import { picturesIn } from '../../model/picturesIn.ts';
import { joinPath, type Problem } from '../../model/problem.ts';
import { bindPictures, type NamedPicture } from './feeds/bindPictures.ts';
import { spanOfPicture, type Span } from './feeds/findPartsHold.ts';
import { pictureKey } from './feeds/pictureKey.ts';
import { addressesOf, newsmlPicture, residuesOf, spanOf, statusOf } from './newsmlG2Picture.ts';
import type { SourceBlock, SourcePicture } from './wireItem.ts';
import type { XmlElement } from './xml/xmlElement.ts';

interface Linked extends NamedPicture {
  guid: string;
  picture: SourcePicture | undefined;
}

interface Around {
  /** Finds a picture of the same message. */
  pictureItem: (guid: string) => XmlElement | undefined;
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
  { pictureItem, span, published, at, base }: Around,
): { picture?: SourcePicture; blocks: SourceBlock[]; warnings: Problem[] } {
  const warnings: Problem[] = [];
  const leaveOut = (guid: string, why: string): void => {
    const message = `left out: the picture "${guid.slice(0, 100)}" ${why}`;
    warnings.push({ code: 'held-association', at: joinPath(at, 'itemMeta.link'), message });
  };
  const linked = [...new Set(residuesOf(item))].flatMap((guid): Linked[] => {
    const one = pictureItem(guid);
    if (one === undefined) return [];
    const addresses = addressesOf(one);
    const status = statusOf(one);
    const own = spanOfPicture(spanOf(one), span, published);
    const hold = status === 'usable' ? own : `is "${status.slice(0, 40)}"`;
    if (typeof hold !== 'string') {
      return [{ guid, addresses, span: hold, picture: newsmlPicture(one) }];
    }
    leaveOut(guid, hold);
    return [{ guid, addresses, span: 'held', picture: undefined }];
  });
  const bound = bindPictures(blocks, linked, base);
  const usable = linked.flatMap(({ picture, span: times, ...rest }) =>
    picture === undefined || times === 'held'
      ? []
      : [{ ...rest, picture: { ...picture, ...times } }],
  );
  // One with times of its own may leave the story without a picture.
  const chosen = usable.find(({ picture }) => isUndated(picture)) ?? usable[0];
  const shown = new Set(picturesIn(bound).map(({ src }) => pictureKey(src)));
  for (const one of usable) {
    if (one === chosen || isUndated(one.picture)) continue;
    if (one.addresses.some((address) => shown.has(pictureKey(address)))) continue;
    leaveOut(one.guid, 'has times of its own, and another one stands in its place');
  }
  return { ...(chosen && { picture: chosen.picture }), blocks: bound, warnings };
}

function isUndated({ embargo, expires }: SourcePicture): boolean {
  return embargo === undefined && expires === undefined;
}
