import type { Front } from '../../../model/edition.ts';
import type { Trail } from '../../../model/trail.ts';

/**
 * How a newer front differs from the one that was shown: stories that were not on it, and stories that are otherwise
 * now. A story's document changes with the headlines beside it too; that is no change of the story.
 */
export function countChanges(before: Front, after: Front): { added: number; changed: number } {
  const known = storiesOf(before);
  let added = 0;
  let changed = 0;
  for (const [slug, trail] of storiesOf(after)) {
    const was = known.get(slug);
    if (was === undefined) added += 1;
    else if (isChanged(was, trail)) changed += 1;
  }
  return { added, changed };
}

function isChanged(was: Trail, now: Trail): boolean {
  if (was.version === now.version) return false;
  if (was.copy !== undefined && now.copy !== undefined) return was.copy !== now.copy;
  // An edition of an older publisher tells no more than what its trails show.
  return (
    was.headline !== now.headline ||
    was.summary !== now.summary ||
    was.kicker !== now.kicker ||
    was.updated?.at !== now.updated?.at ||
    was.minutes !== now.minutes
  );
}

function storiesOf({ lead, second, strips, latest }: Front): Map<string, Trail> {
  const trails = [
    ...(lead === undefined ? [] : [lead.trail, ...lead.related]),
    ...second,
    ...strips.flatMap((strip) => strip.trails),
    ...latest,
  ].filter(({ kind }) => kind === 'story');
  return new Map(trails.map((trail) => [trail.slug, trail]));
}
