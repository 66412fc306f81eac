import type { FullStory } from '../../model/story.ts';
import type { RelatedTrail, Trail } from '../../model/trail.ts';
import type { Filed } from './filed.ts';
import { present } from './present.ts';
import { seal } from './version.ts';

/**
 * A story's document: what is its own, and what its place in the edition gives it.
 * @param draft its own part, from its source or from a document of an edition before; whatever place that had is replaced
 */
export function toStory(
  draft: FullStory,
  { slug, section }: Filed,
  related: RelatedTrail[],
  next: Trail | undefined,
): FullStory {
  // Fields that are replaced keep their places, which are those of the reader's parser.
  const story = { ...draft, slug, related, ...present({ section }) };
  delete story.next;
  return seal({ ...story, ...present({ next }) });
}
