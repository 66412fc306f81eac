import { orderOf } from '../../../model/time.ts';
import { hasOffset, onTheSafeSide } from './sourceTime.ts';

/** The latest of some times, in whatever order, so that what is held until then is held by all of them. */
export function latestOf(times: readonly (string | undefined)[]): string | undefined {
  const all = times.filter((time) => time !== undefined);
  const instant = lastOf(all.filter(hasOffset));
  const clock = lastOf(all.filter((time) => !hasOffset(time)));
  if (instant === undefined || clock === undefined) return instant ?? clock;
  // One without an offset is that of the edition's clocks, and nothing is known of an edition here: where it cannot be
  // told which is later, it is the moment that has come for every clock.
  const last = onTheSafeSide(clock, 'embargo');
  if (orderOf(instant) >= orderOf(last)) return instant;
  return orderOf(instant) <= orderOf(onTheSafeSide(clock, 'expiry')) ? clock : last;
}

function lastOf(times: readonly string[]): string | undefined {
  return times.toSorted((one, other) => orderOf(other) - orderOf(one) || (one < other ? -1 : 1))[0];
}
