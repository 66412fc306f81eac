import type { Slip } from '../desk/slip.ts';
import type { Notice } from '../wire/wireItem.ts';

/** Clocks and offsets are off by hours, slips of the pen by years. Milliseconds. */
const slack = 36 * 60 * 60 * 1000;

/**
 * Says which stories have a time that is still to come: they go out, and stand above all others until then. Notice code:
 * `future-time`.
 */
export function tellFuture(stories: readonly Slip[], now: Date): Notice[] {
  // As text, days of four-digit years compare as they follow each other, and an archive of them costs nothing.
  const lastDay = new Date(now.getTime() + slack).toISOString().slice(0, 10);
  return stories.flatMap(({ ref, published }): Notice[] => {
    if (published === undefined || published.slice(0, 10) <= lastDay) return [];
    const message = `expected a time that has come, got ${published}; the story goes out, and stands first until then`;
    const mend = 'correct it, or write it as "embargo" to hold the story back until then';
    return [{ ref, problem: { code: 'future-time', at: 'published', message, mend } }];
  });
}
