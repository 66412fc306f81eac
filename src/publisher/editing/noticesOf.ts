import { knownSlug, type Memory } from '../desk/memory.ts';
import type { Slip } from '../desk/slip.ts';

/** What sources say of stories they took back, by slug. */
export function noticesOf(items: readonly Slip[], memory: Memory): Map<string, string> {
  const notices = new Map<string, string>();
  for (const item of items) {
    if (item.notice === undefined) continue;
    const slug = knownSlug(memory, item);
    if (slug !== undefined) notices.set(slug, item.notice);
  }
  return notices;
}
