import { queryOptions, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { dataAddress, frontAddress, withBase } from '../../../model/address.ts';
import { parseDocument, type PageDocument } from '../../../model/document.ts';
import type { Front } from '../../../model/edition.ts';
import { documentQuery, fetchDocument, pointerQuery } from '../../data/queries.ts';
import { useLooking } from '../../data/useLooking.ts';
import { countChanges } from './countChanges.ts';

/** The front that the reader saw last, or only which one it was when they began. */
type Seen = Front | { version: string };

/** A front that came as it was is asked for again after a while, each time a longer one: from, to, milliseconds. */
const [soonest, latest] = [4000, 60_000];

const seenQuery = queryOptions<Seen>({
  queryKey: ['seen'],
  queryFn: skipToken,
  gcTime: Infinity,
});

interface Next {
  front: PageDocument;
  /** The front that the worker kept before. */
  held: Front | undefined;
}

/** A newer edition than the one the reader saw last. */
export interface NewEdition {
  version: string;
  front: Front;
  /** Absent where the front before is not known. */
  counts?: { added: number; changed: number };
}

/**
 * The edition that came while the reader was here, or undefined. Its front is fetched beside the one on screen, which
 * stays as it is. Until there is a newer one, nothing is fetched for this but the pointer.
 * @param address of the page on screen
 */
export function useNewEdition(base: string, address: string): NewEdition | undefined {
  const client = useQueryClient();
  useLooking();
  const { data: pointer } = useQuery(pointerQuery(base));
  const version = pointer?.fronts[frontAddress];
  const front = documentQuery(base, frontAddress);
  const { data: inMemory } = useQuery({ ...front, enabled: false });
  const onScreen = address === frontAddress && isFront(inMemory) ? inMemory : undefined;
  const { data: before } = useQuery(seenQuery);
  useEffect(() => {
    if (onScreen !== undefined) client.setQueryData(seenQuery.queryKey, onScreen);
    else if (version !== undefined) {
      const { queryKey } = documentQuery(base, frontAddress);
      // Who has seen no front yet began with the one of this moment.
      client.setQueryData(seenQuery.queryKey, (known) => {
        const read = client.getQueryData(queryKey);
        return known ?? (isFront(read) ? read : { version });
      });
    }
  }, [base, client, onScreen, version]);
  // What is in memory may have been brought ahead, and not been looked at.
  const seen = onScreen ?? before;
  const isNewer = version !== undefined && seen !== undefined && version !== seen.version;
  const { data: next } = useQuery({
    queryKey: ['edition', version],
    queryFn: async ({ signal, queryKey }) => {
      // Before the newer one takes its place there.
      const { held = isFront(seen) ? undefined : await findHeldFront(base) } =
        client.getQueryData<Next>(queryKey) ?? {};
      return { front: await fetchDocument(base, frontAddress, signal), held } satisfies Next;
    },
    enabled: isNewer,
    staleTime: Infinity,
    refetchInterval: ({ state: { data, dataUpdateCount, errorUpdateCount } }) =>
      data === undefined || data.front.version === seen?.version
        ? Math.min(soonest * 2 ** (dataUpdateCount + errorUpdateCount - 1), latest)
        : false,
  });
  if (!isNewer || !isFront(next?.front)) return undefined;
  // A host in the middle of a release, or a slow line to one, still gives the old front: there is nothing to offer yet.
  if (next.front.version === seen.version) return undefined;
  const old = isFront(seen) ? seen : next.held;
  return {
    version: next.front.version,
    front: next.front,
    ...(old?.version === seen.version && { counts: countChanges(old, next.front) }),
  };
}

/** The front that the worker keeps on this device. */
async function findHeldFront(base: string): Promise<Front | undefined> {
  try {
    const held = await caches.match(withBase(base, dataAddress(frontAddress)));
    const parsed = parseDocument(await held?.json(), ['lede-front']);
    return parsed.ok ? parsed.value : undefined;
  } catch {
    // No storage here: then nothing is known of it.
    return undefined;
  }
}

function isFront(document: object | undefined): document is Front {
  return document !== undefined && 'schema' in document && document.schema === 'lede-front/1';
}
