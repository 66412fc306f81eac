import { createHash } from 'node:crypto';
import { element, htmlDocument, styleSheet, type Child, type Markup } from '../press/markup.ts';
import { arcs } from './arcs.ts';
import { barTable, type BarRow } from './barTable.ts';
import { problemTable, type ProblemLine } from './problemTable.ts';
import type { Report, Totals } from './report.ts';
import { reportStyle } from './reportStyle.ts';
import { count, duration, moment, size } from './said.ts';
import { sourceTable } from './sourceTable.ts';
import { timeline } from './timeline.ts';

/**
 * The report as one HTML page that needs nothing but itself: no script, no other file, no host; it opens from a disk.
 * What came from sources stands in it as text, each piece isolated so that it cannot turn its neighbours around.
 */
export function reportPage(report: Report): string {
  const { edition, totals, sources } = report;
  const name = edition?.name ?? 'No edition';
  const refused = sources.flatMap((source) =>
    source.refused.flatMap(({ ref, problems }) =>
      problems.map((problem): ProblemLine => ({ ref, problem })),
    ),
  );
  const body = element(
    'div',
    { class: 'page' },
    masthead(report),
    element(
      'main',
      {},
      element(
        'div',
        { class: 'three' },
        part('What went in', count(totals.sources, 'source'), formatBars(report)),
        part('By section', count(edition?.stories ?? 0, 'story', 'stories'), sectionBars(report)),
        part('What was refused', count(totals.refused, 'item'), refusedBars(refused)),
      ),
      report.days.length === 0
        ? undefined
        : part('When it was published', undatedNote(report.undated), timeline(report.days)),
      report.related.length === 0
        ? undefined
        : part('How stories relate', newestNote(report.related.length), arcs(report.related)),
      problemPart('Refused', 'These did not go out. Mend them and publish again.', refused),
      problemPart(
        'Held back',
        'These wait, as their sources ask.',
        sources.flatMap(({ held }) => held),
      ),
      problemPart(
        'Worth a look',
        'These went out, but could be better.',
        sources.flatMap(({ warnings }) => warnings),
      ),
      part(
        'Sources',
        [size(totals.bytes), duration(totals.ms)].join(', '),
        sources.length === 0 ? none('No source was read.') : sourceTable(sources),
      ),
    ),
  );
  return htmlDocument(
    element('html', { lang: 'en' }, '\n', head(`Report: ${name}`), '\n', element('body', {}, body)),
  );
}

function head(title: string): Markup {
  const hash = createHash('sha256').update(reportStyle).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('meta', { name: 'robots', content: 'noindex' }),
    element('title', {}, title),
    styleSheet(reportStyle),
  );
}

function masthead({ edition, totals }: Report): Markup {
  const facts = [
    edition && `Edition of ${moment(edition.published)}`,
    totals.written === undefined ? undefined : `${count(totals.written, 'file')} written`,
  ].filter((fact) => fact !== undefined);
  return element(
    'header',
    { class: 'masthead' },
    element('p', { class: 'kicker' }, 'Report'),
    element(
      'h1',
      {},
      edition === undefined
        ? 'Nothing was published'
        : element('bdi', { lang: edition.language }, edition.name),
    ),
    element('p', { class: 'stand' }, standfirst(totals)),
    facts.length === 0 ? undefined : element('p', { class: 'meta' }, facts.join(' · ')),
  );
}

/** The whole run in two sentences. */
function standfirst({ sources, kept, refused, held, warnings }: Totals): string {
  const gave =
    sources === 0
      ? 'No source was read.'
      : `${count(sources, 'source')} gave ${count(kept, 'story', 'stories')}.`;
  const rest = [
    refused > 0 ? `${count(refused, 'item')} refused` : 'nothing refused',
    held > 0 ? `${count(held, 'item')} held back` : undefined,
    warnings > 0 ? `${count(warnings, 'thing')} worth a look` : undefined,
  ].filter((said) => said !== undefined);
  const sentence = rest.join(', ');
  return `${gave} ${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function part(title: string, note: string | undefined, ...children: Child[]): Markup {
  return element(
    'section',
    {},
    element('h2', {}, title, note === undefined ? undefined : element('span', {}, note)),
    ...children,
  );
}

function problemPart(
  title: string,
  why: string,
  lines: readonly ProblemLine[],
): Markup | undefined {
  if (lines.length === 0) return undefined;
  const note = count(lines.length, 'line');
  return part(title, note, element('p', { class: 'why' }, why), problemTable(title, lines));
}

const none = (sentence: string): Markup => element('p', { class: 'none' }, sentence);

function formatBars({ sources }: Report): Markup {
  const formats = new Map<string, [number, number]>();
  for (const { format = 'not recognised', kept, refused } of sources) {
    const [keptSoFar, refusedSoFar] = formats.get(format) ?? [0, 0];
    formats.set(format, [keptSoFar + kept, refusedSoFar + refused.length]);
  }
  const rows = [...formats]
    .map(([name, values]): BarRow => ({ name, values }))
    .filter(({ values }) => values.some((value) => value > 0))
    .toSorted(byValue);
  if (rows.length === 0) return none('Nothing went in.');
  const columns = [{ name: 'Kept' }, { name: 'Refused', isRed: true }];
  return barTable('Items by format', 'Format', columns, rows, 'other formats');
}

function sectionBars({ sections }: Report): Markup {
  const rows = sections.map(({ name = 'no section', stories }) => ({ name, values: [stories] }));
  if (rows.length === 0) return none('There are no stories.');
  return barTable('Stories by section', 'Section', [{ name: 'Stories' }], rows, 'other sections');
}

function refusedBars(refused: readonly ProblemLine[]): Markup {
  const codes = new Map<string, number>();
  for (const { problem } of refused) codes.set(problem.code, (codes.get(problem.code) ?? 0) + 1);
  const rows = [...codes]
    .map(([code, times]) => ({ name: code.replaceAll('-', ' '), values: [times] }))
    .toSorted(byValue);
  if (rows.length === 0) return none('Nothing was refused.');
  const columns = [{ name: 'Times', isRed: true }];
  return barTable('Reasons for refusing', 'Reason', columns, rows, 'other reasons');
}

function byValue(one: BarRow, other: BarRow): number {
  const sum = ({ values }: BarRow): number => values.reduce((total, value) => total + value, 0);
  return sum(other) - sum(one) || (one.name < other.name ? -1 : 1);
}

const undatedNote = (undated: number): string | undefined =>
  undated === 0 ? undefined : `${count(undated, 'story', 'stories')} without a date`;

const newestNote = (stories: number): string =>
  stories > 60 ? 'the 60 newest stories' : count(stories, 'story', 'stories');
