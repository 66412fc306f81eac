import type { Block } from '../../model/body.ts';

/** What of a body may stay. */
interface Kept<AnyPicture> {
  picture: (picture: AnyPicture) => boolean;
  note?: (note: Extract<Block<AnyPicture>, { type: 'note' }>) => boolean;
}

/** A body without the pictures that may not be shown; what holds nothing then goes too. */
export function keepPictures<AnyPicture>(
  blocks: readonly Block<AnyPicture>[],
  kept: Kept<AnyPicture>,
): Block<AnyPicture>[] {
  return blocks.flatMap((block): Block<AnyPicture>[] => {
    switch (block.type) {
      case 'picture':
        return kept.picture(block.picture) ? [block] : [];
      case 'gallery': {
        const pictures = block.pictures.filter(kept.picture);
        return pictures.length === 0 ? [] : [{ ...block, pictures }];
      }
      case 'quote': {
        const inner = keepPictures(block.blocks, kept);
        return inner.length === 0 ? [] : [{ ...block, blocks: inner }];
      }
      case 'list': {
        const items = block.items
          .map((item) => keepPictures(item, kept))
          .filter((item) => item.length > 0);
        return items.length === 0 ? [] : [{ ...block, items }];
      }
      case 'note':
        return kept.note?.(block) === false ? [] : [block];
      default:
        return [block];
    }
  });
}
