import type { Reason, RelatedTrail } from '../../model/trail.ts';
import type { Filed } from './filed.ts';
import { toNamed } from './names.ts';
import { present } from './present.ts';

/** How much it says that two stories share one of these, and how the list puts it into words. */
const bonds = [
  { field: 'people', weight: 3, reason: 'same-people' },
  { field: 'places', weight: 2, reason: 'same-place' },
  { field: 'tags', weight: 1, reason: undefined },
] as const satisfies { field: string; weight: number; reason: Reason | undefined }[];

/**
 * How many stories of a topic are looked at on either side of a story. It bounds the work in a large archive, and how
 * many stories a new one can change.
 */
const reach = 12;

/** Finds the stories that share people, places or tags: most shared first, then nearest in time. */
export function relateByTopic(
  filed: readonly Filed[],
): (slug: string, list: readonly RelatedTrail[], upTo: number) => RelatedTrail[] {
  const places = new Map(filed.map(({ story }, place) => [story.slug, place]));
  const topics = new Map<string, number[]>();
  const keysOf = filed.map((one) => topicKeys(one));
  keysOf.forEach((keys, place) => {
    for (const { key } of keys) {
      const members = topics.get(key);
      if (members === undefined) topics.set(key, [place]);
      else members.push(place);
    }
  });

  return (slug, list, upTo) => {
    const own = places.get(slug);
    if (own === undefined) return [...list];
    const scores = new Map<number, { score: number; reason: Reason | undefined }>();
    for (const { key, weight, reason } of keysOf[own] ?? []) {
      const members = topics.get(key) ?? [];
      const at = findPlace(members, own);
      for (const place of members.slice(Math.max(0, at - reach), at + reach + 1)) {
        const before = scores.get(place);
        // The bonds come strongest first, so the first reason is the one to name.
        scores.set(place, {
          score: (before?.score ?? 0) + weight,
          reason: before === undefined ? reason : before.reason,
        });
      }
    }
    const listed = new Set([slug, ...list.map((trail) => trail.slug)]);
    const nearest = [...scores].toSorted(
      ([one, a], [other, b]) =>
        b.score - a.score || Math.abs(one - own) - Math.abs(other - own) || one - other,
    );
    const filled = [...list];
    for (const [place, { reason }] of nearest) {
      const trail = filed[place]?.trail;
      if (filled.length >= upTo) break;
      if (trail === undefined || listed.has(trail.slug)) continue;
      filled.push({ ...trail, ...present({ reason }) });
    }
    return filled;
  };
}

interface TopicKey {
  key: string;
  weight: number;
  reason: Reason | undefined;
}

function topicKeys({ item }: Filed): TopicKey[] {
  return bonds.flatMap(({ field, weight, reason }) => {
    const slugs = new Set(item[field].flatMap((name) => toNamed(name, 't')?.slug ?? []));
    return [...slugs].map((slug) => ({ key: `${field} ${slug}`, weight, reason }));
  });
}

/** Binary search: the members of a topic are in the order of the edition. */
function findPlace(members: readonly number[], own: number): number {
  let [low, high] = [0, members.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((members[middle] ?? Infinity) < own) low = middle + 1;
    else high = middle;
  }
  return low;
}
