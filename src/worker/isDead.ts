import type { OtherWorker } from './scope.ts';

/** Milliseconds that a worker may take to say anything: the browser starts it first, perhaps on a busy phone. */
const patience = 10_000;

/**
 * Whether another worker of this edition does nothing. A host that once answered with no byte, or with a beginning that
 * happens to be a script, has given the browser a worker that answers no page and no message. Every worker of ours answers
 * this question, and has from the first.
 *
 * @param own address of this worker's script; one of another's is not ours to judge
 */
export function isDead(
  other: OtherWorker | null | undefined,
  own: string,
  limit = patience,
): Promise<boolean> {
  if (other === null || other === undefined || other.scriptURL !== own) {
    return Promise.resolve(false);
  }
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const end = (isSilent: boolean): void => {
      clearTimeout(timer);
      port1.close();
      resolve(isSilent);
    };
    const timer = setTimeout(() => end(true), limit);
    port1.addEventListener('message', () => end(false));
    port1.start();
    try {
      other.postMessage({ kind: 'state', address: '/' }, [port2]);
    } catch {
      // A browser in which workers may not speak to each other: then nothing is known.
      end(false);
    }
  });
}
