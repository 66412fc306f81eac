import type { Problem } from '../../model/problem.ts';
import type { Notice, RelatedRef } from '../wire/wireItem.ts';
import { findBriefs, type FoundBrief } from './briefs.ts';
import type { Filed } from './filed.ts';
import { headlineKey } from './headlineKey.ts';
import { toLinkLines, type Link, type LinkLines } from './links.ts';
import { present } from './present.ts';
import { isAddress, slugNamed } from './slugNamed.ts';
import { unknownAddress } from './unknownSlug.ts';
import type { WithdrawnStory } from './withdrawn.ts';

/** What related/ makes of an editor's list: the list, filled up. @param at the story's place among all full stories */
export type Fill = (at: number, list: readonly Link[], upTo: number) => LinkLines;

interface Relations {
  /** The related list of each full story, in their order. */
  related: LinkLines[];
  /** The headlines that stories name and this edition does not have. */
  briefs: PlannedBrief[];
  /** Slug of each brief by its id (`brief:…`), to be remembered. */
  briefSlugs: ReadonlyMap<string, string>;
  notices: Notice[];
}

export interface PlannedBrief {
  brief: FoundBrief;
  /** Headlines to read instead. */
  related: LinkLines;
}

/** An editor who named three stories has said what belongs together; below that the list is filled up. */
const enough = 3;
const filledTo = 6;

/**
 * The related list of every story: the editor's, in order and whole; when it names fewer than three, filled up to six
 * with what related/ computes, which may well be nothing.
 * Notice codes: `unknown-related`, `held-related` and `withdrawn-related`, for headlines that were left out of a list.
 * @param filed all full stories, newest first
 * @param stories the same by slug
 * @param remembered slugs of earlier editions by id; only asked for when there may be briefs
 * @param held why stories are held back, by slug
 * @param url the edition's own, by which editors may name stories
 */
export function relate(
  filed: readonly Filed[],
  stories: ReadonlyMap<string, Filed>,
  withdrawn: readonly WithdrawnStory[],
  remembered: () => ReadonlyMap<string, string>,
  fill: Fill,
  held: ReadonlyMap<string, string> = new Map(),
  url?: string,
): Relations {
  const byHeadline = new Map<string, string>();
  const namesHeadlines = filed.some(({ item }) => item.related.some((ref) => !('slug' in ref)));
  if (namesHeadlines) {
    for (const { slug, item } of filed) {
      const key = headlineKey(item.headline);
      if (!byHeadline.has(key)) byHeadline.set(key, slug);
    }
  }
  const gone = withdrawn.filter(({ slug }) => !stories.has(slug));
  const goneSlugs = new Set(gone.map(({ slug }) => slug));
  const goneKeys = new Set(gone.map(({ headline }) => headlineKey(headline)));
  const isHere = (key: string): boolean => byHeadline.has(key) || goneKeys.has(key);
  const isTaken = (slug: string): boolean => stories.has(slug) || goneSlugs.has(slug);
  const found = namesHeadlines ? findBriefs(filed, isHere, isTaken, remembered) : [];
  const briefSlugsByKey = new Map(found.map(({ key, slug }) => [key, slug]));
  const briefKeys = new Map(found.map(({ key, slug }) => [slug, key]));

  const notices: Notice[] = [];
  const storyAt = (slug: string): string | undefined => (stories.has(slug) ? slug : undefined);
  const editors = new Map<string, readonly Link[]>();
  const related = filed.map(({ item, slug: own }, at) => {
    if (item.related.length === 0) return fill(at, [], filledTo);
    const list = new Map<string, Link>();
    item.related.forEach((given, index) => {
      const ref =
        'slug' in given ? { ...given, slug: slugNamed(given.slug, url) ?? given.slug } : given;
      const key = 'slug' in ref ? briefKeys.get(ref.slug) : headlineKey(ref.headline);
      const here = 'slug' in ref ? storyAt(ref.slug) : byHeadline.get(key ?? '');
      const slug = here ?? (key === undefined ? undefined : briefSlugsByKey.get(key));
      if (slug === undefined) {
        const isGone = 'slug' in ref ? goneSlugs.has(ref.slug) : goneKeys.has(key ?? '');
        const why = 'slug' in ref ? held.get(ref.slug) : undefined;
        const problem = why === undefined ? leftOut(ref, isGone, url) : waiting(nameOf(ref), why);
        notices.push({ ref: item.ref, problem: { ...problem, at: `related[${index}]` } });
      } else if (slug !== own && !list.has(slug)) {
        list.set(slug, { slug, ...present({ reason: ref.reason }) });
      }
    });
    const links = [...list.values()];
    editors.set(own, links);
    return links.length >= enough ? toLinkLines(links) : fill(at, links, filledTo);
  });
  const briefs = found.map((brief) => {
    const naming = brief.namedBy.map(({ slug }) => editors.get(slug) ?? []);
    return { brief, related: toLinkLines(neighbours(brief.slug, naming)) };
  });
  const briefSlugs = new Map(found.map(({ id, slug }) => [id, slug]));
  return { related, briefs, briefSlugs, notices };
}

const nearby = 8;

/** The headlines around a brief in the list that names it, in their order; a short list is filled up from the next one. */
function neighbours(slug: string, naming: readonly (readonly Link[])[]): Link[] {
  const chosen = new Map<string, Link>();
  for (const list of naming) {
    if (chosen.size >= nearby) break;
    const own = list.findIndex((link) => link.slug === slug);
    const from = Math.max(0, Math.min(own - nearby / 2, list.length - nearby - 1));
    for (const link of list.slice(from, from + nearby + 1)) {
      if (link.slug !== slug && chosen.size < nearby) chosen.set(link.slug, { slug: link.slug });
    }
  }
  return [...chosen.values()];
}

function nameOf(ref: RelatedRef): string {
  return 'slug' in ref ? ref.slug : ref.headline;
}

function leftOut(
  ref: RelatedRef,
  isWithdrawn: boolean,
  url: string | undefined,
): Omit<Problem, 'at'> {
  const name = nameOf(ref).slice(0, 200);
  if ('slug' in ref && isAddress(ref.slug)) {
    const { why, mend } = unknownAddress(ref.slug, url);
    const message = `left "${name}" out of the related list: it ${why}`;
    // A story is refused whose related list has another address.
    if (!/^https?:/i.test(name)) return { code: 'unknown-related', message, mend };
    const elsewhere = `write { "headline": "…", "url": "…" } for a story that stands elsewhere`;
    return {
      code: 'unknown-related',
      message,
      mend: `${elsewhere}; for one of this edition ${mend}`,
    };
  }
  return {
    code: isWithdrawn ? 'withdrawn-related' : 'unknown-related',
    message: isWithdrawn
      ? `left "${name}" out of the related list: it was withdrawn`
      : `left "${name}" out of the related list: no story of this edition has that slug`,
    mend: isWithdrawn ? 'remove it' : 'correct the slug, or name the story by its headline',
  };
}

function waiting(name: string, why: string): Omit<Problem, 'at'> {
  const message = `left "${name}" out of the related list: it is ${why}`;
  return { code: 'held-related', message, mend: 'it is there once that story goes out' };
}
