/** Characters of a `srcset` that are looked at; real ones have some hundred. */
export const setLimit = 20_000;

/**
 * The address in a word of a `srcset`, where commas stand at its ends, as in `a.jpg 300w, b.jpg 600w`; empty where it is a
 * width. By hand, as a pattern would look at a run of commas once for each of them.
 */
export function setAddress(word: string): string {
  let [start, end] = [0, word.length];
  while (word[start] === ',') start += 1;
  while (end > start && word[end - 1] === ',') end -= 1;
  const address = word.slice(start, end);
  return /^[\d.]+[wxh]$/.test(address) ? '' : address;
}
