import { isInstant } from '../../model/time.ts';

/** A moment whose offset is known, in the forms that other programs ask for. */
export interface ExactTime {
  /** Milliseconds since 1970. */
  order: number;
  /** `2025-12-17T04:10:00+01:00`. Source: RFC 3339 §5.6 */
  rfc3339: string;
  /** `Wed, 17 Dec 2025 04:10:00 +0100`. Source: RFC 822 §5, with the year in full as RSS 2.0 prefers */
  rfc822: string;
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const months = [
  ...(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'] as const),
  ...(['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const),
];

/**
 * An ISO 8601 time in the offset it was given in, or undefined when it has none: feeds cannot say "in no known zone",
 * and a guessed one would be wrong by hours.
 */
export function exactTime(at: string | undefined): ExactTime | undefined {
  if (at === undefined || !isInstant(at)) return undefined;
  const order = Date.parse(at);
  const written = /[+-]\d\d:\d\d$/.exec(at)?.[0] ?? '+00:00';
  const minutes = Number(written.slice(1, 3)) * 60 + Number(written.slice(4));
  // Read back from the moment, so that 24:00 and 30 February come out as the times they are.
  const local = new Date(order + (written.startsWith('-') ? -minutes : minutes) * 60_000);
  const iso = local.toISOString();
  const clock = iso.slice(11, 19);
  const offset = written.replace('-00:00', '+00:00');
  const day = String(local.getUTCDate()).padStart(2, '0');
  return {
    order,
    rfc3339: iso.replace(/(\.000)?Z$/, offset),
    rfc822: `${days[local.getUTCDay()]}, ${day} ${months[local.getUTCMonth()]} ${iso.slice(0, 4)} ${clock} ${offset.replace(':', '')}`,
  };
}

/** The last of some moments. */
export function latestTime(times: readonly (ExactTime | undefined)[]): ExactTime | undefined {
  return times.reduce((last, time) => {
    if (time === undefined || (last !== undefined && last.order >= time.order)) return last;
    return time;
  }, undefined);
}

/** When a story last changed, as far as it is known exactly. */
export function changedTime(story: {
  published?: { at: string };
  updated?: { at: string };
}): ExactTime | undefined {
  return exactTime(story.updated?.at) ?? exactTime(story.published?.at);
}
