import type { Plan } from '../desk/plan.ts';
import type { ReportedEdition } from '../report/buildReport.ts';

/** Stories whose related lists are told. */
const listsTold = 1000;

/** An edition as the report tells of it. @param at when it was published, ISO 8601 */
export function toReported({ site, filed, relatedOf }: Plan, at: string): ReportedEdition {
  return {
    site,
    pointer: { published: { at } },
    stories: filed.map(({ trail }, index) => {
      return { ...trail, related: index < listsTold ? relatedOf(trail.slug) : [] };
    }),
  };
}
