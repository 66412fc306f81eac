import type { Inline } from '../../../model/body.ts';
import { tidyInlines } from '../tidyInlines.ts';

/** Marks that may stand inside each other; deeper ones keep their words. */
const deepest = 24;

/** A mark that is open while words are read, and the one around it. */
export interface Mark {
  around: Mark | undefined;
  depth: number;
  wrap(children: Inline[]): Inline;
}

/** Opens a mark inside another. */
export function openMark(around: Mark | undefined, wrap: Mark['wrap']): Mark | undefined {
  const depth = (around?.depth ?? 0) + 1;
  return depth > deepest ? around : { around, depth, wrap };
}

interface Run {
  mark: Mark | undefined;
  inline: string | { type: 'break' };
}

/** The words of one paragraph while they are read. Marks may reach over its end: they are opened again in the next. */
export class Line {
  #runs: Run[] = [];

  get isBlank(): boolean {
    return this.#runs.every(({ inline }) => typeof inline === 'string' && inline.trim() === '');
  }

  add(inline: Run['inline'], mark: Mark | undefined): void {
    this.#runs.push({ inline, mark });
  }

  /** Takes the words out, as one paragraph or, where two line breaks follow each other, as several. */
  take(): Inline[][] {
    const parts = splitAtBreaks(this.#runs);
    this.#runs = [];
    return parts.map((part) => tidyInlines(nest(part))).filter((inlines) => inlines.length > 0);
  }
}

function splitAtBreaks(runs: readonly Run[]): Run[][] {
  const parts: Run[][] = [[]];
  let breaks = 0;
  for (const run of runs) {
    if (typeof run.inline !== 'string') breaks += 1;
    else if (run.inline.trim() !== '') {
      if (breaks > 1) parts.push([]);
      breaks = 0;
    }
    parts.at(-1)?.push(run);
  }
  return parts;
}

/** Runs with their marks become nested inlines; neighbours share the marks they have in common. */
function nest(runs: readonly Run[]): Inline[] {
  const root: Inline[] = [];
  const open: { mark: Mark; children: Inline[] }[] = [];
  const closeTo = (depth: number): void => {
    while (open.length > depth) {
      const closed = open.pop();
      if (closed !== undefined)
        (open.at(-1)?.children ?? root).push(closed.mark.wrap(closed.children));
    }
  };
  for (const { inline, mark } of runs) {
    const path = pathOf(mark);
    const shared = path.findIndex((one, depth) => open[depth]?.mark !== one);
    closeTo(shared === -1 ? path.length : shared);
    for (const one of path.slice(open.length)) open.push({ mark: one, children: [] });
    (open.at(-1)?.children ?? root).push(inline);
  }
  closeTo(0);
  return root;
}

function pathOf(mark: Mark | undefined): Mark[] {
  const path: Mark[] = [];
  for (let at = mark; at !== undefined; at = at.around) path.push(at);
  return path.toReversed();
}
