import { knownSlug, type Memory } from '../desk/memory.ts';
import type { Slip } from '../desk/slip.ts';
import type { ReadSlips } from './readSlips.ts';

/**
 * Addresses of the items that gave way to the same story from another source: what is out under them must not stay beside
 * it, though the rest of their source stays because it is full or was refused.
 * @param newest the items that did not
 */
export function gaveWaySlugs(
  { items }: Pick<ReadSlips, 'items'>,
  newest: readonly Slip[],
  memory: Memory,
): Set<string> {
  if (items.length === newest.length) return new Set();
  const stay = new Set(newest.map(({ ref }) => ref));
  const others = items.map(({ note }) => note.slip).filter(({ ref }) => !stay.has(ref));
  return new Set(others.flatMap((one) => knownSlug(memory, one) ?? []));
}
