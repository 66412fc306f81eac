import type { Notice, Refusal, WireItem } from '../wire/wireItem.ts';
import { briefId } from './headlineKey.ts';
import { deriveSlugs } from './deriveSlugs.ts';
import { knownSlug, type Memory } from './memory.ts';
import { compareRefs, compareText } from './order.ts';
import { sharedSlugs } from './sharedSlugs.ts';

/** What an item's address is made from. */
type Nameable = Pick<WireItem, 'ref' | 'id' | 'givenSlug' | 'fileSlug' | 'headline'>;

/** An item that has its address. */
export interface Slugged<Item> {
  item: Item;
  slug: string;
}

interface WithSlugs<Item> {
  items: Slugged<Item>[];
  refused: Refusal[];
  notices: Notice[];
}

/**
 * Gives every item its slug: the editor's, else the one it had before, else from the file's name or the headline.
 * A given slug is kept or refused, never changed. The result does not depend on the order of the items.
 * Problem codes: `slug-taken` (two given slugs alike), `id-taken` (two items with one id), and the notice
 * `slug-shared` (files of one name).
 */
export function assignSlugs<Item extends Nameable>(
  items: readonly Item[],
  memory: Memory,
): WithSlugs<Item> {
  const known = items.map((item) => knownSlug(memory, item));
  const isPlain = !hasDoubles(items, known);
  const { kept, refused } = isPlain ? { kept: items, refused: [] } : refuseDoubles(items, memory);
  // In most archives whoever has an address keeps it, and only those without one are thought about.
  const settled = isPlain ? known : kept.map((item) => item.givenSlug);
  const fresh = kept.filter((_, at) => settled[at] === undefined);
  const derived = deriveFor(fresh, settled, memory);
  const slugged: Slugged<Item>[] = [];
  for (const [at, item] of kept.entries()) {
    const slug = settled[at] ?? derived.slugs.get(item.id);
    if (slug === undefined) throw new Error(`no slug was derived for ${item.ref}`);
    slugged.push({ item, slug });
  }
  const newcomers = slugged.filter(({ item }) => derived.newIds.has(item.id));
  const notices = sharedSlugs(newcomers, slugged).toSorted((one, other) =>
    compareRefs(one.ref, other.ref),
  );
  return { items: slugged, refused, notices };
}

/**
 * Slugs for items whose slug is not settled, by id, and the ids of those that had none before.
 * @param settled slugs of the others
 */
function deriveFor(
  items: readonly Nameable[],
  settled: readonly (string | undefined)[],
  memory: Memory,
): { slugs: ReadonlyMap<string, string>; newIds: ReadonlySet<string> } {
  if (items.length === 0) return { slugs: new Map(), newIds: new Set() };
  const remembered = new Map(Object.entries(memory.slugs));
  const newIds = new Set<string>();
  for (const { id, headline } of items) {
    if (remembered.has(id)) continue;
    // A brief that becomes a story keeps its address: links to the headline then open the story.
    const asBrief = remembered.get(briefId(headline));
    if (asBrief === undefined) newIds.add(id);
    else remembered.set(id, asBrief);
  }
  const wanted = items.map(({ id, fileSlug, headline }) => ({ id, texts: [fileSlug, headline] }));
  const taken = new Set(settled);
  return { slugs: deriveSlugs(wanted, (slug) => taken.has(slug), remembered), newIds };
}

/**
 * Whether two items may want one id or one slug. Most archives have none that do, and need not be put in order.
 * @param known the slug of each, if it is known
 */
function hasDoubles(items: readonly Nameable[], known: readonly (string | undefined)[]): boolean {
  const ids = new Set<string>();
  const slugs = new Set<string>();
  let settled = 0;
  for (const [at, { id }] of items.entries()) {
    const slug = known[at];
    ids.add(id);
    if (slug === undefined) continue;
    slugs.add(slug);
    settled += 1;
  }
  return ids.size < items.length || slugs.size < settled;
}

function refuseDoubles<Item extends Nameable>(
  items: readonly Item[],
  memory: Memory,
): { kept: Item[]; refused: Refusal[] } {
  const refused: Refusal[] = [];
  const byId = new Map<string, Item>();
  const bySlug = new Map<string, Item>();
  const kept: Item[] = [];
  const sorted = items.toSorted(
    (one, other) => compareRefs(one.ref, other.ref) || compareText(one.headline, other.headline),
  );
  // A story that has had its address before this run is not pushed out of it by a newcomer's given slug.
  for (const item of sorted) {
    const slug = item.givenSlug === undefined ? knownSlug(memory, item) : undefined;
    if (slug !== undefined && !bySlug.has(slug)) bySlug.set(slug, item);
  }
  for (const item of sorted) {
    const sameSlug = item.givenSlug === undefined ? undefined : bySlug.get(item.givenSlug);
    const sameId = byId.get(item.id);
    if (sameSlug !== undefined && sameSlug.id !== item.id) refused.push(slugTaken(item, sameSlug));
    else if (sameId !== undefined) {
      refused.push(
        item.givenSlug !== undefined && item.givenSlug === sameId.givenSlug
          ? slugTaken(item, sameId)
          : idTaken(item, sameId),
      );
    } else {
      byId.set(item.id, item);
      if (item.givenSlug !== undefined) bySlug.set(item.givenSlug, item);
      kept.push(item);
    }
  }
  return { kept, refused };
}

function slugTaken(item: Nameable, other: Nameable): Refusal {
  return {
    ref: item.ref,
    problems: [
      {
        code: 'slug-taken',
        at: 'slug',
        message: `the slug ${item.givenSlug} of ${item.ref} is already that of ${other.ref}`,
        mend: 'give one of them another slug',
      },
    ],
  };
}

function idTaken(item: Nameable, other: Nameable): Refusal {
  return {
    ref: item.ref,
    problems: [
      {
        code: 'id-taken',
        at: 'id',
        message: `${item.ref} has the same id as ${other.ref}: ${item.id}`,
        mend: 'give each article an id of its own, or remove one of them',
      },
    ],
  };
}
