import type { Outcome } from '../storage/outcome.ts';
import { askWorker } from './askWorker.ts';

/**
 * Does work of the reader's own. On a full device the worker gives up the pictures that nobody asked for, and the work is
 * done once more before it is said to have failed.
 */
export async function withRoom<Value>(
  work: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const first = await work();
  if (first.ok || first.problem !== 'full') return first;
  const answer = await askWorker({ kind: 'make-room' });
  return answer?.kind === 'room' && answer.isMade ? work() : first;
}
