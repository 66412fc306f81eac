import type { Fetched } from '../fetch/fetched.ts';
import type { Fetch } from '../fetch/safeFetch.ts';

/** How long an answer counts before a feed is asked again, milliseconds. */
export const feedInterval = 5 * 60_000;

interface CalmFetch {
  fetch: Fetch;
  /** From now on every feed is asked anew. */
  forget: () => void;
}

/**
 * Asks these feeds once in five minutes at most, however often the editor saves: in between their last answer counts,
 * good or bad. Everything else is asked as ever.
 * @param now milliseconds
 */
export function createCalmFetch(
  fetch: Fetch,
  feeds: readonly string[],
  now: () => number,
): CalmFetch {
  const answers = new Map<string, { at: number; fetched: Fetched }>();
  return {
    async fetch(address, options) {
      if (!feeds.includes(address)) return fetch(address, options);
      const last = answers.get(address);
      if (last !== undefined && now() - last.at < feedInterval) return last.fetched;
      const fetched = await fetch(address, options);
      answers.set(address, { at: now(), fetched });
      return fetched;
    },
    forget: () => answers.clear(),
  };
}
