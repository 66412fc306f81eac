import type { Picture } from '../../../model/picture.ts';
import { picturesIn } from '../../../model/picturesIn.ts';
import type { FullStory } from '../../../model/story.ts';

/** The pictures of a story: the one it opens with, then those of its body in order. */
export function storyPictures({ picture, body }: FullStory): Picture[] {
  return [...(picture === undefined ? [] : [picture]), ...picturesIn(body)];
}
