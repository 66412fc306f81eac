import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { FromWorker, ToWorker } from '../../../model/workerMessages.ts';
import { askWorker, hearWorker } from '../../data/askWorker.ts';

type Kept = Extract<FromWorker, { kind: 'weight' }>['parts'];

const queryKey = ['kept'];
/** The worker tells of every file it keeps; it is asked for the sum no oftener than this. Milliseconds. */
const settling = 500;
/** Removing or putting back thousands takes its time. Milliseconds. */
const patience = 60_000;

/**
 * What the worker keeps on this device and how large it is, followed, and how to change it, which says what kept it from
 * being done: `silent` the worker says nothing · `gone` there was nothing to put back. Undefined until it has answered;
 * null where there is no worker.
 */
export function useKept(): {
  kept: Kept | null | undefined;
  change: (
    message: Extract<ToWorker, { kind: 'remove-near' | 'put-back' }>,
  ) => Promise<'silent' | 'gone' | undefined>;
} {
  const client = useQueryClient();
  const { data: kept } = useQuery({
    queryKey,
    queryFn: async () => partsOf(await askWorker({ kind: 'weigh' })),
    staleTime: Infinity,
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = hearWorker(({ kind }) => {
      if (kind !== 'kept' && kind !== 'take') return;
      timer ??= setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey });
      }, settling);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client]);
  return {
    kept,
    change: async (message) => {
      const answer = await askWorker(message, patience);
      if (answer?.kind !== 'weight') return 'silent';
      client.setQueryData(queryKey, answer.parts);
      return answer.isBack === false ? 'gone' : undefined;
    },
  };
}

function partsOf(answer: FromWorker | undefined): Kept | null {
  return answer?.kind === 'weight' ? answer.parts : null;
}
