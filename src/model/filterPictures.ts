import type { Block } from './body.ts';
import { changeBlocks, type Leaf } from './changeBlocks.ts';

/** What of a body may stay. */
interface Kept<AnyPicture> {
  picture: (picture: AnyPicture) => boolean;
  note?: (note: Extract<Block<AnyPicture>, { type: 'note' }>) => boolean;
}

/** A body without the pictures that may not be shown; what holds nothing then goes too. */
export function filterPictures<AnyPicture>(
  blocks: readonly Block<AnyPicture>[],
  kept: Kept<AnyPicture>,
): Block<AnyPicture>[] {
  return changeBlocks(blocks, (block: Leaf<AnyPicture>): Block<AnyPicture>[] => {
    switch (block.type) {
      case 'picture':
        return kept.picture(block.picture) ? [block] : [];
      case 'gallery': {
        const pictures = block.pictures.filter(kept.picture);
        return pictures.length === 0 ? [] : [{ ...block, pictures }];
      }
      case 'note':
        return kept.note?.(block) === false ? [] : [block];
      default:
        return [block];
    }
  });
}
