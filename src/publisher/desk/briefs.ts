import { directionOf } from '../../model/language.ts';
import { parseLink } from '../../model/link.ts';
import type { Brief } from '../../model/story.ts';
import type { RelatedTrail, Trail } from '../../model/trail.ts';
import { deriveSlugs } from './deriveSlugs.ts';
import type { Filed } from './filed.ts';
import { briefId, headlineKey } from './headlineKey.ts';
import { compareText } from './order.ts';
import { present } from './present.ts';
import { seal, unsealed } from './version.ts';

/** A headline that stories name and the edition does not have. */
export interface FoundBrief {
  /** See headlineKey. */
  key: string;
  /** See briefId. */
  id: string;
  slug: string;
  headline: string;
  /** That of the story which names it: nobody says another. */
  language: string;
  link?: string;
  /** Newest first. */
  namedBy: Filed[];
}

/**
 * One brief for each distinct headline that is not here, by key.
 * @param filed all full stories, newest first
 * @param isHere whether the edition has, or had, a story of that headline
 * @param isTaken whether a slug is that of a story that is here or was withdrawn
 */
export function findBriefs(
  filed: readonly Filed[],
  isHere: (key: string) => boolean,
  isTaken: (slug: string) => boolean,
  remembered: () => ReadonlyMap<string, string>,
): FoundBrief[] {
  const found = new Map<string, Omit<FoundBrief, 'slug'>>();
  // The oldest story that names a headline says how it is written, so that a newer one does not change the brief.
  for (const one of filed.toReversed()) {
    for (const ref of one.item.related) {
      if ('slug' in ref) continue;
      const key = headlineKey(ref.headline);
      if (key === '' || isHere(key)) continue;
      const link = ref.url === undefined ? undefined : parseLink(ref.url);
      const known = found.get(key);
      if (known === undefined) {
        const { language } = one.facts;
        const headline = ref.headline.trim();
        const id = briefId(headline);
        found.set(key, { key, id, headline, language, ...present({ link }), namedBy: [one] });
      } else {
        if (known.link === undefined && link !== undefined) known.link = link;
        if (known.namedBy.at(-1) !== one) known.namedBy.push(one);
      }
    }
  }
  if (found.size === 0) return [];
  const slugs = deriveSlugs(
    [...found.values()].map(({ id, headline }) => ({ id, texts: [headline] })),
    isTaken,
    remembered(),
  );
  return [...found.values()]
    .map((brief) => {
      const slug = slugs.get(brief.id);
      if (slug === undefined) throw new Error(`no slug was derived for ${brief.id}`);
      return { ...brief, slug, namedBy: brief.namedBy.toReversed() };
    })
    .toSorted((one, other) => compareText(one.slug, other.slug));
}

/** A headline that a whole archive names would else carry the archive. */
export const mostNaming = 50;

/** The brief's document. */
export function toBrief(
  { slug, headline, language, link, namedBy }: FoundBrief,
  related: RelatedTrail[],
): Brief {
  return seal({
    schema: 'lede-story/1',
    slug,
    version: unsealed,
    headline,
    language,
    dir: directionOf(language),
    related,
    kind: 'brief',
    ...present({ link }),
    namedBy: namedBy.slice(0, mostNaming).map(({ trail }) => trail),
  });
}

/** The brief as a line in a list: its headline is all there is. */
export function briefTrail({ slug, headline, language }: FoundBrief): Trail {
  return { slug, kind: 'brief', headline, language, dir: directionOf(language) };
}
