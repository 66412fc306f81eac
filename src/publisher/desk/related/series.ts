import { headlineKey } from '../headlineKey.ts';
import { present } from '../present.ts';

/** A story's place in a numbered series. */
export interface Part {
  /** What the headlines (or kickers) of the series have in common. */
  series: string;
  number: number;
}

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const spelled = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const han = '一二三四五六七八九十';
const number = `\\p{Nd}{1,3}|[ivx]{1,4}|${spelled.join('|')}`;
const marks = [
  new RegExp(
    `(?<!\\p{L})(?:part|chapter|episode|instalment|installment|day|teil|folge|partie|parte|deel|del|часть|الجزء|حلقة)\\s+(${number})(?![\\p{L}\\p{N}])`,
    'iu',
  ),
  new RegExp(`第\\s*(\\p{Nd}{1,3}|[${han}])\\s*[回部話话篇章集]`, 'u'),
  /[(（](\p{Nd}{1,2})\s*[/／]\s*\p{Nd}{1,2}[)）]/u,
];

/**
 * Reads `The long walk, part two`, `Part 3: Home` (a part of what its kicker names), `海の記憶 第2回`, `Salt (2/5)`.
 * Roman and spelled-out numbers are those up to twelve.
 * @returns undefined for a headline without a number of that kind, or with nothing to say of which series
 */
export function findPart(headline: string, kicker: string | undefined): Part | undefined {
  for (const mark of marks) {
    const match = mark.exec(headline);
    const value = match?.[1] === undefined ? undefined : valueOf(match[1].toLowerCase());
    if (match === null || value === undefined) continue;
    const before = headline.slice(0, match.index).replace(/(?<![\s\p{P}])[\s\p{P}]+$/u, '');
    const name = before === '' ? kicker : before;
    if (name === undefined) return undefined;
    return { series: headlineKey(name), number: value };
  }
  return undefined;
}

function valueOf(text: string): number | undefined {
  if (/^\d+$/.test(text.normalize('NFKC'))) return Number(text.normalize('NFKC'));
  const at = [romans.indexOf(text), spelled.indexOf(text), han.indexOf(text)].find(
    (one) => one >= 0,
  );
  return at === undefined ? undefined : at + 1;
}

/** The next and the earlier part of each story of one series, by place. Of two stories of one number the later one counts. */
export function findNext(
  parts: readonly { place: number; part: number }[],
): Map<number, { next?: number; earlier?: number }> {
  const members = new Map(parts.map(({ place, part }) => [part, place]));
  const places = [...members].toSorted(([one], [other]) => one - other).map(([, place]) => place);
  const found = new Map<number, { next?: number; earlier?: number }>();
  if (places.length < 2) return found;
  places.forEach((place, at) => {
    const [earlier, next] = [places[at - 1], places[at + 1]];
    found.set(place, present({ next, earlier }));
  });
  return found;
}
