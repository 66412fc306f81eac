import type { Plan } from '../desk/plan.ts';
import type { ReportedEdition } from '../report/buildReport.ts';

/** Stories whose related lists are told. */
const listsTold = 1000;

/** An edition as the report tells of it. @param at when it was published, ISO 8601 */
export function toReported({ site, filed, headlinesBeside }: Plan, at: string): ReportedEdition {
  return {
    site,
    pointer: { published: { at } },
    stories: filed.map(({ slug, item, facts, section }, index) => ({
      slug,
      headline: item.headline,
      language: facts.language,
      section: section?.name,
      day: facts.day,
      related: index < listsTold ? headlinesBeside(index) : [],
    })),
  };
}
