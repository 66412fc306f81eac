const sentenceEnd = /[.!?…]+["'”’»)\]]*(?=\s)|[。！？]+[」』”’）]*|[؟۔।]+["'”’»)\]]*(?=\s)/gu;
/** A full stop after these, or after a single capital, ends no sentence: `U.S. President`, `Dr. King`. */
const abbreviated =
  /(?:(?<!\p{L})\p{Lu}|(?<!\p{L})(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Col|Lt|Prof|Rev|Jr|Sr|vs|No|Inc|Ltd|Co|Jan|Feb|Aug|Sept?|Oct|Nov|Dec))\.$/u;

/**
 * The beginning of a text, at most `limit` characters: whole sentences when they fill at least half of it,
 * else whole words and an ellipsis. A text that fits is returned as it is.
 */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const whole = lastSentence(text, limit);
  if (whole.length >= limit / 2) return whole;
  let cut = text.slice(0, limit - 1);
  const rest = text.slice(limit - 1, limit + 1);
  const space = /^(?:\s|[,;:.!?]\s)/u.test(rest) ? cut.length : cut.lastIndexOf(' ');
  // Chinese and Japanese have no spaces: there it is cut between characters, never inside one.
  if (space > limit / 2) cut = cut.slice(0, space);
  else if (/^[\uDC00-\uDFFF]/.test(rest)) cut = cut.slice(0, -1);
  else if (/^\p{M}/u.test(rest)) cut = cut.replace(/\P{M}\p{M}*$/u, '');
  return `${cut.replace(/[\s.,;:–—-]+$/u, '')}…`;
}

function lastSentence(text: string, limit: number): string {
  let end = 0;
  for (const match of text.slice(0, limit + 1).matchAll(sentenceEnd)) {
    const stop = match.index + match[0].length;
    if (stop > limit) break;
    const startsLower = /^\s*\p{Ll}/u.test(text.slice(stop, stop + 8));
    if (!startsLower && !abbreviated.test(text.slice(0, stop))) end = stop;
  }
  return text.slice(0, end);
}
