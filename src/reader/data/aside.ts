import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import type { PageDocument } from '../../model/document.ts';
import { documentQuery, fetchDocument, fresh } from './queries.ts';

/** How long a copy that was put aside waits to be asked for. Milliseconds. */
const kept = 30 * 60_000;
/** How long it is remembered of a page that was left that nothing was put aside for it: there are many. Milliseconds. */
const keptEmpty = 5000;

/** A page's newest copy, where an older one is in memory: kept beside it, so that nothing is swapped under a reader. */
function asideQuery(base: string, address: string) {
  return queryOptions({
    queryKey: ['aside', address],
    queryFn: ({ signal }) => fetchDocument(base, address, signal),
    gcTime: kept,
  });
}

function inMemory(client: QueryClient, base: string, address: string) {
  const { queryKey } = documentQuery(base, address);
  return client.getQueryCache().find<PageDocument>({ queryKey });
}

/** Whether a page is in memory and recent enough to be shown without asking. */
export function isCurrent(client: QueryClient, base: string, address: string): boolean {
  const query = inMemory(client, base, address);
  return query?.state.data !== undefined && !query.isStaleByTime(fresh);
}

/**
 * Brings the newest copy of a page to which the reader may go. What comes while that page is already on screen is put
 * aside, see useAside. Never throws.
 */
export async function bringNewest(
  client: QueryClient,
  base: string,
  address: string,
): Promise<void> {
  if (isCurrent(client, base, address)) return undefined;
  const before = inMemory(client, base, address);
  if (before?.state.data === undefined) {
    return client.prefetchQuery(documentQuery(base, address));
  }
  await client.prefetchQuery(asideQuery(base, address));
  const now = inMemory(client, base, address);
  const came = client.getQueryData(asideQuery(base, address).queryKey);
  // The same again only tells that what is in memory is current.
  if (now?.isActive() !== true || now.state.data?.version === came?.version) {
    takeAside(client, base, address);
  }
  return undefined;
}

/** The newest of a page that can be had, wherever it is put; undefined when there is none. */
export async function newestOf(
  client: QueryClient,
  base: string,
  address: string,
): Promise<PageDocument | undefined> {
  await bringNewest(client, base, address);
  return (
    client.getQueryData(asideQuery(base, address).queryKey) ??
    client.getQueryData(documentQuery(base, address).queryKey)
  );
}

/** What was put aside takes its page's place: asked for by the reader, or while nobody looks. */
export function takeAside(client: QueryClient, base: string, address: string): void {
  const { queryKey } = asideQuery(base, address);
  const came = client.getQueryData(queryKey);
  if (came === undefined) return;
  client.setQueryData(documentQuery(base, address).queryKey, came);
  client.removeQueries({ queryKey, exact: true });
}

interface Aside {
  version: string | undefined;
  isBehind: boolean;
}

/**
 * Of a page on screen: the version that was put aside, and whether the newest was asked for and could not be had. A page
 * that is printed is the newest there is.
 */
export const useAside: (base: string, address: string) => Aside = import.meta.env.SSR
  ? () => ({ version: undefined, isBehind: false })
  : function useAside(base, address) {
      const shown = useQuery({ ...documentQuery(base, address), enabled: false });
      const aside = useQuery({
        ...asideQuery(base, address),
        enabled: false,
        gcTime: keptEmpty,
      });
      const isLater = aside.dataUpdatedAt > shown.dataUpdatedAt;
      return {
        version: isLater ? aside.data?.version : undefined,
        isBehind: aside.errorUpdatedAt > shown.dataUpdatedAt && aside.isError,
      };
    };
