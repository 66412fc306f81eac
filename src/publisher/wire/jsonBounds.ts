/** Lists and objects that may be open inside each other in a JSON text, and how many there may be in all. */
const deepest = 1000;
const most = 1_000_000;

const quote = 0x22;
const backslash = 0x5c;

/**
 * Where a text, JSON or not, goes beyond what a parser can take without filling the memory, which it does by each list
 * and object; undefined when it does not.
 */
export function findBeyond(text: string): { offset: number; message: string } | undefined {
  let depth = 0;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfText(text, at);
    } else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      count += 1;
      if (depth > deepest) return beyond(at, `${deepest} lists and objects inside each other`);
      if (count > most) return beyond(at, `${most} lists and objects`);
    } else if (code === 0x5d || code === 0x7d) {
      depth -= 1;
    }
  }
  return undefined;
}

function beyond(offset: number, limit: string): { offset: number; message: string } {
  return { offset, message: `expected at most ${limit}, got more` };
}

/** Offset of the quote that ends a text in quotes, or the end of all. */
function endOfText(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === quote) return at;
  }
  return text.length;
}
