import { reasons } from '../../../src/model/trail.ts';
import { buildReport } from '../../../src/publisher/report/buildReport.ts';
import type { Report } from '../../../src/publisher/report/report.ts';
import { edited, laidOut } from '../desk/copy.ts';

export type Said = Parameters<typeof buildReport>[0];

export const nothing: Said = { read: [], kept: [], refused: [], held: [], warnings: [] };

const headlines = [
  'The Moon is leaving, and the tides will notice',
  'Harbour pilots ask for a deeper channel before the winter storms',
  'Council votes to keep the night bus',
  'A clock that lost one second in ninety years',
  'Zwölf Orgeln für eine kleine Stadt',
  'القمر يبتعد عن الأرض كل عام',
  'What the flood gauges said on the night of the ninth, hour by hour, street by street',
  'Letters: on bicycles, bells and good manners',
];
const sections = ['Science', 'Harbour', 'Town', undefined, 'Letters'];

/** What a run over a newsroom's week has to tell: all kinds of sources, all kinds of faults. */
export function richInput(stories = 75): Said {
  const items = Array.from({ length: stories }, (_, index) => {
    const slug = `story-${index + 1}`;
    const related = [3, 11, 29].flatMap((step, kind) => {
      const other = index + step * ((index % 4) + 1);
      if (other >= stories || (index * 7 + step) % 3 !== 0) return [];
      const reason = reasons[(index + kind) % reasons.length];
      return [{ slug: `story-${other + 1}`, ...(reason === undefined ? {} : { reason }) }];
    });
    const section = sections[(index * index) % 5];
    return edited(slug, {
      ref: index < 40 ? `wire/week.json [${index}]` : `stories/${slug}.md`,
      headline: `${headlines[index % headlines.length]} (${index + 1})`,
      related,
      ...(index % 8 === 5 ? { language: 'ar' } : {}),
      ...(section === undefined ? {} : { section }),
      ...(index % 25 === 24
        ? {}
        : { published: new Date(Date.UTC(2025, 11, 17) - index * index * 900_000).toISOString() }),
    });
  });
  const edition = laidOut(items).laidOut;
  const scores = new Map(
    edition.stories.map((story, index) => [
      story.slug,
      new Map(story.related.map(({ slug }, rank) => [slug, 0.9 - rank / 10 - index / 500])),
    ]),
  );
  const broken = {
    ...{ code: 'not-json', at: '', line: 12, column: 3 },
    message: 'expected a comma or a closing brace, got text',
    mend: 'put a comma after "headline": "The Moon"',
  };
  const missing = {
    ...{ code: 'missing-headline', at: 'articles[3].headline', line: 88, column: 17 },
    message: 'expected a headline, got empty text',
    mend: 'give the story a headline',
  };
  const undescribed = {
    ...{ code: 'no-alt', at: 'picture.alt' },
    message: 'the picture has no description for those who cannot see it',
    mend: 'say what it shows in "alt", or "" when it is decoration',
  };
  return {
    read: [
      { source: 'wire/week.json', format: 'article JSON', bytes: 183_220, ms: 41 },
      ...Array.from({ length: stories - 40 }, (_, index) => ({
        ...{ source: `stories/story-${index + 41}.md`, format: 'Markdown' },
        ...{ bytes: 2100 + index * 37, ms: 1.4 },
      })),
      { source: 'wire/broken.json', format: 'article JSON', bytes: 900, ms: 0.6 },
      { source: 'https://feeds.example/harbour.rss', format: 'RSS', stale: true },
      { source: 'notes/picture.bin', bytes: 4_200_000, ms: 12 },
    ],
    kept: items,
    refused: [
      { ref: 'wire/broken.json', problems: [broken] },
      {
        ref: 'wire/week.json [41]',
        problems: [missing, { ...missing, code: 'invalid-published' }],
      },
      { ref: 'wire/week.json [42]', problems: [missing] },
      {
        ref: 'notes/picture.bin',
        problems: [{ code: 'not-text', at: '', message: 'expected text, got a picture' }],
      },
    ],
    held: [
      {
        ref: 'wire/week.json [43]',
        problem: {
          ...{ code: 'held-embargo', at: 'embargo' },
          message: 'held back until 2025-12-18T06:00:00Z',
          mend: 'publish again after that time',
        },
      },
    ],
    warnings: Array.from({ length: 9 }, (_, index) => ({
      ref: `stories/story-${41 + index * 2}.md`,
      problem: index % 2 === 0 ? undescribed : { ...undescribed, line: 4 + index, column: 1 },
    })),
    laidOut: { ...edition, stories: edition.stories.flatMap(toReportedStory) },
    scores,
  };
}

function toReportedStory(story: ReturnType<typeof laidOut>['laidOut']['stories'][number]) {
  if (story.kind !== 'story') return [];
  const { slug, headline, language, related } = story;
  const [section, day] = [story.section?.name, story.published?.day];
  return [{ slug, headline, language, section, day, related }];
}

export function richReport(): Report {
  const report = buildReport(richInput());
  report.totals.written = 412;
  return report;
}
