import { reasons, type Reason } from '../../model/trail.ts';
import { element, fragment, type Markup } from '../press/markup.ts';
import type { RelatedReport } from './report.ts';
import { count, rankOfReason, reasonName, shortDate } from './said.ts';

/** Stories whose lines can still be followed. */
const longest = 60;
/** Units of the drawing: of one row's height, and of the whole width. */
const row = 28;
const width = 100;

interface Arc {
  from: number;
  to: number;
  reason: Reason | undefined;
}

/**
 * How the newest stories relate: their headlines in a column, newest first, and an arc between every two of which one
 * is in the other's related list. The table below says the same with reasons and scores.
 */
export function arcs(related: readonly RelatedReport[]): Markup {
  const stories = related.slice(0, longest);
  const found = findArcs(stories);
  if (stories.length === 0) return fragment([]);
  const label =
    `Arcs between the ${count(stories.length, 'newest story', 'newest stories')}: ` +
    `${count(found.length, 'pair')} of them stand in each other's related lists`;
  return element(
    'figure',
    {},
    legend(found),
    element(
      'div',
      { class: 'web' },
      element('ol', {}, ...stories.map(headlineMarkup)),
      element(
        'div',
        {},
        element(
          'svg',
          {
            role: 'img',
            'aria-label': label,
            viewBox: `0 0 ${width} ${stories.length * row}`,
            preserveAspectRatio: 'none',
          },
          ...found.map((arc) => arcMarkup(arc, found)),
        ),
      ),
    ),
    element(
      'details',
      {},
      element('summary', {}, 'The same as a table, with scores'),
      tableOf(stories),
    ),
  );
}

function headlineMarkup({ headline, language, day }: RelatedReport): Markup {
  return element(
    'li',
    {},
    day === undefined ? element('span', {}) : element('time', { datetime: day }, shortDate(day)),
    element('bdi', { lang: language }, headline),
  );
}

/** Each pair once, under its more telling reason; the long arcs first, so that the short ones lie on top. */
function findArcs(stories: readonly RelatedReport[]): Arc[] {
  const rows = new Map(stories.map(({ slug }, index) => [slug, index]));
  const pairs = new Map<string, Arc>();
  for (const [index, story] of stories.entries()) {
    for (const { slug, reason } of story.related) {
      const other = rows.get(slug);
      if (other === undefined || other === index) continue;
      const [from, to] = index < other ? [index, other] : [other, index];
      const known = pairs.get(`${from} ${to}`);
      if (known !== undefined && rankOfReason(known.reason) <= rankOfReason(reason)) continue;
      pairs.set(`${from} ${to}`, { from, to, reason });
    }
  }
  return [...pairs.values()].toSorted(
    (one, other) => other.to - other.from - (one.to - one.from) || one.from - other.from,
  );
}

function arcMarkup({ from, to, reason }: Arc, all: readonly Arc[]): Markup {
  const longestSpan = all[0] === undefined ? 1 : all[0].to - all[0].from;
  const middle = (index: number): number => (index + 0.5) * row;
  // By the root, so that neighbours keep a bow to be seen; a curve reaches three quarters of the way to its handles.
  const reach = ((Math.sqrt((to - from) / longestSpan) * width) / 0.75).toFixed(1);
  return element('path', {
    class: `arc ${reason ?? 'chosen'}`,
    'vector-effect': 'non-scaling-stroke',
    d: `M0 ${middle(from)}C${reach} ${middle(from)} ${reach} ${middle(to)} 0 ${middle(to)}`,
  });
}

/** The kinds of line that were drawn, with their number. */
function legend(found: readonly Arc[]): Markup {
  const kinds = [undefined, ...reasons].flatMap((reason) => {
    const pairs = found.filter((arc) => arc.reason === reason).length;
    return pairs === 0 ? [] : [{ reason, pairs }];
  });
  const items = kinds.map(({ reason, pairs }) =>
    element(
      'li',
      {},
      element(
        'svg',
        { 'aria-hidden': 'true', viewBox: '0 0 32 8' },
        element('path', { class: `arc ${reason ?? 'chosen'}`, d: 'M0 4H32' }),
      ),
      `${reasonName(reason)} (${pairs})`,
    ),
  );
  return items.length === 0
    ? element('p', { class: 'none' }, 'None of them is in the related list of another.')
    : element('ul', { class: 'legend' }, ...items);
}

function tableOf(stories: readonly RelatedReport[]): Markup {
  const lines = stories.map(({ headline, language, related }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, element('bdi', { lang: language }, headline)),
      element(
        'td',
        {},
        element(
          'ol',
          {},
          ...related.map((line) =>
            element(
              'li',
              {},
              element('bdi', { lang: line.language }, line.headline),
              element('small', {}, ` ${noteOf(line)}`),
            ),
          ),
        ),
      ),
    ),
  );
  return element(
    'table',
    { class: 'lines' },
    element('caption', {}, 'Related headlines by story'),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, 'Story'),
        element('th', { scope: 'col' }, 'Related headlines, with reason and score'),
      ),
    ),
    element('tbody', {}, ...lines),
  );
}

function noteOf({ reason, score }: { reason?: Reason; score?: number }): string {
  const said = reasonName(reason);
  return score === undefined ? said : `${said}, ${score.toFixed(2)}`;
}
