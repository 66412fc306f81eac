import * as v from 'valibot';
import { isSlug } from '../../model/slug.ts';
import { reasons } from '../../model/trail.ts';
import type { RelatedRef, SourcePicture } from '../wire/wireItem.ts';
import { UnreadableRecord } from './record.ts';
import type { Shelf } from './shelf.ts';

/** A full story that is out, or was until it was taken back. */
export interface PublishedStory {
  /** The source it came from. */
  ref: string;
  headline: string;
  language: string;
  /** ISO 8601; absent while the story is in the edition. */
  withdrawn?: string;
  /** The source's words on why it was taken back. */
  notice?: string;
  /** ISO 8601 with offset; when its time ends, should its source not be readable then. */
  expires?: string;
  /** Its pictures whose own time ends, likewise. */
  pictures?: SourcePicture[];
  /** The editor's related list as the source has it, should the source not be readable next time. */
  related?: RelatedRef[];
}

const reason = v.exactOptional(v.picklist(reasons));

export const publishedStorySchema = v.object({
  ref: v.string(),
  headline: v.string(),
  language: v.string(),
  withdrawn: v.exactOptional(v.string()),
  notice: v.exactOptional(v.string()),
  expires: v.exactOptional(v.string()),
  pictures: v.exactOptional(
    v.array(
      v.object({
        src: v.string(),
        alt: v.nullable(v.string()),
        caption: v.exactOptional(v.string()),
        credit: v.exactOptional(v.string()),
        embargo: v.exactOptional(v.string()),
        expires: v.exactOptional(v.string()),
      }),
    ),
  ),
  related: v.exactOptional(
    v.array(
      v.union([
        v.object({ slug: v.string(), reason }),
        v.object({ headline: v.string(), url: v.exactOptional(v.string()), reason }),
      ]),
    ),
  ),
});

/** Every full story that ever went out, by slug. @throws {UnreadableRecord} */
export function readPublishedStories(shelf: Shelf, folder: string): Map<string, PublishedStory> {
  const stories = new Map<string, PublishedStory>();
  for (const [slug, text] of shelf.entries()) {
    const story = jsonOf(text);
    if (!isSlug(slug) || !isPublishedStory(story)) throw new UnreadableRecord(folder);
    stories.set(slug, story);
  }
  return stories;
}

/** Most are but three texts, which need no schema. */
function isPublishedStory(input: unknown): input is PublishedStory {
  if (typeof input !== 'object' || input === null) return false;
  const { ref, headline, language, ...rest } = input as Record<string, unknown>;
  const isPlain = [ref, headline, language].every((text) => typeof text === 'string');
  return (isPlain && Object.keys(rest).length === 0) || v.is(publishedStorySchema, input);
}

/** Puts down what the next run has to know of a story. */
export function keepStory(shelf: Shelf, slug: string, story: PublishedStory): void {
  shelf.set(slug, JSON.stringify(story));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
