import { monthNamed } from './feeds/monthNamed.ts';
import { parseSourceTime } from './feeds/sourceTime.ts';
import { isOut } from './findUnheardHolds.ts';

/** Jekyll's `published` says whether, not when; that a story is not out is heard by another, see `findUnheardHolds.ts`. */
const saysWhether =
  /^\s*(?:true|false|yes|no|on|off|y|n|[01]|online|done|approved|ja|oui|sí|sim|sì)\s*$/i;

const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?$/i;
/** Half of the day or a zone, by the names that zones have. */
const zone = /^(?:[ap]m|z|utc?|[a-z]{1,4}t)$/i;

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
  const [, rest] = /:\d\d\s*([a-z]+)$/i.exec(text) ?? [];
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

/**
 * Whether a `published` says anything of when. All but yes and no does: nobody can list the words for a time to come, and
 * the writer is told of a story that is held, but nobody of one that went out too early.
 */
export function saysWhen(value: unknown): boolean {
  return (
    !['string', 'number', 'boolean'].includes(typeof value) ||
    !(saysWhether.test(String(value)) || isOut.has(String(value).trim().toLowerCase()))
  );
}
