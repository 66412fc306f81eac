import { changeBlocks } from '../../../model/changeBlocks.ts';
import { picturesIn } from '../../../model/picturesIn.ts';
import { field } from '../field.ts';
import type { SourceBlock, SourcePicture } from '../wireItem.ts';
import { anySizeKey } from './anySizeKey.ts';
import type { PictureSpan } from './findPartsHold.ts';
import { latestOf } from './latestOf.ts';
import { isTracker } from './trackers.ts';

/** A picture that a source names beside its text, which may show it without a word of when it may be shown. */
export interface NamedPicture {
  /** Of all the addresses that it has, one for each size. */
  keys: readonly string[];
  span: PictureSpan | 'held';
  /** The best of its addresses, under which all its sizes are one picture. */
  src?: string | undefined;
}

type Bond = Pick<NamedPicture, 'span' | 'src'>;

/** What is said of pictures, by their keys. */
export type Bonds = ReadonlyMap<string, Bond>;

export function bondsOf(named: readonly NamedPicture[]): Bonds {
  const bonds = new Map<string, Bond>();
  for (const { keys, span, src } of named) {
    for (const key of keys) {
      const before = bonds.get(key);
      bonds.set(key, { span: bothOf(before?.span, span), src: before?.src ?? src });
    }
  }
  return bonds;
}

/** What is said of a picture that has all these keys. */
export function spanOfAll(keys: readonly string[], bonds: Bonds): Bond['span'] {
  return keys.reduce<Bond['span']>((span, key) => bothOf(span, bonds.get(key)?.span), {});
}

/** See Surroundings: what is held binds most, then what has times of its own. */
export function bindingIn(bonds: Bonds, key: string): number | undefined {
  const span = bonds.get(key)?.span;
  if (span === undefined) return undefined;
  if (span === 'held') return 2;
  return span.embargo === undefined && span.expires === undefined ? 0 : 1;
}

/** A picture with the times that are said of it, under its best address, or undefined when it is held. */
export function bindPicture(
  picture: SourcePicture,
  bonds: Bonds,
  base?: string,
): SourcePicture | undefined {
  const bond = bonds.get(anySizeKey(picture.src, base));
  if (bond === undefined) return picture;
  const src = bond.src ?? picture.src;
  const span = bothOf(bond.span, bonds.get(anySizeKey(src, base))?.span);
  return span === 'held' ? undefined : { ...picture, src, ...span };
}

/**
 * A text in which a picture is bound by what its source says of it elsewhere, under whichever of its addresses it stands:
 * what is held is taken out, what has times of its own gets them.
 */
export function bindPictures(blocks: SourceBlock[], bonds: Bonds, base?: string): SourceBlock[] {
  if (bonds.size === 0) return blocks;
  return changeBlocks(blocks, (block): SourceBlock[] => {
    switch (block.type) {
      case 'picture': {
        const picture = bindPicture(block.picture, bonds, base);
        return picture === undefined ? [] : [{ ...block, picture }];
      }
      case 'gallery': {
        const pictures = block.pictures.flatMap((one) => bindPicture(one, bonds, base) ?? []);
        return pictures.length === 0 ? [] : [{ ...block, pictures }];
      }
      default:
        return [block];
    }
  });
}

/** Pictures, each in the first of its sizes only. */
export function withoutTwins(pictures: readonly SourcePicture[], base?: string): SourcePicture[] {
  const first = new Map<string, SourcePicture>();
  for (const picture of pictures) {
    const key = anySizeKey(picture.src, base);
    if (!first.has(key)) first.set(key, picture);
  }
  return [...first.values()];
}

/** Those of some pictures that a text does not show itself. */
export function sparesOf(
  pictures: readonly SourcePicture[],
  blocks: readonly SourceBlock[],
  base?: string,
): SourcePicture[] {
  const shown = new Set(picturesIn(blocks).map(({ src }) => anySizeKey(src, base)));
  return pictures.filter(({ src }) => !isTracker(src, {}) && !shown.has(anySizeKey(src, base)));
}

/** Two pictures under one address are shown when both may be. */
function bothOf(
  one: PictureSpan | 'held' = {},
  other: PictureSpan | 'held' = {},
): PictureSpan | 'held' {
  if (one === 'held' || other === 'held') return 'held';
  const ends = [one.expires, other.expires].filter((time) => time !== undefined);
  const [end] = ends.toSorted((a, b) => Date.parse(a) - Date.parse(b));
  return {
    ...field('embargo', latestOf([one.embargo, other.embargo])),
    ...field('expires', end),
  };
}
