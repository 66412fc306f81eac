import type { Nodes, Root } from 'mdast';

/** Offsets in a text, the end behind the last character. */
export interface Range {
  start: number;
  end: number;
}

/** Where the nodes of a kind stand, in their order. Nodes that the parser gave no place are left out. */
export function rangesOf(root: Root, isOfKind: (node: Nodes) => boolean): Range[] {
  const ranges: Range[] = [];
  const waiting: Nodes[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const start = next.position?.start.offset;
    const end = next.position?.end.offset;
    if (start !== undefined && end !== undefined && isOfKind(next)) ranges.push({ start, end });
    if ('children' in next) for (const child of next.children.toReversed()) waiting.push(child);
  }
  return ranges;
}

/** Ranges of a text that is read from its beginning to its end, and cut on the way. */
export class Ranges {
  #ranges: readonly Range[];
  #next = 0;

  constructor(ranges: readonly Range[]) {
    this.#ranges = ranges;
  }

  /** The range that an offset is in. Offsets are asked for in their order. */
  at(offset: number): Range | undefined {
    const range = this.#endingBehind(offset);
    return range !== undefined && range.start <= offset ? range : undefined;
  }

  /**
   * What stands before an offset is taken out of the text. Where a range began in it and goes on, as one of a fence in a
   * note does, nothing is known of what follows.
   */
  cut(end: number): void {
    const range = this.#endingBehind(end);
    if (range !== undefined && range.start < end) this.#ranges = [];
  }

  #endingBehind(offset: number): Range | undefined {
    while ((this.#ranges[this.#next]?.end ?? Infinity) <= offset) this.#next += 1;
    return this.#ranges[this.#next];
  }
}
