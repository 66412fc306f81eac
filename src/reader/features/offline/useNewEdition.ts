import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { frontAddress } from '../../../model/address.ts';
import type { Front } from '../../../model/edition.ts';
import { documentQuery, fetchDocument, pointerQuery } from '../../data/queries.ts';
import { useLooking } from '../../data/useLooking.ts';
import { countChanges } from './countChanges.ts';

const seenKey = ['seen'];

/** A newer edition than the one the reader saw last. */
export interface NewEdition {
  version: string;
  front: Front;
  added: number;
  changed: number;
}

/**
 * The edition that came while the reader was here, or undefined. Its front is fetched beside the one on screen, which
 * stays as it is.
 * @param address of the page on screen
 */
export function useNewEdition(base: string, address: string): NewEdition | undefined {
  const client = useQueryClient();
  useLooking();
  const { data: pointer } = useQuery(pointerQuery(base));
  const front = documentQuery(base, frontAddress);
  const { data: inMemory } = useQuery({ ...front, enabled: false });
  const onScreen = address === frontAddress ? inMemory : undefined;
  // Who has seen no front yet began with the one of that moment: asked for later, it would be the newer one already.
  const { data: before } = useQuery({
    queryKey: seenKey,
    queryFn: async () => client.getQueryData(front.queryKey) ?? client.fetchQuery(front),
    staleTime: Infinity,
    gcTime: Infinity,
  });
  useEffect(() => {
    if (onScreen !== undefined) client.setQueryData(seenKey, onScreen);
  }, [client, onScreen]);
  // What is in memory may have been brought ahead, and not been looked at.
  const seen = onScreen ?? before;
  const version = pointer?.fronts[frontAddress];
  const isNewer = version !== undefined && seen !== undefined && version !== seen.version;
  const { data: next } = useQuery({
    queryKey: ['edition', version],
    queryFn: ({ signal }) => fetchDocument(base, frontAddress, signal),
    enabled: isNewer,
    staleTime: Infinity,
  });
  if (!isNewer || next?.schema !== 'lede-front/1' || seen.schema !== 'lede-front/1') {
    return undefined;
  }
  // A host in the middle of a release may still give the old front: then there is nothing to offer yet.
  if (next.version === seen.version) return undefined;
  return { version: next.version, front: next, ...countChanges(seen, next) };
}
