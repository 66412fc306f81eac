import * as v from 'valibot';
import { fromWorkerSchema, type FromWorker, type ToWorker } from '../../model/workerMessages.ts';

/** How long the worker may take to answer, in milliseconds. */
const patience = 5000;

/** Says something to the worker as soon as there is one; never, where none can be. */
export async function tellWorker(message: ToWorker): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(message, []);
}

/** The reader asked for the newest: a worker that waits may take over now, under the tabs that are open. */
export async function applyWaitingWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  // Only the one that waits can end its own waiting.
  registration?.waiting?.postMessage({ kind: 'apply' } satisfies ToWorker, []);
}

/**
 * Asks the worker. Undefined when there is none, or when it does not answer.
 * @param limit milliseconds that the answer may take
 */
export async function askWorker(
  message: ToWorker,
  limit = patience,
): Promise<FromWorker | undefined> {
  const worker = await findWorker();
  if (worker === undefined) return undefined;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => resolve(undefined), limit);
    port1.addEventListener('message', ({ data }) => {
      clearTimeout(timer);
      port1.close();
      resolve(readMessage(data));
    });
    port1.start();
    worker.postMessage(message, [port2]);
  });
}

/** Calls `listener` with all that the worker says of its own accord. Returns how to stop. */
export function hearWorker(listener: (message: FromWorker) => void): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined;
  const hear = ({ data }: MessageEvent): void => {
    const message = readMessage(data);
    if (message !== undefined) listener(message);
  };
  navigator.serviceWorker.addEventListener('message', hear);
  return () => navigator.serviceWorker.removeEventListener('message', hear);
}

function readMessage(data: unknown): FromWorker | undefined {
  const message = v.safeParse(fromWorkerSchema, data);
  return message.success ? message.output : undefined;
}

/** The worker that is in charge, once one is. */
async function findWorker(): Promise<ServiceWorker | undefined> {
  try {
    if (!('serviceWorker' in navigator)) return undefined;
    if (navigator.serviceWorker.controller !== null) return navigator.serviceWorker.controller;
    return (await navigator.serviceWorker.getRegistration())?.active ?? undefined;
  } catch {
    return undefined;
  }
}
