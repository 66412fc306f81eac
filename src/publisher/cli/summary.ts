import type { Problem } from '../../model/problem.ts';
import type { Notice, Refusal } from '../wire/wireItem.ts';

/** How many warnings are told one by one. */
const toldWarnings = 10;

/** `3 stories`, `1 story`, `no stories` */
export function formatCount(count: number, one: string, many: string): string {
  if (count === 0) return `no ${many}`;
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}

/** `stories/moon.json:3:14 articles[1].published: expected …; write …` */
function formatProblem(ref: string, problem: Problem): string {
  const { line, column, at, message, mend } = problem;
  const place = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`;
  // The ref may name an item of a list; the place belongs to the file.
  const [, file = ref, item = ''] = /^(.*?)( \[\d+\])?$/s.exec(ref) ?? [];
  const where = `${file}${place}${item}${at === '' ? '' : ` ${at}`}`;
  return printable(`${where}: ${message}${mend === undefined ? '' : `; ${mend}`}`);
}

/** Everything that was refused, a line for each problem. */
export function formatRefused(refused: readonly Refusal[]): string[] {
  if (refused.length === 0) return [];
  return [
    `Refused: ${refused.length}`,
    ...refused.flatMap(({ ref, problems }) =>
      problems.map((problem) => `  ${formatProblem(ref, problem)}`),
    ),
  ];
}

export function formatNotices(title: string, notices: readonly Notice[]): string[] {
  if (notices.length === 0) return [];
  const more = notices.length - toldWarnings;
  return [
    `${title}: ${notices.length}`,
    ...notices.slice(0, toldWarnings).map(({ ref, problem }) => `  ${formatProblem(ref, problem)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

/** What came from a source may hold control characters, which a terminal would obey. */
function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}
