import { leavePage } from '../ui/leavePage.ts';
import { shown } from '../ui/shown.ts';
import { storageKey } from '../ui/storageKey.ts';

/** Where a reader was on one entry of the browser's history. */
export interface Place {
  /** Pixels from the top. */
  scroll: number;
  /** Height of the whole page then, in pixels: in another face or text size the same words stand elsewhere. */
  height?: number;
  /**
   * The link that had the focus: its address, which of the links with that address it was, and how far below the
   * window's upper edge it stood.
   */
  link?: { href: string; nth: number; top?: number };
}

/** How many entries are remembered over a reload, and in memory: more than a browser's own history has. */
const [remembered, atMost] = [50, 200];

/**
 * Remembers the place on each history entry while the reader moves inside the app, and over a reload.
 * The browser's own restoration would run before the page of a `popstate` is there; leaving the app hands it back.
 */
export class Places {
  readonly #window: Window;
  readonly #places: Map<string, Place>;
  #active: string | undefined;
  #arrivals = 0;
  /** Where the last page stood, and the key of its entry. */
  #page = { path: '', key: '' };

  constructor(window: Window) {
    this.#window = window;
    this.#places = new Map(readStored(window));
  }

  /** Begins to record; returns how to stop. */
  start(): () => void {
    const view = this.#window;
    const stop = new AbortController();
    const { signal } = stop;
    this.#nameEntry(0);
    view.history.scrollRestoration = 'manual';
    view.addEventListener('scroll', () => this.#record(), { passive: true, signal });
    view.document.addEventListener('focusin', () => this.#record(), { signal });
    view.addEventListener('pagehide', () => this.#leave(), { signal });
    view.addEventListener(
      'popstate',
      () => {
        this.#nameEntry(1);
        leavePage(view.document);
      },
      { signal },
    );
    view.addEventListener(
      'pageshow',
      () => {
        view.history.scrollRestoration = 'manual';
      },
      { signal },
    );
    return () => stop.abort();
  }

  /**
   * The page of this entry is on screen: what happens from now on is remembered for it.
   * Gives the place that was left there; nothing on the first page, whose place is the browser's own business.
   * @param hash of its address: entries that differ in it only have one key, and a place each
   */
  arrive(key: string, hash = ''): Place | undefined {
    this.#page = { path: this.#window.location.pathname, key };
    this.#active = key + hash;
    this.#arrivals += 1;
    const place = this.#places.get(this.#active);
    if (place === undefined || this.#arrivals === 1) this.#record();
    return this.#arrivals === 1 ? undefined : place;
  }

  /** The page of the next entry is on its way: what stands for it begins at the top. */
  wait(): void {
    // Before the first page the browser is still looking for its place.
    if (this.#arrivals > 0) this.#window.scrollTo(0, 0);
  }

  /** The page is going; scroll events caused by its going are not the reader's. */
  depart(): void {
    this.#active = undefined;
  }

  /**
   * Gives an entry that no script made a key, before the router sees it, which takes all of them for one. The browser's own
   * move to a place on a page stays on that page's key: whatever is open there stays open.
   * @param idx how many entries lie before it, as the router counts
   */
  #nameEntry(idx: number): void {
    const { history, location } = this.#window;
    const state: unknown = history.state;
    if (state !== null && typeof state === 'object' && 'key' in state) return;
    const { path, key } = this.#page;
    const name = path === location.pathname ? key : String(Math.random());
    // Where it leads to is the browser's own business.
    this.#places.delete(name + location.hash);
    history.replaceState(Object.assign({ idx }, state, { key: name }), '');
  }

  #record(): void {
    if (this.#active === undefined) return;
    const focused = this.#window.document.activeElement;
    const link = focused === null ? undefined : findLink(this.#window.document, focused);
    this.#places.delete(this.#active);
    this.#places.set(this.#active, {
      scroll: this.#window.scrollY,
      height: this.#window.document.documentElement.scrollHeight,
      ...(link === undefined ? {} : { link }),
    });
    const [oldest] = this.#places.keys();
    if (this.#places.size > atMost && oldest !== undefined) this.#places.delete(oldest);
  }

  #leave(): void {
    this.#window.history.scrollRestoration = 'auto';
    try {
      const newest = [...this.#places].slice(-remembered);
      this.#window.sessionStorage.setItem(storageKey('places'), JSON.stringify(newest));
    } catch {
      // Storage is full or refused: places are then kept for as long as the page lives.
    }
  }
}

function findLink(document: Document, element: Element): Place['link'] {
  const href = element.getAttribute('href');
  if (element.tagName !== 'A' || href === null) return undefined;
  const nth = linksTo(document, href).indexOf(element as HTMLAnchorElement);
  // On the page that was left: asking where it is would lay that page out.
  if (nth === -1) return undefined;
  return { href, nth, top: element.getBoundingClientRect().top };
}

/** All links of the page on screen with this address, in order. */
export function linksTo(document: Document, href: string): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>(`a[href]${shown}`)].filter(
    (link) => link.getAttribute('href') === href,
  );
}

function readStored(view: Window): [string, Place][] {
  try {
    const stored: unknown = JSON.parse(view.sessionStorage.getItem(storageKey('places')) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(entry: unknown): entry is [string, Place] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false;
  const place: unknown = entry[1];
  if (place === null || typeof place !== 'object' || !('scroll' in place)) return false;
  if (typeof place.scroll !== 'number') return false;
  if ('height' in place && typeof place.height !== 'number') return false;
  if (!('link' in place)) return true;
  const { link } = place;
  return (
    link !== null &&
    typeof link === 'object' &&
    'href' in link &&
    typeof link.href === 'string' &&
    'nth' in link &&
    typeof link.nth === 'number' &&
    (!('top' in link) || typeof link.top === 'number')
  );
}
