/** Dates in figures: `2026-05-03`, `3.5.2026`, `5月3日`. */
const inFigures = String.raw`\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:\d{4}年)?\d{1,2}月\d{1,2}日`;
const patterns = new Map<string, RegExp>();
/** A headline that says more than this beside its date tells of something. */
const mostWords = 2;
/** A source may name any language. */
const mostPatterns = 99;

/**
 * A headline of at most two words and a date without its date: `Minutes 3 May 2026` → `Minutes`. The date says when and not
 * what, and of two that differ in it only, each is a story of its own.
 */
export function withoutDates(headline: string, language: string): string {
  if (!/\d/.test(headline)) return headline;
  const rest = headline.replace(patternFor(language), ' ');
  const words = rest.match(/\p{L}{2,}/gu)?.length ?? 0;
  return words <= mostWords ? rest : headline;
}

function patternFor(language: string): RegExp {
  const known = patterns.get(language);
  if (known !== undefined) return known;
  const months = monthsIn(language).map(escape).join('|');
  // Where months have numbers for names, dates are in figures.
  const month = months === '' ? '(?!)' : `(?:${months})\\.?`;
  const day = String.raw`\d{1,2}(?:st|nd|rd|th|er|[.ºª])?`;
  const inWords = String.raw`(?:${day} (?:of |de |d['’])?${month}|${month} ${day})(?:,? (?:de |del )?\d{4})?`;
  const made = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${inWords}|${inFigures})(?![\p{L}\p{N}])`,
    'giu',
  );
  if (patterns.size < mostPatterns) patterns.set(language, made);
  return made;
}

/** Names of the months as they stand in a date. */
function monthsIn(language: string): string[] {
  const names = (['long', 'short'] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, at) => {
      const parts = format.formatToParts(Date.UTC(2026, at, 15));
      return parts.find(({ type }) => type === 'month')?.value.replace(/\.$/, '') ?? '';
    });
  });
  const written = names.filter((name) => /\p{L}/u.test(name));
  // The longest first, as `mai` begins `maio`.
  return written.toSorted((one, other) => other.length - one.length);
}

function escape(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
