import type { Brief } from '../../model/story.ts';
import type { RelatedTrail } from '../../model/trail.ts';
import type { Notice } from '../wire/wireItem.ts';
import { findBriefs, toBrief } from './briefs.ts';
import type { Filed } from './filed.ts';
import { headlineKey } from './headlineKey.ts';
import { present } from './present.ts';
import { fillRelated } from './related/fillRelated.ts';
import { toRelatedLine, toShortTrail } from './trails.ts';
import type { WithdrawnStory } from './withdrawn.ts';

interface Relations {
  /** The related list of each full story, by slug. */
  related: ReadonlyMap<string, RelatedTrail[]>;
  /** How near each computed headline is, 0 to 1, by the slug of the story, then of the headline: for the report. */
  scores: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The headlines that stories name and this edition does not have; still without their versions. */
  briefs: Brief[];
  /** Slug of each brief by its id (`brief:…`), to be remembered. */
  briefSlugs: ReadonlyMap<string, string>;
  notices: Notice[];
}

/** An editor who named three stories has said what belongs together; below that the list is filled up. */
const enough = 3;
const filledTo = 6;

/**
 * The related list of every story: the editor's, in order and whole; when it names fewer than three, filled up to six
 * with what related/ computes, which may well be nothing.
 * Notice codes: `unknown-related` and `withdrawn-related`, for headlines that were left out of a list.
 * @param filed all full stories, newest first
 * @param remembered slugs of earlier editions by id
 */
export function relate(
  filed: readonly Filed[],
  withdrawn: readonly WithdrawnStory[],
  remembered: ReadonlyMap<string, string>,
): Relations {
  const stories = new Map(filed.map((one) => [one.story.slug, one]));
  const byHeadline = new Map<string, Filed>();
  for (const one of filed) {
    const key = headlineKey(one.story.headline);
    if (!byHeadline.has(key)) byHeadline.set(key, one);
  }
  const gone = withdrawn.filter(({ slug }) => !stories.has(slug));
  const goneSlugs = new Set(gone.map(({ slug }) => slug));
  const goneKeys = new Set(gone.map(({ headline }) => headlineKey(headline)));
  const isHere = (key: string): boolean => byHeadline.has(key) || goneKeys.has(key);
  const found = findBriefs(filed, isHere, new Set([...stories.keys(), ...goneSlugs]), remembered);
  const briefTrails = new Map(
    found.map((brief) => [brief.key, toShortTrail(toBrief(brief, [], []))]),
  );
  const briefKeys = new Map(found.map(({ key, slug }) => [slug, key]));

  const notices: Notice[] = [];
  const related = new Map<string, RelatedTrail[]>();
  for (const { item, story } of filed) {
    const list = new Map<string, RelatedTrail>();
    item.related.forEach((ref, index) => {
      const key = 'slug' in ref ? briefKeys.get(ref.slug) : headlineKey(ref.headline);
      const here = 'slug' in ref ? stories.get(ref.slug) : byHeadline.get(key ?? '');
      const trail = here?.trail ?? (key === undefined ? undefined : briefTrails.get(key));
      if (trail === undefined) {
        const isGone = 'slug' in ref ? goneSlugs.has(ref.slug) : goneKeys.has(key ?? '');
        const name = 'slug' in ref ? ref.slug : ref.headline;
        notices.push(leftOut(item.ref, index, name, isGone));
      } else if (trail.slug !== story.slug && !list.has(trail.slug)) {
        list.set(trail.slug, toRelatedLine({ ...trail, ...present({ reason: ref.reason }) }));
      }
    });
    related.set(story.slug, [...list.values()]);
  }
  const editors = new Map(related);
  const scores = new Map<string, ReadonlyMap<string, number>>();
  const fill = fillRelated(filed);
  for (const { story } of filed) {
    const list = editors.get(story.slug) ?? [];
    if (list.length >= enough) continue;
    const filled = fill(story.slug, list, filledTo);
    related.set(story.slug, filled.list.map(toRelatedLine));
    scores.set(story.slug, filled.scores);
  }
  const briefs = found.map((brief) => {
    const naming = brief.namedBy.map(({ story, trail }) => {
      return { trail, list: editors.get(story.slug) ?? [] };
    });
    return toBrief(brief, naming, neighbours(brief.slug, naming));
  });
  const briefSlugs = new Map(found.map(({ id, slug }) => [id, slug]));
  return { related, scores, briefs, briefSlugs, notices };
}

const nearby = 8;

/** The headlines around a brief in the list that names it, in their order; a short list is filled up from the next one. */
function neighbours(
  slug: string,
  naming: readonly { list: readonly RelatedTrail[] }[],
): RelatedTrail[] {
  const chosen = new Map<string, RelatedTrail>();
  for (const { list } of naming) {
    if (chosen.size >= nearby) break;
    const own = list.findIndex((trail) => trail.slug === slug);
    const from = Math.max(0, Math.min(own - nearby / 2, list.length - nearby - 1));
    for (const { reason: _, ...trail } of list.slice(from, from + nearby + 1)) {
      if (trail.slug !== slug && chosen.size < nearby) chosen.set(trail.slug, trail);
    }
  }
  return [...chosen.values()];
}

function leftOut(ref: string, index: number, name: string, isWithdrawn: boolean): Notice {
  return {
    ref,
    problem: {
      code: isWithdrawn ? 'withdrawn-related' : 'unknown-related',
      at: `related[${index}]`,
      message: isWithdrawn
        ? `left "${name}" out of the related list: it was withdrawn`
        : `left "${name}" out of the related list: no story of this edition has that slug`,
      mend: isWithdrawn ? 'remove it' : 'correct the slug, or name the story by its headline',
    },
  };
}
