import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { bringNewest } from '../data/aside.ts';
import { savesData } from '../data/savesData.ts';
import { shown } from '../ui/shown.ts';
import { destinationOf } from './linkAddress.ts';

/** Stories fetched ahead without being pointed at, per page: about what a related list shows at once. */
const most = 12;
/** How many of them are fetched before the list comes into view: its first lines are what most readers go on to. */
const unseen = 8;

/**
 * Fetches related stories' data ahead when nothing else is going on. Stands inside a page's content, so that it begins when
 * that is on screen, however long it took to come.
 */
export function RelatedPrefetcher({ base }: { base: string }): ReactNode {
  const client = useQueryClient();

  useEffect(() => {
    if (savesData()) return undefined;
    return watchRelated((link) => {
      const to = destinationOf(link, base, window.location);
      if (to !== undefined) void bringNewest(client, base, to.address);
    });
  }, [base, client]);

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
    const links = [...document.querySelectorAll<HTMLAnchorElement>(`.related a[href]${shown}`)];
    for (const link of links.slice(unseen)) observer.observe(link);
    want(links.slice(0, unseen));
  });
  return () => {
    cancelIdleCallback(idle);
    observer.disconnect();
  };
}
