import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { bringNewest, isCurrent } from '../data/aside.ts';
import { savesData } from '../data/savesData.ts';
import { destinationOf, linkOf } from './linkAddress.ts';

/** How long a pointer or the focus rests on a link before that means something: what is passed over is not. Milliseconds. */
const dwell = 65;
/** Pages fetched on intent, for each page: a list that is gone through link by link is not fetched whole. */
const most = 20;
const intents = ['pointerover', 'focusin', 'touchstart'] as const;

/** Fetches a page's data ahead when the reader means it: a finger at once, a pointer or the focus when it rests. */
export function LinkPrefetcher({ base }: { base: string }): ReactNode {
  const client = useQueryClient();
  const { key } = useLocation();

  useEffect(() => {
    if (savesData()) return undefined;
    const stop = new AbortController();
    let left = most;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ahead = (link: HTMLAnchorElement): void => {
      const to = destinationOf(link, base, window.location);
      if (to === undefined || isCurrent(client, base, to.address) || left === 0) return;
      left -= 1;
      void bringNewest(client, base, to.address);
    };
    const mean = (event: Event): void => {
      clearTimeout(timer);
      const link = linkOf(event);
      if (link === undefined) return;
      if (event.type === 'touchstart') ahead(link);
      else timer = setTimeout(ahead, dwell, link);
    };
    for (const intent of intents) {
      document.addEventListener(intent, mean, { passive: true, signal: stop.signal });
    }
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [base, client, key]);

  return null;
}
