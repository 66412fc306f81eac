import { knownSlug, type Memory } from '../desk/memory.ts';
import type { Slip } from '../desk/slip.ts';
import type { Notice } from '../wire/wireItem.ts';

/** Addresses of the items that are held back, where they have one. */
export function heldSlugs(
  items: readonly Slip[],
  held: readonly Notice[],
  memory: Memory,
): Set<string> {
  const refs = new Set(held.map(({ ref }) => ref));
  const waiting = refs.size === 0 ? [] : items.filter(({ ref }) => refs.has(ref));
  return new Set(waiting.flatMap((slip) => knownSlug(memory, slip) ?? []));
}
