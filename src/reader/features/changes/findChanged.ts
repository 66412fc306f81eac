import type { FullStory } from '../../../model/story.ts';
import type { Trail } from '../../../model/trail.ts';
import { someRecords, type Own } from '../../storage/own.ts';
import { fingerprintOf, noteSame, saysTheSame } from '../../storage/readings.ts';
import type { Fingerprint } from '../../storage/records.ts';

/** Stories of one page that are looked into, at most: each may be a request, and few pages show more. */
const most = 60;

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
 * its time of change; the story itself decides, since a version also changes with what stands around the text. One that
 * cannot be had, or comes as it was before, is judged by what the trail tells. Where a front names the copy that the
 * reader read, nothing is asked; one that says the same by another name is noted, so that no front asks for it again.
 */
export async function findChanged({
  own,
  slugs,
  trails,
  fetchStory,
}: Asked): Promise<ReadonlySet<string>> {
  const readings = await someRecords(own, 'readings', slugs);
  if (!readings.ok) return new Set();
  const bySlug = new Map(trails.map((trail) => [trail.slug, trail]));
  const hinted = readings.value.flatMap(({ slug, now }) => {
    const trail = bySlug.get(slug);
    return trail !== undefined && isHint(trail, now) ? { slug, now, trail } : [];
  });
  const changed = new Set<string>();
  for (const { slug, now, trail } of hinted.slice(0, most)) {
    const story = await fetchStory(slug);
    // The worker gives the copy that it has, and fetches the one that the front speaks of after that.
    const isTold = story?.version === (trail.version ?? story?.version);
    const isSame =
      story !== undefined && isTold
        ? saysTheSame(fingerprintOf(story, 0), now)
        : !isLater(trail, now) && !isOther(trail, now);
    if (!isSame) changed.add(slug);
    else if (story !== undefined && story.version === trail.version)
      await noteSame(own, story, trail.copy);
  }
  return changed;
}

/** Whether a front calls the story's words by another name than it did when they were read. */
function isOther({ copy }: Trail, now: Fingerprint): boolean {
  return copy !== undefined && now.copy !== undefined && copy !== now.copy;
}

function isHint(trail: Trail, now: Fingerprint): boolean {
  if (trail.copy !== undefined && trail.copy === now.copy) return false;
  return (trail.version !== undefined && trail.version !== now.version) || isLater(trail, now);
}

/** Whether the publisher gives another time of change than the one the reader's copy had. */
function isLater({ updated }: Trail, now: { updated?: string | undefined }): boolean {
  return updated !== undefined && updated.at !== now.updated;
}
