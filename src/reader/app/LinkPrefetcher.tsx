import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { withBase } from '../../model/address.ts';
import { bringNewest, isCurrent } from '../data/aside.ts';
import { savesData } from '../data/savesData.ts';
import { hasSheetsFor } from '../ui/restOfSheets.ts';
import { destinationOf, linkOf } from './linkAddress.ts';
import { meanPage } from './meantPage.ts';

/** How long a pointer or the focus rests on a link before that means something: what is passed over is not. Milliseconds. */
const dwell = 65;
/** Pages fetched on intent, for each page: a list that is gone through link by link is not fetched whole. */
const most = 20;
const intents = ['pointerover', 'focusin', 'touchstart'] as const;

/**
 * Fetches a page's data ahead when the reader means it, a finger at once, a pointer or the focus when it rests, and then has
 * the page made ready.
 */
export function LinkPrefetcher({ base }: { base: string }): ReactNode {
  const client = useQueryClient();
  const { key } = useLocation();

  useEffect(() => {
    if (savesData()) return undefined;
    const stop = new AbortController();
    let left = most;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let latest: HTMLAnchorElement | undefined;
    const ahead = async (link: HTMLAnchorElement): Promise<void> => {
      const to = destinationOf(link, base, window.location);
      if (to === undefined) return;
      if (!isCurrent(client, base, to.address)) {
        if (left === 0) return;
        left -= 1;
        await bringNewest(client, base, to.address);
      }
      const isReady =
        hasSheetsFor(withBase(base, to.address)) && isCurrent(client, base, to.address);
      if (latest === link && isReady) meanPage(to.address);
    };
    const mean = (event: Event): void => {
      clearTimeout(timer);
      latest = linkOf(event);
      if (latest === undefined) return;
      timer = setTimeout(
        (link: HTMLAnchorElement) => void ahead(link),
        event.type === 'touchstart' ? 0 : dwell,
        latest,
      );
    };
    // A finger that scrolls means no link.
    const forget = (): void => {
      latest = undefined;
      meanPage(undefined);
    };
    document.addEventListener('pointercancel', forget, { signal: stop.signal });
    for (const intent of intents) {
      document.addEventListener(intent, mean, { passive: true, signal: stop.signal });
    }
    return () => {
      latest = undefined;
      clearTimeout(timer);
      stop.abort();
    };
  }, [base, client, key]);

  return null;
}
