import type { Problem } from '../../model/problem.ts';
import { element, fragment, type Markup } from '../press/markup.ts';

export interface ProblemLine {
  /** File, with the number of the item in it. */
  ref: string;
  problem: Problem;
}

/** Rows on the page; all of them are in report.json. */
const longest = 500;

const columns = ['File', 'Line', 'Column', 'Path', 'What it is', 'What to do'] as const;

/**
 * What is to be mended and where. On a narrow screen its rows are set as paragraphs; the roles keep it a table for
 * those who listen, since browsers forget that with the layout.
 */
export function problemTable(caption: string, lines: readonly ProblemLine[]): Markup {
  const hidden = lines.length - longest;
  return fragment([
    element(
      'table',
      { class: 'problems', role: 'table' },
      element('caption', {}, caption),
      element(
        'thead',
        { role: 'rowgroup' },
        element(
          'tr',
          { role: 'row' },
          ...columns.map((name, index) => {
            const isNumber = index === 1 || index === 2;
            const attributes = { scope: 'col', role: 'columnheader' };
            return element('th', { ...attributes, class: isNumber ? 'n' : undefined }, name);
          }),
        ),
      ),
      element('tbody', { role: 'rowgroup' }, ...lines.slice(0, longest).map(toRow)),
    ),
    hidden > 0
      ? element(
          'p',
          { class: 'more' },
          `And ${hidden.toLocaleString('en-GB')} more in report.json.`,
        )
      : undefined,
  ]);
}

function toRow({ ref, problem }: ProblemLine): Markup {
  const { line, column, at, message, mend } = problem;
  const number = (name: string, value: number | undefined): Markup =>
    element(
      'td',
      { role: 'cell', class: 'n', 'data-label': name },
      value === undefined ? undefined : String(value),
    );
  return element(
    'tr',
    { role: 'row' },
    element('th', { role: 'rowheader', scope: 'row' }, element('bdi', {}, ref)),
    number('line', line),
    number('column', column),
    element(
      'td',
      { role: 'cell', class: 'at' },
      at === '' ? undefined : element('code', {}, element('bdi', {}, at)),
    ),
    element('td', { role: 'cell', class: 'what' }, element('bdi', {}, message)),
    element(
      'td',
      { role: 'cell', class: 'mend' },
      mend === undefined ? undefined : element('bdi', {}, mend),
    ),
  );
}
