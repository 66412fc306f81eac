import { useCallback, useState } from 'react';
import * as v from 'valibot';

/** Where the reader was in a list of their own when they opened one of it. */
const placeSchema = v.object({
  /** How many rows stand before the page of it that is shown. */
  from: v.number(),
  /** What the reader looks for in it. */
  wanted: v.optional(v.string(), ''),
  /** Which load of the app it was: over a reload the browser and the app have places of their own. */
  load: v.optional(v.number()),
  /** Rows on screen by their links, and how far below the window's upper edge they stood, in pixels. */
  rows: v.array(v.tuple([v.string(), v.number()])),
});
type ListPlace = v.InferOutput<typeof placeSchema>;

const beginning: ListPlace = { from: 0, wanted: '', rows: [] };

/**
 * The page of a long list of the reader's own, what is looked for in it, and the place, for each entry of the browser's
 * history. A story that is opened moves to the head of the history and others come before the rest: so what is found again
 * is the rows around.
 *
 * @returns the page, how to turn to another, what is looked for, how to look for something else, and what the list's
 * element is to have as `ref`
 */
export function useListPlace(): {
  from: number;
  turnTo: (from: number) => void;
  wanted: string;
  lookFor: (wanted: string) => void;
  listRef: (list: HTMLElement | null) => (() => void) | undefined;
} {
  const [{ from, wanted }, setPlace] = useState(readPlace);
  const goTo = (place: ListPlace): void => {
    writePlace(place);
    setPlace(place);
  };
  const turnTo = (next: number): void => goTo({ from: next, wanted, rows: [] });
  const lookFor = (next: string): void => goTo({ ...beginning, wanted: next });
  const listRef = useCallback((list: HTMLElement | null) => {
    if (list === null) return undefined;
    // Once the page has arrived, which scrolls by pixels; still before anything is painted.
    queueMicrotask(() => standAgain(list));
    const stop = new AbortController();
    const leave = ({ target }: MouseEvent): void => {
      if (!(target instanceof Element) || target.closest(rowLinks) === null) return;
      const rows = rowsOf(list).filter(([, top]) => top > 0 && top < window.innerHeight);
      writePlace({ ...readPlace(), load: performance.timeOrigin, rows });
    };
    list.addEventListener('click', leave, { capture: true, signal: stop.signal });
    return () => stop.abort();
  }, []);
  return { from, turnTo, wanted, lookFor, listRef };
}

/** The links of the list's rows. */
const rowLinks = 'li[data-own] a[href]';

function standAgain(list: HTMLElement): void {
  const { rows, load, ...page } = readPlace();
  if (load !== performance.timeOrigin) return;
  // Once: who goes on from here by another way comes back to where they were then.
  writePlace({ ...page, rows: [] });
  const now = new Map(rowsOf(list));
  const ways = rows
    .flatMap(([href, top]) => {
      const there = now.get(href);
      return there === undefined ? [] : [there - top];
    })
    .toSorted((one, other) => one - other);
  // Most rows have moved alike; the one that was opened has gone to the head.
  const way = ways[ways.length >> 1];
  if (way !== undefined) window.scrollBy({ top: way, behavior: 'instant' });
}

function rowsOf(list: HTMLElement): [href: string, top: number][] {
  return [...list.querySelectorAll<HTMLAnchorElement>(rowLinks)].map((link) => [
    link.getAttribute('href') ?? '',
    link.getBoundingClientRect().top,
  ]);
}

function readPlace(): ListPlace {
  const entry: unknown = window.history.state;
  const kept = entry !== null && typeof entry === 'object' && 'list' in entry ? entry.list : {};
  const parsed = v.safeParse(placeSchema, kept);
  return parsed.success ? parsed.output : beginning;
}

/** In the entry itself, so that it lives as long as that, over a reload too. */
function writePlace(list: ListPlace): void {
  const entry: unknown = window.history.state;
  try {
    window.history.replaceState(
      { ...(entry !== null && typeof entry === 'object' && entry), list },
      '',
    );
  } catch {
    // Some browsers refuse too many in a row: the place is then not found again.
  }
}
