import { useQuery } from '@tanstack/react-query';
import { useOwn } from '../../data/own/useOwn.ts';
import { weighTraces } from '../../storage/traces.ts';
import { useBase } from '../../ui/site.ts';

/** How much is written down of the reader's reading, followed; undefined until storage has answered. */
export function useTraces() {
  const own = useOwn();
  const base = useBase();
  return useQuery({
    // Under the visits, with which it changes.
    queryKey: ['own', base, 'visits', 'weight'],
    queryFn: () => weighTraces(own),
  }).data;
}
