import { placeOf } from '../../../model/problem.ts';
import type { PreviewProblem } from '../previewState.ts';
import { element } from './element.ts';

/** `1 thing to mend`, `3 things to mend in 2 files` */
export function titleOf(problems: readonly PreviewProblem[]): string {
  const files = new Set(problems.map(({ ref }) => ref.replace(/ \[\d+\]$/, ''))).size;
  const things = problems.length === 1 ? '1 thing' : `${problems.length} things`;
  return `${things} to mend${files > 1 ? ` in ${files} files` : ''}`;
}

/** One problem: where it is, what it is, how to mend it. Its words come from sources, so each piece is isolated. */
export function problemItem(problem: PreviewProblem): HTMLLIElement {
  const { ref, message, mend } = problem;
  const { file, field } = placeOf(ref, problem);
  const code = (text: string): HTMLElement => element('code', {}, element('bdi', {}, text));
  const where = element('p', { class: 'where' }, code(file));
  if (field !== '') where.append(code(field));
  const made = element('li', {}, where, element('p', {}, element('bdi', {}, message)));
  if (mend !== undefined) made.append(element('p', { class: 'mend' }, element('bdi', {}, mend)));
  return made;
}
