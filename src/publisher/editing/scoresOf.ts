import { linksIn } from '../desk/links.ts';
import type { Plan } from '../desk/plan.ts';
import type { ReportInput } from '../report/buildReport.ts';
import type { Named } from './fileStories.ts';

/** Stories whose scores are told: see the report. */
const scoresTold = 1000;

/** How near the headlines beside the newest stories are, by the slug of the story, then of the headline. */
export function scoresOf(
  { filed }: Plan,
  from: readonly Named[],
): NonNullable<ReportInput['scores']> {
  return new Map(
    filed.slice(0, scoresTold).map(({ slug }, at) => {
      const { links = '', scores = '' } = from[at]?.note.related ?? {};
      const each = scores.split(' ');
      const near = linksIn(links).flatMap((link, index): [string, number][] => {
        const score = Number(each[index]);
        return Number.isNaN(score) ? [] : [[link.slug, score]];
      });
      return [slug, new Map(near)];
    }),
  );
}
