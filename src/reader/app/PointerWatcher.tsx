import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { documentQuery, pointerQuery } from '../data/queries.ts';
import { useLooking } from '../data/useLooking.ts';

/**
 * Asks now and then which edition is current. A newer one marks the fronts in memory as old, so that the next visit
 * fetches them; what is on screen stays as it is.
 */
export function PointerWatcher({ base }: { base: string }): ReactNode {
  const client = useQueryClient();
  useLooking();
  const { data } = useQuery(pointerQuery(base));

  useEffect(() => {
    for (const [address, version] of Object.entries(data?.fronts ?? {})) {
      const { queryKey } = documentQuery(base, address);
      const shown = client.getQueryData(queryKey)?.version;
      if (shown !== undefined && shown !== version) {
        void client.invalidateQueries({ queryKey, exact: true, refetchType: 'none' });
      }
    }
  }, [base, client, data]);

  return null;
}
