import { changeBlocks } from '../../../model/changeBlocks.ts';
import { field } from '../field.ts';
import { latestOf } from '../findLaterTime.ts';
import type { SourceBlock, SourcePicture } from '../wireItem.ts';
import { anySizeKey } from './anySizeKey.ts';
import type { PictureSpan } from './findPartsHold.ts';

/** A picture that a source names beside its text, which may show it without a word of when it may be shown. */
export interface NamedPicture {
  /** Of all the addresses that it has, one for each size. */
  keys: readonly string[];
  span: PictureSpan | 'held';
}

/** What is said of pictures, by their keys. */
export type Bonds = ReadonlyMap<string, PictureSpan | 'held'>;

export function bondsOf(named: readonly NamedPicture[]): Bonds {
  const bonds = new Map<string, PictureSpan | 'held'>();
  for (const { keys, span } of named) {
    for (const key of keys) bonds.set(key, bothOf(bonds.get(key), span));
  }
  return bonds;
}

/** See Surroundings: what is held binds most, then what has times of its own. */
export function bindingIn(bonds: Bonds, key: string): number | undefined {
  const bond = bonds.get(key);
  if (bond === undefined) return undefined;
  if (bond === 'held') return 2;
  return bond.embargo === undefined && bond.expires === undefined ? 0 : 1;
}

/** A picture with the times that are said of it, or undefined when it is held. */
export function bindPicture(
  picture: SourcePicture,
  bonds: Bonds,
  base?: string,
): SourcePicture | undefined {
  const bond = bonds.get(anySizeKey(picture.src, base));
  return bond === 'held' ? undefined : { ...picture, ...bond };
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

/** Two pictures under one address are shown when both may be. */
function bothOf(one: PictureSpan | 'held' = {}, other: PictureSpan | 'held'): PictureSpan | 'held' {
  if (one === 'held' || other === 'held') return 'held';
  const ends = [one.expires, other.expires].filter((time) => time !== undefined);
  const [end] = ends.toSorted((a, b) => Date.parse(a) - Date.parse(b));
  return {
    ...field('embargo', latestOf([one.embargo, other.embargo])),
    ...field('expires', end),
  };
}
