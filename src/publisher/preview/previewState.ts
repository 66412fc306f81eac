import type { Problem } from '../../model/problem.ts';

/** What an open page of a preview has to know. */
export interface PreviewState {
  /** Changes with every edition: a page of another one is out of date. */
  edition: string;
  /** What is to be mended; empty when all is well. */
  problems: PreviewProblem[];
}

/** One thing to mend. `ref` is the file as the editor would type it. */
export type PreviewProblem = Omit<Problem, 'code'> & { ref: string };

/** Problems shown on a page; the terminal tells of all. */
const most = 50;

/** Something said of a file, as the page shows it. */
export function toPreviewProblems(
  refused: readonly { ref: string; problems: readonly Problem[] }[],
  warnings: readonly { ref: string; problem: Problem }[],
): PreviewProblem[] {
  // A wrong field of lede.json is left out with a warning, and then the whole edition is not as it was meant.
  const wrong = warnings.filter(({ problem }) => problem.code.startsWith('invalid-'));
  const all = [
    ...refused.flatMap(({ ref, problems }) => problems.map((problem) => ({ ref, problem }))),
    ...wrong,
  ];
  return all.slice(0, most).map(({ ref, problem }) => ({ ref, ...problem }));
}
