import { parentPort } from 'node:worker_threads';
import { serveThread } from './serveThread.ts';

// Started by `openThread` only.
if (parentPort !== null) serveThread(parentPort);
