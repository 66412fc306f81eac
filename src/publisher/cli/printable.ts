/**
 * Characters that a terminal obeys instead of showing: C0 and C1 controls but the line feed, delete, and those that
 * turn the letters of a line around or hide among them. CVE-2021-42574 shows what such letters can do to a review.
 */
const obeyed =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/** Text of several lines as a terminal may have it, whoever wrote it. */
export function printable(text: string): string {
  return text.replace(obeyed, ' ');
}

/** Longest line said of a problem, in characters: a source may put ten megabytes into a field. */
const longest = 500;

/** The same as one line. */
export function printableLine(text: string): string {
  const line = printable(text.slice(0, longest * 2)).replaceAll('\n', ' ');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** JSON as a terminal may have it: what it would obey is escaped, so that every reader of JSON gets the same text. */
export function printableJson(json: string): string {
  return json.replace(obeyed, (characters) =>
    [...characters].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  );
}
