/** Letters that may differ for a word to count as misspelt. */
const tolerance = 2;

/** The option a misspelt word most likely meant, or undefined: same letters in another case, or up to two edits away. */
export function findNearest(word: string, options: readonly string[]): string | undefined {
  // Long words cannot be near a field's name, and the comparison below is quadratic.
  if (word.length > 80) return undefined;
  const wanted = plainWord(word);
  if (wanted === '' || wanted.length > 40) return undefined;
  const letters = lettersOf(wanted);
  let nearest: { option: string; distance: number } | undefined;
  for (const option of options) {
    const plain = plainWord(option);
    const allowed = Math.min(tolerance, Math.floor(option.length / 3));
    // A hostile file has hundreds of thousands of unknown fields: only the few options that may be near are compared.
    if (Math.abs(plain.length - wanted.length) > allowed) continue;
    if (countBits(letters ^ lettersOf(plain)) > 2 * allowed) continue;
    const distance = editDistance(wanted, plain);
    if (distance <= allowed && distance < (nearest?.distance ?? Infinity)) {
      nearest = { option, distance };
    }
  }
  return nearest?.option;
}

/** A word in small letters, without what joins its parts. */
export function plainWord(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}

/** Which letters a word has, as bits; several share one. An edit changes two of them at most. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

// Levenshtein distance, with two neighbouring letters swapped counting as one edit.
function editDistance(from: string, to: string): number {
  let older: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + same,
      );
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, (older[column - 2] ?? 0) + 1);
      line.push(cost);
    }
    older = last;
    last = line;
  }
  return last[to.length] ?? 0;
}
