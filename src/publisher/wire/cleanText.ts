// C0 and C1 controls but tab and line feed, the byte order mark inside a text, and code points that are no characters.
const controls =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]/g;
const loneSurrogates = /\p{Surrogate}/gu;
/** Overrides and isolates that can turn the letters of a whole line around. */
const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g;

/** Letters, marks and spaces of Western languages, of which none is to be cleaned; most texts have no others. */
const clean = /^[\t\n\u0020-\u007e\u00a0-\u02ff\u2010-\u2027]*$/;

/** Characters of a name that are looked at. */
const longestName = 1_000_000;

/** Text of several lines (a body, code): NFC, without control characters; lines and spaces stay. */
export function cleanText(text: string): string {
  if (clean.test(text)) return text;
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(controls, '')
    .replace(loneSurrogates, '\ufffd')
    .normalize('NFC');
}

/** Text of one line: as cleanText, trimmed, runs of white space made one space (a no-break space stays). */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/[ \t\n]+/g, ' ')
    .trim();
}

/** Words of foreign bodies: as cleanText, without bidi controls; spaces stay. */
export function cleanWords(text: string): string {
  return cleanText(text.replace(bidiControls, ''));
}

/** A headline, label or name, which stands among other people's words: as cleanLine, without bidi controls. */
export function cleanName(text: string): string {
  // Whatever is longer is refused as a name; to clean it would take ten times its memory.
  return cleanLine(text.slice(0, longestName).replace(bidiControls, ''));
}
