import type { Block } from './body.ts';

type Holder<AnyPicture> = Extract<Block<AnyPicture>, { type: 'quote' | 'list' }>;

/** A block that holds no others. */
export type Leaf<AnyPicture> = Exclude<Block<AnyPicture>, Holder<AnyPicture>>;

/** A body in which each block that holds no others has become what `change` says; what holds nothing then goes. */
export function changeBlocks<From, To>(
  blocks: readonly Block<From>[],
  change: (leaf: Leaf<From>) => Block<To>[],
): Block<To>[] {
  return blocks.flatMap((block): Block<To>[] => {
    switch (block.type) {
      case 'quote': {
        const inner = changeBlocks(block.blocks, change);
        return inner.length === 0 ? [] : [{ ...block, blocks: inner }];
      }
      case 'list': {
        const items = block.items
          .map((item) => changeBlocks(item, change))
          .filter((item) => item.length > 0);
        return items.length === 0 ? [] : [{ ...block, items }];
      }
      default:
        return change(block);
    }
  });
}
