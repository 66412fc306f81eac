import { createContext, useContext, useLayoutEffect, type ReactNode } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';
import { showFace } from '../ui/readingFace.ts';
import { shown } from '../ui/shown.ts';
import { linksTo, type Place, type Places } from './places.ts';

/** The record of places; absent while rendering in the publisher. */
export const PlacesContext = createContext<Places | undefined>(undefined);

interface Props {
  title: string;
  /** False for a page that waits for the reader to come back. */
  isShown?: boolean;
  children: ReactNode;
}

/**
 * Stands around a page's content and runs when it is on screen. The title changes before the focus moves to the new
 * heading, which is how a screen reader hears of the new page; going back returns to the place that was left.
 */
export function Arrival({ title, isShown = true, children }: Props): ReactNode {
  const { key, hash } = useLocation();
  const kind = useNavigationType();
  const places = useContext(PlacesContext);

  useLayoutEffect(() => {
    if (isShown) document.title = title;
  }, [isShown, title]);

  useLayoutEffect(() => {
    if (places === undefined || !isShown) return undefined;
    showFace();
    const place = places.arrive(key, hash);
    if (kind !== 'POP') goToTop(hash);
    else if (place !== undefined) goBackTo(place);
    return () => places.depart();
  }, [key, hash, kind, places, isShown]);

  return children;
}

function goToTop(hash: string): void {
  const target = targetOf(hash);
  if (target === null) window.scrollTo(0, 0);
  else target.scrollIntoView();
  document.querySelector<HTMLElement>(`h1${shown}`)?.focus({ preventScroll: true });
}

function targetOf(hash: string): HTMLElement | null {
  try {
    return hash === ''
      ? null
      : document.querySelector(`[id=${JSON.stringify(decodeURIComponent(hash.slice(1)))}]${shown}`);
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
  (target ?? document.querySelector<HTMLElement>(`h1${shown}`))?.focus({ preventScroll: true });
}
