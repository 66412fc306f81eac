import { monthNamed } from './monthNamed.ts';

// Between strokes with the year behind, nobody can tell the month from the day, so that is none of these.
const yearFirst = /^(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})\s?[日일.]?$/;
const yearLast = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;
const monthFirst = /^([A-Za-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})$/;
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?([A-Za-z]{3,9})\.?,?\s(\d{4})$/;

/** A day as people write it, such as `May 1st, 2026`, `01.05.2026` or `2026年5月1日`, as ISO 8601; not proved to be one. */
export function fromWrittenDay(text: string): string | undefined {
  let [, year, month, day] = yearFirst.exec(text) ?? [];
  if (year === undefined) [, day, month, year] = yearLast.exec(text) ?? [];
  if (year === undefined) [, month, day, year] = monthFirst.exec(text) ?? [];
  if (year === undefined) [, day, month, year] = dayFirst.exec(text) ?? [];
  if (month === undefined || day === undefined || year === undefined) return undefined;
  const ofYear = /^\d/.test(month) ? month.padStart(2, '0') : monthNamed(month);
  return ofYear && `${year}-${ofYear}-${day.padStart(2, '0')}`;
}
