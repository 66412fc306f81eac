import type { TakeState } from '../../../model/workerMessages.ts';
import { askWorker, hearWorker, tellWorker } from '../../data/askWorker.ts';

/** A worker that says nothing this long while it is at work was ended by the browser. Milliseconds. */
const silence = 8000;

let state: TakeState | undefined;
const listeners = new Set<() => void>();
let stop: (() => void) | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** How far taking along is; undefined while the worker has not said. For useSyncExternalStore. */
export function readTake(): TakeState | undefined {
  return state;
}

export function subscribeToTake(listener: () => void): () => void {
  listeners.add(listener);
  stop ??= hearWorker((message) => {
    if (message.kind === 'take') follow(message.take);
  });
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = undefined;
    clearTimeout(timer);
  };
}

/** Asks what there is and how far it is. */
export async function askForTake(): Promise<void> {
  const answer = await askWorker({ kind: 'show-take' });
  if (answer?.kind === 'take') follow(answer.take);
}

function follow(next: TakeState): void {
  // While it is at work the worker does not say again what there is.
  const offers = next.offers.length > 0 ? next.offers : (state?.offers ?? []);
  state = { ...next, offers };
  clearTimeout(timer);
  if (next.status === 'running') {
    timer = setTimeout(() => void tellWorker({ kind: 'go-on-take' }), silence);
  }
  for (const listener of listeners) listener();
}
