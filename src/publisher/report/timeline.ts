import { element, fragment, type Markup } from '../press/markup.ts';
import type { Report } from './report.ts';
import { count, longDate } from './said.ts';

/** Columns that can still be told apart on a phone. */
const widest = 92;

interface Column {
  /** `2025-12-17`, `2025-12` or `2025` */
  period: string;
  stories: number;
}

/** When the stories were published: a column for each day, or for each month or year when there are many. */
export function timeline(days: Report['days']): Markup {
  const columns = toColumns(days);
  const [first, last] = [columns[0], columns.at(-1)];
  if (first === undefined || last === undefined) return fragment([]);
  const most = Math.max(...columns.map(({ stories }) => stories));
  const busiest = columns.find(({ stories }) => stories === most) ?? first;
  const unit = { 4: 'year', 7: 'month', 10: 'day' }[first.period.length] ?? 'day';
  const label =
    `Stories by ${unit} from ${longDate(first.period)} to ${longDate(last.period)}; ` +
    `the most, ${count(most, 'story', 'stories')}, on ${longDate(busiest.period)}`;
  const bars = columns.flatMap(({ stories }, index) => {
    const height = (stories / most) * 100;
    if (stories === 0) return [];
    const place = { x: index * 10 + 1, y: (100 - height).toFixed(2), width: 8 };
    return [element('rect', { class: 'ink', ...place, height: height.toFixed(2) })];
  });
  return element(
    'figure',
    { class: 'days' },
    element('p', { class: 'axis' }, `${count(most, 'story', 'stories')} at most in one ${unit}`),
    element(
      'svg',
      {
        role: 'img',
        'aria-label': label,
        viewBox: `0 0 ${columns.length * 10} 100`,
        preserveAspectRatio: 'none',
      },
      ...bars,
    ),
    element(
      'p',
      { class: 'axis' },
      element('span', {}, longDate(first.period)),
      columns.length > 1 ? element('span', {}, longDate(last.period)) : undefined,
    ),
    element(
      'details',
      {},
      element('summary', {}, 'The same as a table'),
      tableOf(columns.filter(({ stories }) => stories > 0).toReversed(), unit),
    ),
  );
}

function tableOf(columns: readonly Column[], unit: string): Markup {
  const heading = (name: string, isNumber: boolean): Markup =>
    element('th', { scope: 'col', class: isNumber ? 'n' : undefined }, name);
  return element(
    'table',
    {},
    element('caption', {}, `Stories by ${unit}`),
    element('thead', {}, element('tr', {}, heading(unit, false), heading('stories', true))),
    element(
      'tbody',
      {},
      ...columns.map(({ period, stories }) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, longDate(period)),
          element('td', { class: 'n' }, stories.toLocaleString('en-GB')),
        ),
      ),
    ),
  );
}

/** Every day, month or year from the first to the last, those without a story too. */
function toColumns(days: Report['days']): Column[] {
  for (const length of [10, 7]) {
    const periods = periodsOf(days, length, widest);
    if (periods !== undefined) return fill(periods, days, length);
  }
  // A wrong year far from the others must not make a million columns.
  const years = [...new Set(days.map(({ day }) => day.slice(0, 4)))];
  return fill(periodsOf(days, 4, 4 * widest) ?? years, days, 4);
}

function fill(periods: readonly string[], days: Report['days'], length: number): Column[] {
  const counts = new Map(periods.map((period) => [period, 0]));
  for (const { day, stories } of days) {
    const period = day.slice(0, length);
    counts.set(period, (counts.get(period) ?? 0) + stories);
  }
  return [...counts].map(([period, stories]) => ({ period, stories }));
}

/** The periods from the first day to the last, or undefined when there are more than `limit`. */
function periodsOf(days: Report['days'], length: number, limit: number): string[] | undefined {
  const [first, last] = [days[0]?.day.slice(0, length), days.at(-1)?.day.slice(0, length)];
  if (first === undefined || last === undefined) return [];
  const periods = [first];
  for (let period = nextPeriod(first); period <= last; period = nextPeriod(period)) {
    if (periods.length === limit) return undefined;
    periods.push(period);
  }
  return periods;
}

/** `2025-12-31` → `2026-01-01`, `2025-12` → `2026-01`, `2025` → `2026` */
function nextPeriod(period: string): string {
  const { length } = period;
  const next = new Date(`${period}${'0000-01-01'.slice(length)}T00:00:00Z`);
  if (length === 10) next.setUTCDate(next.getUTCDate() + 1);
  else if (length === 7) next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCFullYear(next.getUTCFullYear() + 1);
  return next.toISOString().slice(0, length);
}
