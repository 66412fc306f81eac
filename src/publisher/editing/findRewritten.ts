import type { Slip } from '../desk/slip.ts';
import { findSame, type Search } from './findRenamed.ts';

/**
 * Slugs of the stories whose file has another slug and another headline since, and half of their paragraphs or more: they
 * are not taken back, only moved. A place in a list of articles may since be another story's, and is not looked at.
 * @param named the stories that go out
 */
export async function findRewritten(
  named: readonly { slug: string; slip: Slip }[],
  search: Pick<Search, 'files' | 'out' | 'drafts' | 'before'>,
): Promise<Set<string>> {
  const rewritten = new Set<string>();
  const here = new Set(named.map(({ slug }) => slug));
  const gone = [...search.before].filter(
    ([slug, { withdrawn }]) => withdrawn === undefined && !here.has(slug),
  );
  if (gone.length === 0) return rewritten;
  const byRef = new Map(named.map(({ slip }) => [slip.ref, slip]));
  for (const [slug, { ref, headline }] of gone) {
    const slip = / \[\d+\]$/.test(ref) ? undefined : byRef.get(ref);
    if (slip === undefined || slip.headline === headline) continue;
    if ((await findSame(slug, [slip], search)) !== undefined) rewritten.add(slug);
  }
  return rewritten;
}
