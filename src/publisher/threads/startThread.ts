import { Worker } from 'node:worker_threads';
import type { Thread } from './openThreads.ts';

/** What is made for one page is garbage with the next: with room for many, little of it is ever looked at. MB. */
const youngMemory = 64;

/** @param file where the built thread.ts lies */
export function startThread(file: URL): Thread {
  const worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: youngMemory } });
  return {
    on: worker.on.bind(worker),
    ask: (question) => worker.postMessage(question, []),
    end: () => worker.terminate(),
  };
}
