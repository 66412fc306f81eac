import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { documentQuery, pointerQuery } from '../data/queries.ts';
import { useLooking } from '../data/useLooking.ts';

/**
 * Asks now and then which edition is current. A newer one marks what is in memory as old, so that the next visit asks for
 * it: a front beside stories as they were would deny what it says has changed. What is on screen stays as it is.
 */
export function PointerWatcher({ base }: { base: string }): ReactNode {
  const client = useQueryClient();
  useLooking();
  const { data } = useQuery(pointerQuery(base));
  const known = useRef<string>(undefined);

  useEffect(() => {
    if (data === undefined) return;
    const { edition, fronts } = data;
    const isNewer =
      (known.current ?? edition) !== edition ||
      Object.entries(fronts).some(([address, version]) => {
        const inMemory = client.getQueryData(documentQuery(base, address).queryKey);
        return (inMemory?.version ?? version) !== version;
      });
    known.current = edition;
    if (isNewer) void client.invalidateQueries({ queryKey: ['document'], refetchType: 'none' });
  }, [base, client, data]);

  return null;
}
