import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { bringNewest } from '../data/aside.ts';
import { destinationOf, linkOf } from './linkAddress.ts';
import { savesData } from '../data/savesData.ts';

/** Stories fetched ahead without being pointed at, per page: about what a related list shows at once. */
const most = 12;
/** How many of them are fetched before the list comes into view: its first lines are what most readers go on to. */
const unseen = 8;
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
      if (to !== undefined) void bringNewest(client, base, to.address);
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

/**
 * Calls `ahead` for the first related headlines and for those that come into view, one at a time, each when the
 * browser is idle.
 */
function watchRelated(ahead: (link: HTMLAnchorElement) => void): () => void {
  if (!('IntersectionObserver' in window) || !('requestIdleCallback' in window)) {
    return () => undefined;
  }
  const wanted: HTMLAnchorElement[] = [];
  let left = most;
  let idle = 0;
  const fetchNext = (): void => {
    idle = 0;
    const link = wanted.shift();
    if (link === undefined) return;
    ahead(link);
    idle = requestIdleCallback(fetchNext);
  };
  const want = (links: readonly HTMLAnchorElement[]): void => {
    const some = links.slice(0, left);
    left -= some.length;
    wanted.push(...some);
    if (idle === 0) idle = requestIdleCallback(fetchNext);
  };
  const observer = new IntersectionObserver((entries) => {
    const seen = entries.flatMap(({ isIntersecting, target }) => {
      return isIntersecting && target instanceof HTMLAnchorElement ? target : [];
    });
    for (const link of seen) observer.unobserve(link);
    want(seen);
  });
  idle = requestIdleCallback(() => {
    idle = 0;
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.related a[href]')];
    for (const link of links.slice(unseen)) observer.observe(link);
    want(links.slice(0, unseen));
  });
  return () => {
    cancelIdleCallback(idle);
    observer.disconnect();
  };
}
