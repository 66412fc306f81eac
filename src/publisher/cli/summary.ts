import { placeOf } from '../../model/problem.ts';
import type { Notice, Refusal } from '../wire/wireItem.ts';
import { printableLine } from './printable.ts';

/** How many of each are told one by one. */
const toldRefused = 40;
const toldNotices = 10;
/** Kinds that are counted by name below them. */
const namedKinds = 6;

/** `3 stories`, `1 story`, `no stories` */
export function formatCount(count: number, one: string, many: string): string {
  if (count === 0) return `no ${many}`;
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`;
}

/** `stories/moon.json:3:14 [1] published: expected …; write …` */
function formatProblem({ ref, problem }: Notice): string {
  const { message, mend } = problem;
  const { file, field } = placeOf(ref, problem);
  const where = `${file} ${field}`.trimEnd();
  return `  ${printableLine(`${where}: ${message}${mend === undefined ? '' : `; ${mend}`}`)}`;
}

/** What was refused, a line for each problem. */
function formatRefused(refused: readonly Refusal[]): string[] {
  const lines = refused.flatMap(({ ref, problems }) =>
    problems.map((problem) => ({ ref, problem })),
  );
  return formatLines('Refused', refused.length, lines, toldRefused);
}

function formatNotices(title: string, notices: readonly Notice[]): string[] {
  return formatLines(title, notices.length, notices, toldNotices);
}

function formatLines(
  title: string,
  count: number,
  lines: readonly Notice[],
  most: number,
): string[] {
  if (lines.length === 0) return [];
  const told = lines.length <= most ? lines : chooseTelling(lines, most);
  const rest = countKinds(lines, new Set(told));
  return [`${title}: ${count.toLocaleString('en-GB')}`, ...told.map(formatProblem), ...rest];
}

/** One of every kind before two of one, in the order they came. */
function chooseTelling(lines: readonly Notice[], most: number): Notice[] {
  const firsts = new Map<string, Notice>();
  for (const line of lines) {
    if (!firsts.has(line.problem.code)) firsts.set(line.problem.code, line);
  }
  const chosen = new Set([...firsts.values()].slice(0, most));
  for (const line of lines) {
    if (chosen.size >= most) break;
    chosen.add(line);
  }
  return lines.filter((line) => chosen.has(line));
}

/** `and 9,802 more: 9,000 × missing picture, 802 × unknown field` */
function countKinds(lines: readonly Notice[], told: ReadonlySet<Notice>): string[] {
  const kinds = new Map<string, number>();
  for (const line of lines) {
    const { code } = line.problem;
    if (!told.has(line)) kinds.set(code, (kinds.get(code) ?? 0) + 1);
  }
  if (kinds.size === 0) return [];
  const sorted = [...kinds].toSorted(([, one], [, other]) => other - one);
  const named = sorted
    .slice(0, namedKinds)
    .map(([code, times]) => `${times.toLocaleString('en-GB')} × ${code.replaceAll('-', ' ')}`);
  const others = kinds.size > named.length ? [`other kinds`] : [];
  const more = (lines.length - told.size).toLocaleString('en-GB');
  return [`  and ${more} more: ${[...named, ...others].join(', ')}`];
}

/** What came of the sources, for every command that reads them: each group with its head, nothing where there is none. */
export function formatFindings(found: {
  refused: readonly Refusal[];
  held: readonly Notice[];
  warnings: readonly Notice[];
}): string[] {
  return [
    ...formatRefused(found.refused),
    ...formatNotices('Held back', found.held),
    ...formatNotices('Warnings', found.warnings),
  ];
}
