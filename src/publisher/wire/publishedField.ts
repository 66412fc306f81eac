import { monthNamed } from './feeds/monthNamed.ts';
import { parseSourceTime } from './feeds/sourceTime.ts';

const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?$/i;
/** Zones that no word is like, and by the names of others in capitals; Germans say `Uhr` behind a clock. */
const zone =
  /^(?:[Zz]|[Uu][Tt][Cc]?|[Gg][Mm][Tt]|[ecmp][ds]t|MSK|ME[SZ]?Z|[A-Z]{1,3}[DES]T|[A-Z]{2}T|Uhr)$/;

/**
 * The moment that a `published` names. Of a month or a year it is the last day: which one is meant is not said, and what
 * is let out too early cannot be taken back.
 */
export function timeOfPublished(value: unknown): string | undefined {
  const text = String(value).slice(0, 100).trim();
  // What stands before a day may say the contrary: `after 1 May 2026`.
  const [, lead] = /^([^\d,]*[^\d,\s])[,\s]+\d/.exec(text) ?? [];
  if (
    lead !== undefined &&
    !weekday.test(lead) &&
    monthNamed(lead.replace(/\.$/, '')) === undefined
  )
    return undefined;
  // As may what stands behind its clock: `1 May 2026 10:00 to be confirmed`.
  const [, rest] = /\d\s*([A-Za-z]+)$/.exec(text.replace(/ ?[ap]\.?m\.?$/i, '')) ?? [];
  if (rest !== undefined && !zone.test(rest)) return undefined;
  const time = parseSourceTime(value);
  if (time !== undefined) return time;
  if (/^\d{4}$/.test(text)) return parseSourceTime(`${text}-12-31`);
  const [, name = '', year] = /^([A-Za-z]+)[.,]*\s+(\d{4})$/.exec(text) ?? [];
  const month = monthNamed(name);
  if (year === undefined || month === undefined) return undefined;
  return parseSourceTime(
    `${year}-${month}-${new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}`,
  );
}
