import { isInstant, orderOf, type StoryTime } from '../../model/time.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

// Making a format costs a hundred times what using it does. Where no dates are known in a language, the machine's own
// would stand in for it, another on each.
function formatIn(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat([language, 'en-GB'], options);
  formats.set(key, made);
  return made;
}

/** English of no country writes the day first; English of any country is read on a 24-hour clock. */
function wordsOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

const isEnglish = (language: string): boolean => /^en(-|$)/.test(language);

/**
 * A moment as people of the edition read it.
 * @param at ISO 8601; with an offset it is shown in `timeZone`, without one it keeps its own day and clock
 * @throws RangeError when `at` is no time or `timeZone` no IANA zone: the wire and lede.json are checked before
 */
export function storyTime(at: string, language: string, timeZone: string): StoryTime {
  const hasZone = isInstant(at);
  const zone = hasZone ? timeZone : 'UTC';
  const moment = new Date(hasZone ? at : at.length === 10 ? `${at}T00:00:00Z` : `${at}Z`);
  const inWords = (options: Intl.DateTimeFormatOptions): string =>
    formatIn(wordsOf(language), { ...options, timeZone: zone }).format(moment);
  const time: StoryTime = {
    at,
    day: dayOf(moment, zone),
    date: inWords({ day: 'numeric', month: 'long', year: 'numeric' }),
    brief: inWords({ day: 'numeric', month: 'short' }),
  };
  if (at.length === 10) return time;
  const clock = inWords({
    hour: '2-digit',
    minute: '2-digit',
    ...(isEnglish(language) ? { hourCycle: 'h23' } : {}),
  });
  return { ...time, clock };
}

/**
 * Whether a time has come. One without an offset is that of clocks in `timeZone`; one that is no time has never come:
 * what may not go out yet must not slip through.
 */
export function hasCome(at: string, now: Date, timeZone: string): boolean {
  if (isInstant(at)) return Date.parse(at) <= now.getTime();
  return !Number.isNaN(orderOf(at)) && at <= `${dayOf(now, timeZone)}T${clockOf(now, timeZone)}`;
}

/** `04:10:00`: what a clock in a zone shows. */
function clockOf(moment: Date, timeZone: string): string {
  const digits = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  return formatIn('en-GB', { ...digits, hourCycle: 'h23', timeZone }).format(moment);
}

/** `2025-12-17`: the calendar day of a moment in a zone. */
function dayOf(moment: Date, timeZone: string): string {
  const options = { calendar: 'gregory', numberingSystem: 'latn', timeZone } as const;
  const parts = formatIn('en', {
    ...options,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(moment);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** A moment of the clock as an instant, without the fractions nobody reads: `2025-12-17T04:10:00Z`. */
export function instantOf(now: Date): string {
  return now.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Weekday and date for the masthead: `Wednesday 17 December 2025`. */
export function dayLine(now: Date, language: string, timeZone: string): string {
  const line = formatIn(wordsOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(now);
  // Newer Unicode data writes `Wednesday, 17 December`, older and newspapers do not.
  return isEnglish(language) ? line.replace(/^(\p{L}+), (?=\d)/u, '$1 ') : line;
}

/** `December 2025` for `2025-12`, by the Gregorian calendar in every language, since the address counts by it. */
export function monthName(month: string, language: string): string {
  return formatIn(wordsOf(language), {
    month: 'long',
    year: 'numeric',
    calendar: 'gregory',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
}
