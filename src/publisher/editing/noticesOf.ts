import { knownSlug, type Memory } from '../desk/memory.ts';
import type { Slip } from '../desk/slip.ts';

/** What sources say of stories they took back, by slug. */
export function noticesOf(items: readonly Slip[], memory: Memory): Map<string, string> {
  const notices = new Map<string, string>();
  for (const { notice, ...item } of items) {
    const slug = notice === undefined ? undefined : knownSlug(memory, item);
    if (slug !== undefined && notice !== undefined) notices.set(slug, notice);
  }
  return notices;
}
