import type { Reason, RelatedTrail } from '../../model/trail.ts';
import { briefTrail, type FoundBrief } from './briefs.ts';
import type { Filed } from './filed.ts';
import { linksIn, marksOf, type LinkLines } from './links.ts';
import { markOf } from './mark.ts';
import type { RelatedHeadline } from './plan.ts';
import { present } from './present.ts';
import { toRelatedLine } from './trails.ts';

/** A story or a brief as a related list shows it. */
export type Line = Pick<Filed, 'slug' | 'short' | 'trail'> & {
  item: { headline: string };
  facts: { language: string };
};

/** A headline that is known by its name only, as the stories are shown. */
export function toLine(brief: FoundBrief): Line {
  const { slug, headline, language } = brief;
  return {
    ...{ slug, item: { headline }, facts: { language } },
    short: markOf(slug, markOf(`brief ${language} ${headline}`)),
    trail: briefTrail(brief),
  };
}

/** What pages show of the stories and briefs of an edition, by the lists that name them. */
export interface Shown {
  trails: (links: LinkLines) => RelatedTrail[];
  headlines: (links: LinkLines) => RelatedHeadline[];
  marks: (links: LinkLines) => number[];
}

/** @param lines all stories and briefs of the edition, by slug */
export function showWith(lines: ReadonlyMap<string, Line>): Shown {
  const each = <Made>(links: LinkLines, make: (line: Line, reason?: Reason) => Made): Made[] =>
    linksIn(links).flatMap(({ slug, reason }) => {
      const line = lines.get(slug);
      return line === undefined ? [] : [make(line, reason)];
    });
  return {
    trails: (links) =>
      each(links, ({ trail }, reason) => toRelatedLine({ ...trail, ...present({ reason }) })),
    headlines: (links) =>
      each(links, ({ slug, item, facts }, reason) => {
        const { headline } = item;
        return { slug, headline, language: facts.language, ...present({ reason }) };
      }),
    marks: (links) => marksOf(links, (slug) => lines.get(slug)?.short),
  };
}
