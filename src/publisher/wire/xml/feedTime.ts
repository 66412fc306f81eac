import { hasOffset, parseSourceTime } from '../feeds/sourceTime.ts';

/** Zones that feeds name beside those of RFC 822, where the name means one zone only; hours. */
const zones: Readonly<Record<string, string>> = {
  WET: '+0000',
  WEST: '+0100',
  CET: '+0100',
  CEST: '+0200',
  EET: '+0200',
  EEST: '+0300',
  MSK: '+0300',
  JST: '+0900',
  AEST: '+1000',
  AEDT: '+1100',
  NZST: '+1200',
  NZDT: '+1300',
};
/** `Wed Dec 17 10:25:00 UTC 2025`, as C's asctime and Java have it. */
const asctime =
  /^(?:[A-Z][a-z]{2,8},?\s+)?([A-Z][a-z]{2,8})\s+(\d{1,2})\s+(\d{1,2}:\d\d(?::\d\d)?)(?:\s+([A-Z]{1,5}|[+-]\d{4}))?\s+(\d{4})$/;
/** `December 17, 2025 10:25 PM GMT` */
const american =
  /^(?:[A-Z][a-z]{2,8},?\s+)?([A-Z][a-z]{2,8})\.?\s+(\d{1,2}),?\s+(\d{4})(?:,?\s+(?:at\s+)?(.+))?$/;

/** A time of a feed in the form that it was meant to have; what is none comes back as it is. */
export function feedTime(written: string | undefined): string | undefined {
  if (written === undefined || written.length > 100) return written;
  const text = written
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ([A-Z]{3,4})$/, withOffset);
  return parseSourceTime(text) === undefined ? mended(text) : text;
}

function mended(text: string): string {
  const [, month, day, clock, zone = '', year] = asctime.exec(text) ?? [];
  const [, name, dayOfMonth, inYear, rest = ''] = american.exec(text) ?? [];
  const ordered =
    month !== undefined
      ? `${day} ${month} ${year} ${clock} ${zone}`
      : name !== undefined
        ? `${dayOfMonth} ${name} ${inYear} ${rest}`
        : text;
  return (
    ordered
      .replace(
        /\b(?:GMT|UTC) ?([+-])(\d{1,2})(?::?(\d\d))?$/,
        (_, sign: string, hours: string, minutes = '00') => {
          return `${sign}${hours.padStart(2, '0')}${minutes}`;
        },
      )
      // The name of the zone in brackets repeats the offset: 10:25:00 +0100 (CET)
      .replace(/([+-]\d\d:?\d\d) ?\([\w ]{1,40}\)$/, '$1')
      .trim()
  );
}

function withOffset(written: string, zone: string): string {
  const offset = Object.hasOwn(zones, zone) ? zones[zone] : undefined;
  return offset === undefined ? written : ` ${offset}`;
}

/** What tells versions of an item apart, greater for a later time; '' when the source gives none. */
export function timeRevision(...written: readonly (string | undefined)[]): string {
  const times = written.flatMap((one) => parseSourceTime(feedTime(one)) ?? []);
  const [first = ''] = times;
  return hasOffset(first) ? new Date(first).toISOString() : first;
}
