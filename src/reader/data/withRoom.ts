import type { Outcome } from '../storage/outcome.ts';
import { askWorker } from './askWorker.ts';

/**
 * Does work of the reader's own. On a full device the worker gives up what nobody asked for, some of it at a time, and
 * the work is done again before it is said to have failed.
 */
export async function withRoom<Value>(
  work: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  let outcome = await work();
  while (!outcome.ok && outcome.problem === 'full' && (await makeRoom())) outcome = await work();
  return outcome;
}

/** Whether the worker had anything on this device that nobody asked for, and gave it up. */
export async function makeRoom(): Promise<boolean> {
  const answer = await askWorker({ kind: 'make-room' });
  return answer?.kind === 'room' && answer.isMade;
}
