import { hash } from './hash.ts';
import { eachToken, isAscii } from './tokens.ts';

/** Smallest hashes kept of a text: enough to tell nine tenths of overlap from eight. */
const kept = 64;
const shingle = 3;
/** Of a long text the beginning says whether it is the same: agencies' copies are cut from the end. */
const mostWords = 300;
const same = 0.9;

const unit = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]|[\p{L}\p{M}\p{N}]+/gu;

/** The smallest hashes of a text's runs of three words (characters, where words are not spaced): a bottom-k sketch. */
export function sketchOf(texts: readonly string[]): Uint32Array {
  const words: number[] = [];
  for (const text of texts) {
    if (words.length >= mostWords) break;
    const see = (word: string): boolean => words.push(hash(word)) < mostWords;
    const read = text.toLowerCase();
    if (isAscii(read)) eachToken(read, see);
    else for (const [word] of read.matchAll(unit)) if (!see(word)) break;
  }
  const runs = new Uint32Array(Math.max(1, words.length - shingle + 1));
  for (let at = 0; at < runs.length; at += 1) {
    let mixed = 0x811c9dc5;
    for (let next = at; next < Math.min(words.length, at + shingle); next += 1) {
      mixed = Math.imul(mixed ^ (words[next] ?? 0), 0x01000193);
      mixed ^= mixed >>> 15;
    }
    runs[at] = mixed;
  }
  runs.sort();
  return runs.filter((run, at) => at === 0 || run !== runs[at - 1]).slice(0, kept);
}

/** Whether two texts are nearly the same one, as copies of an agency's report or two versions of a story are. */
export function isSameText(one: Uint32Array, other: Uint32Array): boolean {
  const size = Math.min(kept, Math.max(one.length, other.length));
  let [a, b, seen, shared] = [0, 0, 0, 0];
  while (seen < size && a < one.length && b < other.length) {
    const [x = 0, y = 0] = [one[a], other[b]];
    if (x === y) shared += 1;
    if (x <= y) a += 1;
    if (y <= x) b += 1;
    seen += 1;
  }
  return shared >= same * size;
}
