import { getRecord, ownOf } from './own.ts';
import type { Copy } from './records.ts';

/** The reader's copy of a story and when it was saved (milliseconds since 1970), if there is one that can be read. */
export async function findKept(
  base: string,
  slug: string,
): Promise<(Copy & { savedAt: number }) | undefined> {
  const own = ownOf(base);
  const [copy, saved] = await Promise.all([
    getRecord(own, 'copies', slug),
    getRecord(own, 'saved', slug),
  ]);
  // A copy without its line was removed, and may still be put back.
  if (!copy.ok || copy.value === undefined || !saved.ok || saved.value === undefined) {
    return undefined;
  }
  return { ...copy.value, savedAt: saved.value.savedAt };
}
