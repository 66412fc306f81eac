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

/**
 * A text in which a picture is bound by what its source says of it elsewhere, under whichever of its addresses it stands:
 * what is held is taken out, what has times of its own gets them.
 */
export function bindPictures(
  blocks: SourceBlock[],
  named: readonly NamedPicture[],
  base?: string,
): SourceBlock[] {
  const spans = new Map<string, PictureSpan | 'held'>();
  for (const { keys, span } of named) {
    for (const key of keys) spans.set(key, bothOf(spans.get(key), span));
  }
  if (spans.size === 0) return blocks;
  const bind = (picture: SourcePicture): SourcePicture[] => {
    const span = spans.get(anySizeKey(picture.src, base));
    return span === 'held' ? [] : [{ ...picture, ...span }];
  };
  return changeBlocks(blocks, (block): SourceBlock[] => {
    switch (block.type) {
      case 'picture':
        return bind(block.picture).map((picture) => ({ ...block, picture }));
      case 'gallery': {
        const pictures = block.pictures.flatMap(bind);
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
