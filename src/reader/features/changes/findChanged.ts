import type { FullStory } from '../../../model/story.ts';
import type { Trail } from '../../../model/trail.ts';
import { someRecords, type Own } from '../../storage/own.ts';
import { fingerprintOf, saysTheSame } from '../../storage/readings.ts';

/** Stories of one page that are looked into, at most: each may be a request. */
const most = 12;

interface Asked {
  own: Own;
  slugs: readonly string[];
  /** The trails of the page. */
  trails: readonly Trail[];
  /** The story as it is now; undefined when it cannot be had. */
  fetchStory: (slug: string) => Promise<FullStory | undefined>;
}

/**
 * Which of these stories say something else than when the reader read them. A trail gives the hint, by its version or
 * its time of change; the story itself decides, since a version also changes with what stands around the text.
 */
export async function findChanged({
  own,
  slugs,
  trails,
  fetchStory,
}: Asked): Promise<ReadonlySet<string>> {
  const readings = await someRecords(own, 'readings', slugs);
  if (!readings.ok) return new Set();
  const hinted = readings.value.filter(({ slug, now }) =>
    trails.some(
      (trail) =>
        trail.slug === slug &&
        ((trail.version !== undefined && trail.version !== now.version) || isLater(trail, now)),
    ),
  );
  const changed = new Set<string>();
  for (const { slug, now } of hinted.slice(0, most)) {
    const story = await fetchStory(slug);
    const hasChanged =
      story === undefined
        ? trails.some((trail) => trail.slug === slug && isLater(trail, now))
        : !saysTheSame(fingerprintOf(story, 0), now);
    if (hasChanged) changed.add(slug);
  }
  return changed;
}

/** Whether the publisher gives another time of change than the one the reader's copy had. */
function isLater({ updated }: Trail, now: { updated?: string | undefined }): boolean {
  return updated !== undefined && updated.at !== now.updated;
}
