import { directionOf } from '../../model/language.ts';
import type { Withdrawn } from '../../model/story.ts';
import type { Config } from '../config.ts';
import { storyTime } from './dates.ts';
import type { Filed } from './filed.ts';
import { compareText } from './order.ts';
import { present } from './present.ts';
import { seal, unsealed } from './version.ts';

/** A story that was taken back: its address stays and says so. */
export interface WithdrawnStory {
  slug: string;
  headline: string;
  language: string;
  notice?: string;
  /** ISO 8601 */
  at?: string;
}

const insteadOfWithdrawn = 5;

/** A story that is here again is not withdrawn any more. */
export function toWithdrawn(
  withdrawn: readonly WithdrawnStory[],
  filed: readonly Filed[],
  { language, timeZone }: Config,
): Withdrawn[] {
  const here = new Set(filed.map(({ story }) => story.slug));
  const related = filed.slice(0, insteadOfWithdrawn).map(({ trail }) => trail);
  return withdrawn
    .filter(({ slug }) => !here.has(slug))
    .toSorted((one, other) => compareText(one.slug, other.slug))
    .map((story) =>
      seal({
        schema: 'lede-story/1',
        slug: story.slug,
        version: unsealed,
        headline: story.headline,
        language: story.language,
        dir: directionOf(story.language),
        related,
        kind: 'withdrawn',
        ...present({
          notice: story.notice,
          at: story.at === undefined ? undefined : storyTime(story.at, language, timeZone),
        }),
      }),
    );
}
