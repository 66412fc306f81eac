import { slugFrom, slugLimit } from '../../model/slug.ts';
import { compareText } from './order.ts';
import { hashOf } from './version.ts';

interface Wanted {
  id: string;
  /** The texts to make a slug from, best first. */
  texts: readonly (string | undefined)[];
}

/**
 * A slug for each id, the same whatever the order: the remembered one when it is still free; else the first text that
 * makes one; else `s-` and 8 hex of the id. Slugs that come out alike get `-` and 4 hex of the id, all of them, since
 * which of two came first is chance.
 * @param isTaken whether somebody else has a slug in this edition
 * @param remembered slugs of earlier editions by id; those of other ids are not given away
 */
export function deriveSlugs(
  wanted: readonly Wanted[],
  isTaken: (slug: string) => boolean,
  remembered: ReadonlyMap<string, string>,
): Map<string, string> {
  const slugs = new Map<string, string>();
  const given = new Set<string>();
  const isUsed = (slug: string): boolean => given.has(slug) || isTaken(slug);
  const groups = new Map<string, Wanted[]>();
  const fresh: Wanted[] = [];
  // Of two that had one slug the first by id keeps it. Most archives have none such, and need not be put in order.
  for (const one of haveOwnSlugs(wanted, remembered) ? wanted : byId(wanted)) {
    const own = remembered.get(one.id);
    if (own !== undefined && !isUsed(own)) {
      slugs.set(one.id, own);
      given.add(own);
    } else fresh.push(one);
  }
  for (const one of byId(fresh)) {
    const base = baseOf(one);
    const group = groups.get(base);
    if (group === undefined) groups.set(base, [one]);
    else group.push(one);
  }
  // What an earlier edition gave away stays given: an old link must never open another story.
  if (groups.size > 0) for (const slug of remembered.values()) given.add(slug);
  for (const [base, group] of groups) {
    for (const { id } of group) {
      const slug = group.length === 1 && !isUsed(base) ? base : distinct(base, id, isUsed);
      slugs.set(id, slug);
      given.add(slug);
    }
  }
  return slugs;
}

function byId(wanted: readonly Wanted[]): Wanted[] {
  return wanted.toSorted((one, other) => compareText(one.id, other.id));
}

/** Whether no two of them had one slug. */
function haveOwnSlugs(wanted: readonly Wanted[], remembered: ReadonlyMap<string, string>): boolean {
  const known = wanted.flatMap(({ id }) => remembered.get(id) ?? []);
  return new Set(known).size === known.length;
}

function baseOf({ id, texts }: Wanted): string {
  for (const text of texts) {
    const slug = text === undefined ? '' : slugFrom(text);
    if (slug !== '') return slug;
  }
  return `s-${hashOf(id, 8)}`;
}

function distinct(base: string, id: string, isUsed: (slug: string) => boolean): string {
  for (let digits = 4; ; digits += 4) {
    const short = base.slice(0, slugLimit - digits - 1).replace(/-+$/, '');
    const slug = `${short}-${hashOf(id, digits)}`;
    // 64 digits are the whole hash: two ids alike in all of it would be one id.
    if (!isUsed(slug) || digits >= 64) return slug;
  }
}
