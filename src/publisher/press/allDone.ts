/**
 * Waits until all of some work is over, whatever became of it, and only then throws what went wrong first: a run that
 * failed gives its lock back, and from then on must not write.
 */
export async function allDone(work: readonly Promise<unknown>[]): Promise<void> {
  const outcomes = await Promise.allSettled(work);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
