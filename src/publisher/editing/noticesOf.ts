import type { Memory } from '../desk/memory.ts';
import type { Slip } from '../desk/slip.ts';

/** What sources say of stories they took back, by slug. */
export function noticesOf(items: readonly Slip[], { slugs }: Memory): Map<string, string> {
  const notices = new Map<string, string>();
  for (const { id, givenSlug, notice } of items) {
    const slug = givenSlug ?? (Object.hasOwn(slugs, id) ? slugs[id] : undefined);
    if (slug !== undefined && notice !== undefined) notices.set(slug, notice);
  }
  return notices;
}
