import { useQuery, useQueryClient } from '@tanstack/react-query';
import { frontAddress } from '../../../model/address.ts';
import type { Front } from '../../../model/edition.ts';
import { documentQuery, fetchDocument, pointerQuery } from '../../data/queries.ts';
import { useLooking } from '../../data/useLooking.ts';
import { countChanges } from './countChanges.ts';

/** A newer edition than the one the reader began with. */
export interface NewEdition {
  version: string;
  front: Front;
  added: number;
  changed: number;
}

/**
 * The edition that came while the reader was here, or undefined. Its front is fetched beside the one on screen, which
 * stays as it is.
 */
export function useNewEdition(base: string): NewEdition | undefined {
  const client = useQueryClient();
  useLooking();
  const { data: pointer } = useQuery(pointerQuery(base));
  const front = documentQuery(base, frontAddress);
  // Asked for once, early: later it would be the newer one already.
  const { data: begun } = useQuery({
    queryKey: ['begun'],
    queryFn: async () => client.getQueryData(front.queryKey) ?? client.fetchQuery(front),
    staleTime: Infinity,
    gcTime: Infinity,
  });
  const version = pointer?.fronts[frontAddress];
  const shown = client.getQueryData(front.queryKey)?.version ?? begun?.version;
  const isNewer = version !== undefined && shown !== undefined && version !== shown;
  const { data: next } = useQuery({
    queryKey: ['edition', version],
    queryFn: ({ signal }) => fetchDocument(base, frontAddress, signal),
    enabled: isNewer,
    staleTime: Infinity,
  });
  if (!isNewer || next?.schema !== 'lede-front/1' || begun?.schema !== 'lede-front/1') {
    return undefined;
  }
  // A host in the middle of a release may still give the old front: then there is nothing to offer yet.
  if (next.version === shown) return undefined;
  return { version: next.version, front: next, ...countChanges(begun, next) };
}
