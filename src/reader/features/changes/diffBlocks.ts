import type { Fingerprint } from '../../storage/records.ts';

type Said = Fingerprint['blocks'];

/** What happened to a story's text: by index of the block as it is now, and words that are gone. */
export interface BlockChanges {
  added: Set<number>;
  /** What the block said before. */
  altered: Map<number, string>;
  /** Words taken out after the block of this index; -1: before the first. */
  removed: { after: number; text: string }[];
}

/** More pairs than this are not compared one by one: what does not match is then new. Cells of the table. */
const most = 4_000_000;
/** An altered paragraph is looked for among this many that are left of the old text. */
const ahead = 8;
/** Two paragraphs with this share of their words in common are one paragraph, altered. */
const alike = 0.4;

/** Compares two texts block by block: what stayed in order is found first, what lies between is new, altered or gone. */
export function diffBlocks(before: Said, now: Said): BlockChanges {
  const changes: BlockChanges = { added: new Set(), altered: new Map(), removed: [] };
  let [from, to] = [0, 0];
  for (const [old, current] of [...stayed(before, now), [before.length, now.length] as const]) {
    compareGap({ before: before.slice(from, old), now: now.slice(to, current), to }, changes);
    [from, to] = [old + 1, current + 1];
  }
  return changes;
}

interface Gap {
  before: Said;
  now: Said;
  /** Index of its first block in the text as it is now. */
  to: number;
}

function compareGap({ before, now, to }: Gap, changes: BlockChanges): void {
  const left = before.map(({ text }) => ({ text, words: piecesOf(text) }));
  now.forEach(({ text }, index) => {
    const words = piecesOf(text);
    const match = left.slice(0, ahead).findIndex((old) => likeness(old.words, words) >= alike);
    if (match === -1) {
      changes.added.add(to + index);
      return;
    }
    // What stood before it and found no likeness was taken out.
    for (const old of left.splice(0, match)) {
      changes.removed.push({ after: to + index - 1, text: old.text });
    }
    changes.altered.set(to + index, left.shift()?.text ?? '');
  });
  for (const old of left) changes.removed.push({ after: to + now.length - 1, text: old.text });
}

/** Pairs of indexes of the blocks that stayed, in order: a longest common subsequence of their hashes. */
function stayed(before: Said, now: Said): [number, number][] {
  let start = 0;
  while (start < before.length && before[start]?.hash === now[start]?.hash) start += 1;
  let end = 0;
  while (
    end < Math.min(before.length, now.length) - start &&
    before.at(-1 - end)?.hash === now.at(-1 - end)?.hash
  ) {
    end += 1;
  }
  const [rows, columns] = [before.length - start - end, now.length - start - end];
  const pairs: [number, number][] = Array.from({ length: start }, (_, index) => [index, index]);
  if (rows * columns <= most) pairs.push(...commonBetween(before, now, { start, rows, columns }));
  for (let index = end; index > 0; index -= 1) {
    pairs.push([before.length - index, now.length - index]);
  }
  return pairs;
}

function commonBetween(
  before: Said,
  now: Said,
  { start, rows, columns }: { start: number; rows: number; columns: number },
): [number, number][] {
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  const isSame = (row: number, column: number): boolean =>
    before[start + row]?.hash === now[start + column]?.hash;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      lengths[row * width + column] = isSame(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (isSame(row, column)) {
      pairs.push([start + row, start + column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** Share of words two texts have in common, 0 to 1. */
function likeness(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  if (ours.size === 0 || theirs.size === 0) return 0;
  const common = [...ours].filter((word) => theirs.has(word)).length;
  return common / Math.max(ours.size, theirs.size);
}

/** The words of a text; in unspaced scripts its letters. */
function piecesOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const isSpaced = words.length * 12 > text.length;
  return new Set(isSpaced ? words : words.join(''));
}
