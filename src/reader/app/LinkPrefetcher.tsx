import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { documentQuery } from '../data/queries.ts';
import { destinationOf, linkOf } from './linkAddress.ts';
import { savesData } from './savesData.ts';

/** Stories fetched ahead for being in view, per page: about what a related list shows at once. */
const inView = 12;
const intents = ['pointerover', 'focusin', 'touchstart'] as const;

/** Fetches a story's data ahead when the reader means it, and related ones in view when nothing else is going on. */
export function LinkPrefetcher({ base }: { base: string }): ReactNode {
  const client = useQueryClient();
  const { key } = useLocation();

  useEffect(() => {
    if (savesData()) return undefined;
    const stop = new AbortController();
    const ahead = (link: HTMLAnchorElement | undefined): void => {
      const to = link === undefined ? undefined : destinationOf(link, base, window.location);
      if (to !== undefined) void client.prefetchQuery(documentQuery(base, to.address));
    };
    for (const intent of intents) {
      document.addEventListener(intent, (event) => ahead(linkOf(event)), {
        passive: true,
        signal: stop.signal,
      });
    }
    const stopWatching = watchRelated(ahead);
    return () => {
      stop.abort();
      stopWatching();
    };
  }, [base, client, key]);

  return null;
}

/** Calls `ahead` for related headlines that come into view, one at a time, when the browser is idle. */
function watchRelated(ahead: (link: HTMLAnchorElement) => void): () => void {
  if (!('IntersectionObserver' in window) || !('requestIdleCallback' in window)) {
    return () => undefined;
  }
  let left = inView;
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLAnchorElement)) continue;
      observer.unobserve(target);
      if (left > 0) requestIdleCallback(() => ahead(target));
      left -= 1;
    }
  });
  const idle = requestIdleCallback(() => {
    for (const link of document.querySelectorAll('.related a[href]')) observer.observe(link);
  });
  return () => {
    cancelIdleCallback(idle);
    observer.disconnect();
  };
}
