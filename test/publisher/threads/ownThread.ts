import { MessageChannel } from 'node:worker_threads';
import type { Thread } from '../../../src/publisher/threads/openThreads.ts';
import { serveThread } from '../../../src/publisher/threads/serveThread.ts';

/** What a thread does, done in this one: whatever passes between them is copied as between threads. */
export function ownThread(): Thread {
  const { port1, port2 } = new MessageChannel();
  serveThread(port2);
  return {
    on: port1.on.bind(port1),
    ask: (question) => port1.postMessage(question, []),
    end: () => new Promise((done) => port1.on('close', () => done(undefined)).close()),
  };
}
