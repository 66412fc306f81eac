import { element, type Markup } from '../press/markup.ts';

interface BarColumn {
  name: string;
  /** Drawn in red: what an editor has to look at. */
  isRed?: boolean;
}

export interface BarRow {
  name: string;
  /** One number for each column. */
  values: number[];
}

/** Rows that fit before the rest is told as one. */
const longest = 12;

/**
 * Numbers by name with a bar each, the largest first as given. A table through and through, so that nothing is in the
 * bars alone. @param others names what is past the twelfth row: `other sections`
 */
export function barTable(
  caption: string,
  first: string,
  columns: readonly BarColumn[],
  rows: readonly BarRow[],
  others: string,
): Markup {
  const shown = rows.length > longest + 1 ? [...rows.slice(0, longest), rest(rows, others)] : rows;
  const total = (row: BarRow): number => row.values.reduce((sum, value) => sum + value, 0);
  const most = Math.max(1, ...shown.map(total));
  return element(
    'table',
    { class: 'bars' },
    element('caption', {}, caption),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, first),
        element('td', {}),
        ...columns.map(({ name }) => element('th', { scope: 'col', class: 'n' }, name)),
      ),
    ),
    element(
      'tbody',
      {},
      ...shown.map((row) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, element('bdi', {}, row.name)),
          element('td', { class: 'bar' }, bar(row, columns, most)),
          ...row.values.map((value, index) => {
            const isRed = columns[index]?.isRed === true && value > 0;
            return element('td', { class: isRed ? 'n red' : 'n' }, value.toLocaleString('en-GB'));
          }),
        ),
      ),
    ),
  );
}

function bar({ values }: BarRow, columns: readonly BarColumn[], most: number): Markup {
  let start = 0;
  const pieces = values.map((value, index) => {
    const width = (value / most) * 100;
    const x = start;
    start += width;
    // A single one among thousands is still to be seen.
    return element('rect', {
      class: columns[index]?.isRed === true ? 'hot' : 'ink',
      x: `${x.toFixed(2)}%`,
      width: value === 0 ? 0 : `${Math.max(width, 0.8).toFixed(2)}%`,
      height: '100%',
    });
  });
  return element('svg', { 'aria-hidden': 'true' }, ...pieces);
}

function rest(rows: readonly BarRow[], others: string): BarRow {
  const hidden = rows.slice(longest);
  const values = (hidden[0]?.values ?? []).map((_, index) =>
    hidden.reduce((sum, row) => sum + (row.values[index] ?? 0), 0),
  );
  return { name: `${hidden.length.toLocaleString('en-GB')} ${others}`, values };
}
