import type { Pointer } from '../../model/edition.ts';
import type { FullStory } from '../../model/story.ts';
import type { Plan } from '../desk/plan.ts';
import { hashOf } from '../desk/version.ts';

/** What of an edition its host files are made from. */
export type Hosted = Pick<Plan, 'site' | 'filed' | 'lists' | 'months' | 'pages'> & {
  /** When the edition was published. */
  published: Pointer['published'];
  /** ISO 8601; when the run takes place, which may be later. */
  now: string;
};

/** A file of an edition that is still to be made. */
export interface HostFile {
  /** Path inside the edition. */
  path: string;
  /** What it is made from: the same key, the same text. */
  key: string;
  /** Slugs of the stories that it needs whole, in order. */
  stories: readonly string[];
  /** @param stories those that it needs */
  make: (stories: readonly FullStory[]) => string;
}

/** A file so small that it is made at once. */
export function textFile(address: string, text: string): HostFile {
  return { path: address.slice(1), key: hashOf(text, 16), stories: [], make: () => text };
}

/** The file that stands at an address as it is. @param facts all that its text is made from */
export function hostFile(
  address: string,
  facts: readonly (string | undefined)[],
  make: () => string,
): HostFile {
  return { path: address.slice(1), key: hashOf(facts.join('\n'), 16), stories: [], make };
}
