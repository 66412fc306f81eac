import type { Block } from './body.ts';

/** All pictures of a body, in reading order: ours, or its source's. */
export function picturesIn<AnyPicture>(blocks: readonly Block<AnyPicture>[]): AnyPicture[] {
  return blocks.flatMap((block): AnyPicture[] => {
    switch (block.type) {
      case 'picture':
        return [block.picture];
      case 'gallery':
        return block.pictures;
      case 'quote':
        return picturesIn(block.blocks);
      case 'list':
        return block.items.flatMap((item) => picturesIn(item));
      default:
        return [];
    }
  });
}
