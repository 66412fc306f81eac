import type { Block } from '../../model/body.ts';
import { changeBlocks } from '../../model/changeBlocks.ts';
import type { Picture } from '../../model/picture.ts';
import type { SourceBlock, SourcePicture } from '../wire/wireItem.ts';
import type { PressedPicture } from './pictureCache.ts';

/** Finds what was made of a picture; undefined when the story goes without it. */
type FindPressed = (src: string) => PressedPicture | undefined;

/** The picture a source named with the renditions made of it and the source's own words. */
export function placePicture(source: SourcePicture, find: FindPressed): Picture | undefined {
  const pressed = find(source.src);
  if (pressed === undefined) return undefined;
  const { alt, caption, credit } = source;
  return {
    alt,
    ...(caption === undefined ? {} : { caption }),
    ...(credit === undefined ? {} : { credit }),
    ...pressed,
  };
}

/** What a picture that could not be had leaves of itself: its words are part of the story. */
export function wordsInstead({ caption, credit }: SourcePicture): Block[] {
  const words =
    caption === undefined || credit === undefined
      ? [caption ?? credit]
      : [`${caption} (${credit})`];
  return words.flatMap((text): Block[] =>
    text === undefined ? [] : [{ type: 'note', children: [text] }],
  );
}

/**
 * A body with our pictures in the place of the source's; of those that could not be had the words stay, and blocks that
 * are empty then go.
 */
export function placePictures(blocks: readonly SourceBlock[], find: FindPressed): Block[] {
  return changeBlocks(blocks, (block): Block[] => {
    switch (block.type) {
      case 'picture': {
        const picture = placePicture(block.picture, find);
        return picture === undefined ? wordsInstead(block.picture) : [{ ...block, picture }];
      }
      case 'gallery': {
        const pictures = block.pictures.flatMap((picture) => placePicture(picture, find) ?? []);
        const missing = block.pictures.filter(({ src }) => find(src) === undefined);
        const gallery = pictures.length === 0 ? [] : [{ ...block, pictures }];
        return [...gallery, ...missing.flatMap(wordsInstead)];
      }
      default:
        return [block];
    }
  });
}
