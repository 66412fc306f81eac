import { addressOf } from '../../../model/address.ts';
import type { Own } from '../../storage/own.ts';
import { recordPosition } from '../../storage/positions.ts';
import { parseRecord, type Position } from '../../storage/records.ts';
import { measureAnchor, piecesOf, wayTo, type Anchor } from './pieces.ts';
import { storageKey } from '../../ui/storageKey.ts';

/** How long the page must rest before its place is written down. Milliseconds. */
const rest = 250;
/** Less than this is no move. Pixels. */
const near = 4;

/**
 * Keeps the reader's place on a page: writes down which piece is at the top of the window, and stands there again after
 * a reload and when the text changes its size. Returns how to stop.
 */
export function keepPosition(own: Own, base: string, address: string): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let anchor = isFirstPage() ? readSession(address) : undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let width = window.innerWidth;
  // The next page may stand there before this one's keeping is stopped.
  const isHere = (): boolean => addressOf(base, window.location.pathname) === address;

  const stand = (): void => {
    const way = anchor && isHere() ? wayTo(anchor, piecesOf(document)) : undefined;
    if (way !== undefined && Math.abs(way) > near)
      window.scrollBy({ top: way, behavior: 'instant' });
  };
  const note = (): void => {
    if (!isHere()) return;
    anchor = measureAnchor(piecesOf(document));
    if (anchor !== undefined) {
      void recordPosition(own, { ...anchor, address, at: Date.now() });
    }
  };
  const onScroll = (): void => {
    clearTimeout(timer);
    timer = setTimeout(note, rest);
  };
  const onLeave = (): void => writeSession(address, measureAnchor(piecesOf(document)));
  /** A place still due would be measured in the text as it is set now, and be another one. */
  const standAnew = (): void => {
    clearTimeout(timer);
    requestAnimationFrame(() => {
      if (signal.aborted) return;
      stand();
      onScroll();
    });
  };
  const resized = new MutationObserver((changes) => {
    // The style only says how high a notice at the foot is.
    if (changes.some(({ attributeName }) => attributeName !== 'style')) standAnew();
  });

  if (wasReloaded()) stand();
  // The reader may have begun before this script came.
  if (window.scrollY > 0) onScroll();
  window.addEventListener('scroll', onScroll, { passive: true, signal });
  window.addEventListener('pagehide', onLeave, { signal });
  window.addEventListener(
    'resize',
    () => {
      // A phone's bars change the height all the time; only another width sets the text anew.
      if (window.innerWidth !== width) standAnew();
      width = window.innerWidth;
    },
    { signal },
  );
  resized.observe(document.documentElement, { attributes: true });
  return () => {
    stop.abort();
    clearTimeout(timer);
    resized.disconnect();
  };
}

let pages = 0;

/**
 * Only the first page of a load can have been reloaded; later ones have their places from the app. What stands for one that
 * is on its way is none.
 */
function isFirstPage(): boolean {
  if (piecesOf(document).length === 0) return false;
  pages += 1;
  return pages === 1;
}

function wasReloaded(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate';
}

/** Over a reload the place goes by way of the session: the database may not be done when the page ends. */
function readSession(address: string): Anchor | undefined {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storageKey('position')) ?? 'null');
    const position = parseRecord('positions', stored);
    return position?.address === address ? position : undefined;
  } catch {
    return undefined;
  }
}

function writeSession(address: string, anchor: Anchor | undefined): void {
  try {
    if (anchor === undefined) sessionStorage.removeItem(storageKey('position'));
    else {
      const position: Position = { ...anchor, address, at: Date.now() };
      sessionStorage.setItem(storageKey('position'), JSON.stringify(position));
    }
  } catch {
    // The session keeps nothing: the browser's own restoration, by pixels, remains.
  }
}
