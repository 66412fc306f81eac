import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { bringNewest, isCurrent } from '../data/aside.ts';
import { savesData } from '../data/savesData.ts';
import { hasSheetsFor } from '../ui/restOfSheets.ts';
import { destinationOf, isPlainClick, linkOf } from './linkAddress.ts';
import { meanPage } from './meantPage.ts';

/** How long a pointer or the focus rests on a link before that means something: what is passed over is not. Milliseconds. */
const dwell = 65;
/** Pages fetched on intent, for each page: a list that is gone through link by link is not fetched whole. */
const most = 20;
const intents = ['pointerover', 'focusin', 'pointerdown'] as const;

/**
 * Fetches a page's data ahead when the reader means it: when a pointer or the focus rests on its link, or the link is
 * pressed. A page whose link is pressed is made ready as well.
 */
export function LinkPrefetcher({ base }: { base: string }): ReactNode {
  const client = useQueryClient();
  const { key } = useLocation();

  useEffect(() => {
    if (savesData()) return undefined;
    const stop = new AbortController();
    let left = most;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pressed: HTMLAnchorElement | undefined;
    const ahead = async (link: HTMLAnchorElement, isPressed: boolean): Promise<void> => {
      const to = destinationOf(link, base, window.location);
      if (to === undefined) return;
      if (!isCurrent(client, base, to.address)) {
        if (left === 0) return;
        left -= 1;
        await bringNewest(client, base, to.address);
      }
      // A place on a page may be far down, where it is not made ready.
      const isReady =
        to.hash === '' && hasSheetsFor(to.address) && isCurrent(client, base, to.address);
      if (isPressed && pressed === link && isReady) meanPage(to.address);
    };
    const mean = (event: Event): void => {
      clearTimeout(timer);
      const link = linkOf(event);
      if (link === undefined) return;
      if (event instanceof PointerEvent && event.type === 'pointerdown') {
        if (!isPlainClick(event)) return;
        pressed = link;
        void ahead(link, true);
      } else timer = setTimeout(() => void ahead(link, false), dwell);
    };
    // A finger that scrolls means no link.
    const forget = (): void => {
      clearTimeout(timer);
      pressed = undefined;
      meanPage(undefined);
    };
    document.addEventListener('pointercancel', forget, { signal: stop.signal });
    for (const intent of intents) {
      document.addEventListener(intent, mean, { passive: true, signal: stop.signal });
    }
    return () => {
      pressed = undefined;
      clearTimeout(timer);
      stop.abort();
    };
  }, [base, client, key]);

  return null;
}
