import { useSyncExternalStore } from 'react';
import { reloadOnce } from './reloadOnce.ts';

/** Address of the one page that can be shown while the rest of the stylesheet is not here. */
let only: string | undefined;
/** Whether it is still on its way. */
let isComing = false;
const waiting = new Set<() => void>();

/**
 * Fetches the parts of the stylesheet that a page does without, for the pages to come. They stand behind the page's own,
 * which they repeat, and before those of parts that are loaded later: so all rules keep the order of the build. When they
 * cannot be had, links load their pages whole, as without script.
 * @param href absent where the page has all of them
 * @param own the page's own address, which a reader who went on before the app started has left
 * @param isThere whether that is where the reader is
 */
export function fetchRestOfSheets(
  href: string | undefined,
  own: string,
  isThere: () => boolean,
  view: Window = window,
): void {
  if (href === undefined) return;
  const { document } = view;
  only = own;
  isComing = true;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  link.addEventListener('load', showAll);
  link.addEventListener('error', () => {
    tell();
    const moved = async (): Promise<void> => {
      if (!isThere() && !(await reloadOnce(href, view))) showAll();
    };
    // The browser's own way back is the one move that asks no link.
    view.addEventListener('popstate', () => void moved());
    void moved();
  });
  const last = [...document.head.querySelectorAll('style')].at(-1);
  if (last === undefined) document.head.append(link);
  else last.after(link);
}

function showAll(): void {
  only = undefined;
  tell();
}

function tell(): void {
  isComing = false;
  for (const listener of waiting) listener();
}

/** Whether the page at this address has all its rules. */
export function hasSheetsFor(address: string): boolean {
  return only === undefined || only === address;
}

/** The same, followed; true in a first render. */
export function useSheetsFor(address: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => hasSheetsFor(address),
    () => true,
  );
}

/** Resolves once the rest is here, or cannot be had: what comes later than a page waits for it. */
export function restOfSheets(): Promise<void> {
  return new Promise((resolve) => {
    if (isComing) waiting.add(resolve);
    else resolve();
  });
}

function subscribe(listener: () => void): () => void {
  waiting.add(listener);
  return () => waiting.delete(listener);
}
