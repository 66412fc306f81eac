import { expect, it } from 'vitest';
import { toWorkerSchema } from '../../src/model/workerMessages.ts';
import { isDead } from '../../src/worker/isDead.ts';
import * as v from 'valibot';

const own = 'https://news.example/sw.js';
const soon = 30;

function workerThat(hear: (message: unknown, ports: Transferable[]) => void, scriptURL = own) {
  return { scriptURL, postMessage: hear };
}

it('takes a worker for dead that answers nothing in time', async () => {
  expect(
    await isDead(
      workerThat(() => undefined),
      own,
      soon,
    ),
  ).toBe(true);
});

it('takes a worker for alive that answers anything, asked in words that every worker knows', async () => {
  const answering = workerThat((message, [port]) => {
    if (v.is(toWorkerSchema, message) && port instanceof MessagePort) {
      port.postMessage({ kind: 'state', line: 'ok' });
    }
  });
  expect(await isDead(answering, own, 2000)).toBe(false);
});

it('leaves alone what is not there, what is not ours, and what may not be asked', async () => {
  const foreign = workerThat(() => undefined, 'https://news.example/other.js');
  const shut = workerThat(() => {
    throw new TypeError('not here');
  });
  expect(await isDead(null, own, soon)).toBe(false);
  expect(await isDead(foreign, own, soon)).toBe(false);
  expect(await isDead(shut, own, soon)).toBe(false);
});
