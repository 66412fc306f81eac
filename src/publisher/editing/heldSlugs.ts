import { slugFrom } from '../../model/slug.ts';
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

/**
 * Why stories are held back, by the slug that an editor would name each by: its own, the one it was out under, or the
 * one that its file or headline gives.
 */
export function heldReasons(
  items: readonly Slip[],
  held: readonly Notice[],
  memory: Memory,
): Map<string, string> {
  if (held.length === 0) return new Map();
  const reasons = new Map(held.map(({ ref, problem }) => [ref, problem.message]));
  return new Map(
    items.flatMap((slip): [string, string][] => {
      const reason = reasons.get(slip.ref);
      const slug = knownSlug(memory, slip) ?? slip.fileSlug ?? slugFrom(slip.headline);
      return reason === undefined ? [] : [[slug, reason]];
    }),
  );
}
