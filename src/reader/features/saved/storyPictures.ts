import type { Block } from '../../../model/body.ts';
import type { Picture } from '../../../model/picture.ts';
import type { FullStory } from '../../../model/story.ts';

/** The pictures of a story: the one it opens with, then those of its body in order. */
export function storyPictures({ picture, body }: FullStory): Picture[] {
  return [...(picture === undefined ? [] : [picture]), ...picturesIn(body)];
}

function picturesIn(blocks: readonly Block[]): Picture[] {
  return blocks.flatMap((block): Picture[] => {
    switch (block.type) {
      case 'picture':
        return [block.picture];
      case 'gallery':
        return block.pictures;
      case 'quote':
        return picturesIn(block.blocks);
      case 'list':
        return block.items.flatMap(picturesIn);
      default:
        return [];
    }
  });
}
