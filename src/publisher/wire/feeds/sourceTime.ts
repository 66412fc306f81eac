import { monthNamed } from './monthNamed.ts';
import { fromWrittenDay } from './writtenDay.ts';

/** Offsets that RFC 822 (5.1) gives names, in hours. */
const zones: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

const daysOf = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const iso =
  /^([+-]?\d{4})-?(\d\d)-?(\d\d)(?:(?:[Tt]|\s+|_)(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,12})?)?\s*([Zz]|[+-]\d\d(?::?\d\d)?|[A-Za-z]{2,4})?)?$/;
// The name of a day says nothing that the date does not, so it may be in any language.
const rfc822 =
  /^(?:[A-Za-z]{3,9},?\s+|[^\d,]{1,30},\s*)?(\d{1,2})[\s-]+([A-Za-z]{3,11})\.?,?[\s-]+(\d{4}|\d\d)(?:\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*([+-]\d\d:?\d\d|[A-Za-z]{1,5})?)?$/;

interface Parts {
  day: string;
  /** `10:25` or `10:25:11`; absent: a day only. */
  clock: string | undefined;
  zone: string | undefined;
}

/**
 * A time as sources write it, as ISO 8601: with its own offset where it gives one, else without; never with a guessed
 * one. Reads ISO 8601 (with its common slips), RFC 3339, RFC 822, days as people write them where these cannot be mistaken,
 * and seconds or milliseconds since 1970. Undefined when it is none of these, no day of the calendar, or outside 1600 to
 * 2199.
 */
export function parseSourceTime(value: unknown): string | undefined {
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string' || value.length > 100) return undefined;
  const text = inFullHours(value.trim());
  if (/^\d{10}$|^\d{13}$/.test(text)) return fromNumber(Number(text));
  const parts = fromIso(text) ?? fromRfc822(text) ?? fromDay(text);
  if (parts === undefined || !isRealDay(parts.day)) return undefined;
  const { day, clock, zone } = parts;
  if (clock === undefined) return day;
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(clock)) return undefined;
  const offset = zone === undefined ? undefined : offsetOf(zone);
  if (offset === undefined) return `${day}T${clock}`;
  return `${day}T${clock.length === 5 ? `${clock}:00` : clock}${offset}`;
}

/** Whether a parsed time says which moment it is. */
export function hasOffset(time: string): boolean {
  return /(?:Z|[+-]\d\d:\d\d)$/.test(time);
}

/**
 * The moment that a zone-less time has come everywhere, or nowhere yet: what may not go out before it, or not after
 * it, is then held for too long rather than let out.
 */
export function onTheSafeSide(time: string, edge: 'embargo' | 'expiry'): string {
  if (hasOffset(time)) return time;
  const [day = '', clock = '00:00:00'] = time.split('T');
  const full = clock.length === 5 ? `${clock}:00` : clock;
  return `${day}T${full}${edge === 'embargo' ? '-12:00' : '+14:00'}`;
}

function fromNumber(value: number): string | undefined {
  const milliseconds = value < 1e11 ? value * 1000 : value;
  // Below 1973 a number is a year, a count or a mistake sooner than a time. In 1975 and 1976 lies what a year, month, day,
  // hour and minute make when they are written as one number.
  if (!(milliseconds >= 1e11 && milliseconds < 7.2e12)) return undefined;
  if (value >= 160e9 && value < 220e9) return undefined;
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}

function fromIso(text: string): Parts | undefined {
  const match = iso.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', hour, minute, second, zone] = match;
  if (!/^\d{4}$/.test(year)) return undefined;
  return { day: `${year}-${month}-${day}`, clock: clockOf(hour, minute, second), zone };
}

function fromRfc822(text: string): Parts | undefined {
  const match = rfc822.exec(text);
  if (match === null) return undefined;
  const [, day = '', name = '', written = '', hour, minute, second, zone] = match;
  // Most languages of Europe begin most months alike; the Finns' November begins as a March.
  const month = /^marras/i.test(name) ? '11' : monthNamed(name.slice(0, 3));
  if (month === undefined) return undefined;
  // RFC 2822, 4.3: two digits below 50 are of this century.
  const year =
    written.length === 2 ? String(Number(written) + (Number(written) < 50 ? 2000 : 1900)) : written;
  return {
    day: `${year}-${month}-${day.padStart(2, '0')}`,
    clock: clockOf(hour?.padStart(2, '0'), minute, second),
    zone,
  };
}

function fromDay(text: string): Parts | undefined {
  const day = fromWrittenDay(text);
  return day === undefined ? undefined : { day, clock: undefined, zone: undefined };
}

/** Ten in the evening is written `10:00 PM`, too. A clock of 24 hours that says so besides is right as it is. */
function inFullHours(text: string): string {
  return text.replace(
    /(?<!\d)(\d{1,2})(:\d\d(?::\d\d)?) ?([AP])\.?M(?![A-Za-z])\.?/i,
    (_, written: string, others: string, half: string) => {
      const hour = Number(written);
      const full = hour > 12 ? hour : (hour % 12) + (/p/i.test(half) ? 12 : 0);
      return `${String(full).padStart(2, '0')}${others}`;
    },
  );
}

function clockOf(hour?: string, minute?: string, second?: string): string | undefined {
  if (hour === undefined || minute === undefined) return undefined;
  // A leap second is a moment that no clock here can show.
  return `${hour}:${minute}${second === undefined ? '' : `:${second === '60' ? '59' : second}`}`;
}

// A name that is not on the list says nothing: the time is then kept without a zone.
function offsetOf(zone: string): string | undefined {
  if (/^z$/i.test(zone)) return 'Z';
  const name = zone.toLowerCase();
  const hours = Object.hasOwn(zones, name) ? zones[name] : undefined;
  if (hours !== undefined) return hours === 0 ? 'Z' : `-0${-hours}:00`;
  const [, sign = '', hour = '', minute = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  if (sign === '' || Number(hour) > 14 || Number(minute) > 59) return undefined;
  return `${sign === '-' && hour + minute === '0000' ? '+' : sign}${hour}:${minute}`;
}

// Date.parse takes 30 February for 2 March, and an item has half a dozen times.
function isRealDay(day: string): boolean {
  const [year = 0, month = 0, ofMonth = 0] = day.split('-').map(Number);
  if (!(year >= 1600 && year < 2200 && month >= 1 && month <= 12 && ofMonth >= 1)) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return ofMonth <= (month === 2 && isLeap ? 29 : (daysOf[month - 1] ?? 0));
}

/** Whether an update has a time of its own: sources often repeat that of publishing. */
export function isLater(published: string, updated: string | undefined): boolean {
  return (
    updated !== undefined && updated !== published && Date.parse(updated) !== Date.parse(published)
  );
}
