/** Letters that may differ for a word to count as misspelt. */
const tolerance = 2;

/** The option a misspelt word most likely meant, or undefined: same letters in another case, or up to two edits away. */
export function findNearest(word: string, options: readonly string[]): string | undefined {
  const wanted = plainWord(word);
  // Long words cannot be near a field's name, and the comparison below is quadratic.
  if (wanted === '' || wanted.length > 40) return undefined;
  let nearest: { option: string; distance: number } | undefined;
  for (const option of options) {
    const distance = editDistance(wanted, plainWord(option));
    const allowed = Math.min(tolerance, Math.floor(option.length / 3));
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
