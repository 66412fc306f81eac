import type { Reason, RelatedTrail } from '../../model/trail.ts';

/** Headlines that share a reason, or the absence of one; `start` is the rank of the first in the whole list. */
export interface RelatedGroup {
  reason?: Reason;
  start: number;
  trails: RelatedTrail[];
}

/**
 * Groups ranked headlines by reason. Groups follow their best-ranked headline and keep rank order inside; the numbers
 * run through from the first group to the last.
 */
export function relatedGroups(related: readonly RelatedTrail[]): RelatedGroup[] {
  const byReason = new Map<Reason | undefined, RelatedTrail[]>();
  for (const trail of related) {
    const trails = byReason.get(trail.reason);
    if (trails === undefined) byReason.set(trail.reason, [trail]);
    else trails.push(trail);
  }
  let start = 1;
  return [...byReason].map(([reason, trails]) => {
    const group = { ...(reason !== undefined && { reason }), start, trails };
    start += trails.length;
    return group;
  });
}
