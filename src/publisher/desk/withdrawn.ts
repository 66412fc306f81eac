import { directionOf } from '../../model/language.ts';
import type { Withdrawn } from '../../model/story.ts';
import { orderOf } from '../../model/time.ts';
import type { Trail } from '../../model/trail.ts';
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

export interface PlannedNotice {
  story: WithdrawnStory;
  /** To be read instead. */
  instead: readonly Filed[];
}

const insteadOfWithdrawn = 5;
/** In how many notices a story can stand, so that its change never rewrites more pages than that. */
const mostNotices = 50;

/**
 * The notices of stories that were taken back, each with the stories that were the newest when that happened: what comes
 * later changes no notice. A story that is here again is not withdrawn any more.
 * @param filed all full stories, newest first
 */
export function planNotices(
  withdrawn: readonly WithdrawnStory[],
  filed: readonly Filed[],
): PlannedNotice[] {
  if (withdrawn.length === 0) return [];
  const here = new Set(filed.map(({ slug }) => slug));
  const dated = filed.map((one) => ({ one, at: orderAt(one.item.published) }));
  const shown = new Map<Filed, number>();
  return withdrawn
    .filter(({ slug }) => !here.has(slug))
    .toSorted(
      (one, other) => orderAt(one.at) - orderAt(other.at) || compareText(one.slug, other.slug),
    )
    .map((story) => {
      const until = orderAt(story.at);
      const instead: Filed[] = [];
      for (const { one, at } of dated) {
        if (instead.length === insteadOfWithdrawn) break;
        const times = shown.get(one) ?? 0;
        if (at > until || times >= mostNotices) continue;
        shown.set(one, times + 1);
        instead.push(one);
      }
      return { story, instead };
    });
}

/** Without a time it counts as older than everything. */
function orderAt(at: string | undefined): number {
  const order = at === undefined ? Number.NaN : orderOf(at);
  return Number.isNaN(order) ? Number.MIN_SAFE_INTEGER : order;
}

/** The notice's document. */
export function toNotice(
  { slug, headline, language, notice, at }: WithdrawnStory,
  instead: readonly Trail[],
  config: Pick<Config, 'language' | 'timeZone'>,
): Withdrawn {
  return seal({
    schema: 'lede-story/1',
    slug,
    version: unsealed,
    headline,
    language,
    dir: directionOf(language),
    related: [...instead],
    kind: 'withdrawn',
    ...present({
      notice,
      at: at === undefined ? undefined : storyTime(at, config.language, config.timeZone),
    }),
  });
}
