import { element, fragment, type Markup } from '../press/markup.ts';
import type { SourceReport } from './report.ts';
import { count, duration, size } from './said.ts';

/** Rows on the page; all of them are in report.json. */
const longest = 500;
/** Rows that are shown unasked: what went wrong with any stands above already. */
const short = 24;

const columns = [
  'Source',
  'Format',
  'Bytes',
  'Time',
  'Kept',
  'Refused',
  'Held',
  'Warnings',
] as const;

/** Every source with what came of it; wider than a phone, so it scrolls sideways in a region of its own. */
export function sourceTable(sources: readonly SourceReport[]): Markup {
  const hidden = sources.length - longest;
  const label = 'Every source';
  const table = fragment([
    element(
      'div',
      { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': label },
      element(
        'table',
        {},
        element('caption', {}, label),
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            ...columns.map((name, index) =>
              element('th', { scope: 'col', class: index > 1 ? 'n' : undefined }, name),
            ),
          ),
        ),
        element('tbody', {}, ...sources.slice(0, longest).map(toRow)),
      ),
    ),
    hidden > 0
      ? element(
          'p',
          { class: 'more' },
          `And ${hidden.toLocaleString('en-GB')} more in report.json.`,
        )
      : undefined,
  ]);
  if (sources.length <= short) return table;
  const summary = `All ${count(sources.length, 'source')}`;
  return element('details', {}, element('summary', {}, summary), table);
}

function toRow(source: SourceReport): Markup {
  const { format, bytes, ms, stale, kept, refused, held, warnings } = source;
  const number = (text: string, look = 'n'): Markup => element('td', { class: look }, text);
  const counted = (items: number, look = 'n'): Markup =>
    number(items.toLocaleString('en-GB'), items === 0 ? 'n zero' : look);
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      element('bdi', {}, source.source),
      stale === true ? element('small', {}, ' not fetched, earlier stories stay') : undefined,
    ),
    element('td', {}, format === undefined ? undefined : element('bdi', {}, format)),
    number(bytes === undefined ? '' : size(bytes)),
    number(ms === undefined ? '' : duration(ms)),
    counted(kept),
    counted(refused.length, 'n red'),
    counted(held.length),
    counted(warnings.length),
  );
}
