import { picturesIn } from '../../model/picturesIn.ts';
import { joinPath, type Problem } from '../../model/problem.ts';
import { field } from './field.ts';
import { anySizeKey } from './feeds/anySizeKey.ts';
import {
  bindPictures,
  bondsOf,
  spanOfAll,
  sparesOf,
  withoutTwins,
  type NamedPicture,
} from './feeds/bindPictures.ts';
import { spanOfPicture, type Span } from './feeds/findPartsHold.ts';
import { keysByItem, newsmlPicture, residuesOf, spanOf, statusOf } from './newsmlG2Picture.ts';
import { mostAlike, type PictureItems } from './newsmlG2Pictures.ts';
import type { SourceBlock, SourcePicture } from './wireItem.ts';
import type { XmlElement } from './xml/xmlElement.ts';

interface Linked extends NamedPicture {
  guid: string;
  /** Absent: it stands in the text only, or goes nowhere. */
  picture?: SourcePicture | undefined;
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

/**
 * The picture that leads a story, its own or one that it links to, the others, and its text, which may show any of them,
 * bound by what their items say.
 */
export function linkedPictures(
  item: XmlElement,
  blocks: SourceBlock[],
  { pictures, span, published, at, base }: Around,
): {
  picture?: SourcePicture;
  spares: SourcePicture[];
  blocks: SourceBlock[];
  warnings: Problem[];
} {
  const warnings: Problem[] = [];
  const leaveOut = (guid: string, why: string, place: string): void => {
    const message = `left out: the picture "${guid.slice(0, 100)}" ${why}`;
    warnings.push({ code: 'held-association', at: joinPath(at, place), message });
  };
  const links = residuesOf(item).flatMap((guid) => pictures.byGuid.get(guid) ?? []);
  const isLinked = new Set(links);
  const keyOf = ({ src }: SourcePicture): string => anySizeKey(src, base);
  const own = newsmlPicture(item, base);
  // The renditions of one item are one picture: what is said of one is said of all.
  const renditionsBy = keysByItem(item, base);
  const ownKeys = own === undefined ? [] : [...renditionsBy.values()].flat();
  const keysHere = [...new Set([...ownKeys, ...picturesIn(blocks).map(keyOf)])];
  const inText = keysHere.flatMap((key) => pictures.byKey.get(key) ?? []);
  const named = [...new Set([...links, ...inText])].map((one): Linked => {
    const guid = one.attribute('guid') ?? '';
    const { picture, keys: known } = pictures.shownBy(one);
    const renditions = guid === '' ? [] : (renditionsBy.get(guid) ?? []);
    const keys = [...known, ...renditions];
    const isLink = isLinked.has(one) && renditions.length === 0;
    const status = statusOf(one);
    const times = spanOfPicture(spanOf(one), span, published);
    const hold = status === 'usable' ? times : `is "${status.slice(0, 40)}"`;
    if (typeof hold !== 'string') {
      const leads = isLinked.has(one) ? { picture } : {};
      return { guid, keys, span: hold, src: picture?.src, ...leads };
    }
    leaveOut(guid, hold, isLink ? 'itemMeta.link' : 'contentSet');
    return { guid, keys, span: 'held' };
  });
  const crowded = keysHere.filter((key) => pictures.crowded.has(key));
  for (const key of crowded)
    leaveOut(key, `is named by more than ${mostAlike} items with times of their own`, 'contentSet');
  const bonds = bondsOf([
    ...named,
    { keys: crowded, span: 'held' },
    { keys: ownKeys, span: {}, src: own?.src },
  ]);
  const ownSpan = spanOfAll(ownKeys, bonds);
  const lead = own && ownSpan !== 'held' ? { ...own, ...ownSpan } : undefined;
  const bound = bindPictures(blocks, bonds, base);
  const linked = named.flatMap(({ picture, span: times }) =>
    picture === undefined || times === 'held' ? [] : { ...picture, ...times },
  );
  const [picture, ...more] = withoutTwins(lead === undefined ? linked : [lead, ...linked], base);
  const spares = sparesOf(more, bound, base);
  return { ...field('picture', picture), spares, blocks: bound, warnings };
}
