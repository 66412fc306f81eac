import { createContext, useContext, useLayoutEffect, type ReactNode } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';
import { showFace } from '../ui/readingFace.ts';
import { linksTo, type Place, type Places } from './places.ts';

/** The record of places; absent while rendering in the publisher. */
export const PlacesContext = createContext<Places | undefined>(undefined);

/**
 * Stands around a page's content and runs when it is on screen. The title changes before the focus moves to the new
 * heading, which is how a screen reader hears of the new page; going back returns to the place that was left.
 */
export function Arrival({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const { key, hash } = useLocation();
  const kind = useNavigationType();
  const places = useContext(PlacesContext);

  useLayoutEffect(() => {
    document.title = title;
  }, [title]);

  useLayoutEffect(() => {
    if (places === undefined) return undefined;
    showFace();
    const place = places.arrive(key);
    if (kind !== 'POP') goToTop(hash);
    else if (place !== undefined) goBackTo(place);
    return () => places.depart();
  }, [key, hash, kind, places]);

  return children;
}

function goToTop(hash: string): void {
  const target = targetOf(hash);
  if (target === null) window.scrollTo(0, 0);
  else target.scrollIntoView();
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}

function targetOf(hash: string): HTMLElement | null {
  try {
    return hash === '' ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    // `#100%` is no name of anything here.
    return null;
  }
}

function goBackTo({ scroll, height, link }: Place): void {
  const target = link === undefined ? undefined : linksTo(document, link.href)[link.nth];
  const now = document.documentElement.scrollHeight;
  const isOther = height !== undefined && height !== now;
  window.scrollTo(0, isOther ? (scroll * now) / height : scroll);
  if (isOther && target !== undefined && link?.top !== undefined) {
    window.scrollBy(0, target.getBoundingClientRect().top - link.top);
  }
  (target ?? document.querySelector<HTMLElement>('h1'))?.focus({ preventScroll: true });
}
