import type { QueryClient } from '@tanstack/react-query';

/** Pages kept in memory besides the one on screen: enough to go back over a sitting, and a few hundred kB at most. */
const most = 40;

/**
 * Forgets the pages that were longest unused when more than some are in memory, so that an hour of reading weighs no
 * more than its first minutes. Returns how to stop.
 */
export function keepNewest(client: QueryClient, limit = most): () => void {
  const cache = client.getQueryCache();
  /** Hashes of queries, the longest unused first. */
  const used = new Set<string>();
  return cache.subscribe(({ type, query: { queryHash } }) => {
    if (!queryHash.startsWith('["document"')) return;
    used.delete(queryHash);
    if (type === 'removed') return;
    used.add(queryHash);
    for (const hash of used) {
      if (used.size <= limit) break;
      const old = cache.get(hash);
      if (old === undefined) used.delete(hash);
      else if (old.getObserversCount() === 0 && old.state.fetchStatus === 'idle') cache.remove(old);
    }
  });
}
