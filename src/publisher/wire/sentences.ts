/** Full stops that may be followed by quotes and brackets. */
const closers = /(?<![\s"'”’»)\]」』）])[\s"'”’»)\]」』）]+$/u;
const abbreviations = new Set(
  (
    'mr mrs ms dr prof st gen sen rep gov lt col capt sgt rev hon jr sr no nos vs etc inc ltd co corp bros dept est ' +
    'approx ca cf al fig vol pp ed eds e.g i.e a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);
/** Longest line that may be a headline, in characters. */
export const headlineLength = 150;

/** Whether the full stop at `index` is part of a word (`U.S.`, `Dr.`, `3.5`), as far as letters can tell. */
export function isAbbreviationStop(text: string, index: number): boolean {
  const before = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(0, index - 20), index))?.[0] ?? '';
  const after = text[index + 1] ?? ' ';
  if (/[\p{L}\p{N}]/u.test(after)) return true;
  return /^(?:\p{L}\.)*\p{Lu}$/u.test(before) || abbreviations.has(before.toLowerCase());
}

/**
 * Whether a line ends as a sentence does. A question or an exclamation can be a headline, so it counts only behind
 * another sentence or when long; a closing `U.S.` likewise.
 */
export function endsLikeSentence(line: string): boolean {
  const bare = line.replace(closers, '');
  const last = bare.at(-1) ?? '';
  const isLong = line.length > headlineLength || findSentenceEnd(line) < bare.length;
  if (/[?!？！]/u.test(last)) return isLong || /[？！]/u.test(last);
  if (last === '.' && isAbbreviationStop(bare, bare.length - 1)) return isLong;
  return /[.…。．।؟۔]/u.test(last);
}

/** Offset just behind the first sentence of a text, its closing quotes and brackets included; its length if it has no end. */
export function findSentenceEnd(text: string): number {
  const stops = /[.!?…]["'”’»)\]]*(?=\s|$)|[。！？]["”’」』）]*/gu;
  for (const match of text.matchAll(stops)) {
    if (match[0][0] === '.' && isAbbreviationStop(text, match.index)) continue;
    return match.index + match[0].length;
  }
  return text.length;
}
