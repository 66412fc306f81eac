import { reasons, type Reason } from '../../model/trail.ts';

/** `1 story`, `2,000 stories` */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

/** `340 bytes`, `1.2 MB` */
export function size(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte');
  if (bytes < 1_000_000) return `${rounded(bytes / 1000)}\u00a0kB`;
  return `${rounded(bytes / 1_000_000)}\u00a0MB`;
}

/** `340 ms`, `12.5 s` */
export function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)}\u00a0ms` : `${rounded(ms / 1000)}\u00a0s`;
}

const rounded = (number: number): string =>
  number.toLocaleString('en-GB', { maximumFractionDigits: number < 10 ? 1 : 0 });

const shortDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' });

/** A day, month or year as people write it: `2025-12-17` → `17 December 2025`. */
export function longDate(day: string): string {
  if (day.length === 4) return day;
  return (day.length === 7 ? month : longDay).format(new Date(day));
}

/** `2025-12-17` → `17 Dec` */
export function shortDate(day: string): string {
  return shortDay.format(new Date(day));
}

/** `2025-12-17T04:10:00Z` → `17 December 2025, 04:10 UTC` */
export function moment(at: string): string {
  const date = new Date(at);
  return `${longDay.format(date)}, ${clock.format(date)} UTC`;
}

const reasonWords = {
  'same-story': 'same story',
  background: 'background',
  'same-people': 'same people',
  'same-place': 'same place',
  'same-topic': 'same topic',
  'series-next': 'next in the series',
  'series-earlier': 'earlier in the series',
  'also-today': 'also today',
} as const satisfies Record<Reason, string>;

/** Why a headline is beside a story; without a reason the editor put it there. */
export function reasonName(reason: Reason | undefined): string {
  return reason === undefined ? 'chosen by the editor' : reasonWords[reason];
}

/** The more telling of two reasons comes first. */
export function rankOfReason(reason: Reason | undefined): number {
  return reason === undefined ? -1 : reasons.indexOf(reason);
}
