// @vitest-environment jsdom
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { FromWorker, ToWorker } from '../../../src/model/workerMessages.ts';
import {
  newerThan,
  openPage,
  readOffline,
  startOffline,
} from '../../../src/reader/features/offline/offlineStore.ts';
import { renewWorker } from '../../../src/reader/features/offline/registerWorker.ts';

/** A worker that answers what the test gives it to answer, when it does. */
const asked: { message: ToWorker; answer: (message: FromWorker) => void }[] = [];
const worker = {
  scriptURL: 'http://localhost:3000/sw.js',
  postMessage: (message: ToWorker, [port]: MessagePort[]): void => {
    asked.push({ message, answer: (given) => port?.postMessage(given) });
  },
};
const update = vi.fn<() => Promise<void>>(() => Promise.resolve());
const container = Object.assign(new EventTarget(), {
  controller: worker,
  ready: Promise.resolve({ active: worker }),
  register: () => Promise.resolve(),
  getRegistration: () => Promise.resolve({ active: worker, update }),
});

beforeAll(() => {
  Object.defineProperty(navigator, 'serviceWorker', { value: container, configurable: true });
  startOffline('/');
});
afterAll(() => Reflect.deleteProperty(navigator, 'serviceWorker'));
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  asked.splice(0);
});
afterEach(async () => {
  tell({ kind: 'state', line: 'ok' });
  await arrived();
  vi.useRealTimers();
});

const tell = (data: FromWorker): void => {
  container.dispatchEvent(new MessageEvent('message', { data }));
};
/** Messages between ports take their own way. */
const arrived = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
const count = (kind: ToWorker['kind']) =>
  asked.filter(({ message }) => message.kind === kind).length;
const answerHeld = (): void => {
  for (const { message, answer } of asked) {
    if (message.kind === 'held') answer({ kind: 'held', pages: [] });
  }
};

it('asks for the worker anew on each page while the one in charge says nothing, and never after', async () => {
  update.mockClear();
  for (const times of [1, 2]) {
    openPage('/');
    await vi.advanceTimersByTimeAsync(5000);
    expect(update).toHaveBeenCalledTimes(times);
  }
  openPage('/');
  await arrived();
  asked.findLast(({ message }) => message.kind === 'state')?.answer({ kind: 'state', line: 'ok' });
  await arrived();
  openPage('/');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(count('state')).toBe(3);
  expect(update).toHaveBeenCalledTimes(2);
});

it("leaves alone a worker that is another app's", async () => {
  update.mockClear();
  worker.scriptURL = 'http://localhost:3000/other.js';
  await renewWorker('/');
  expect(update).not.toHaveBeenCalled();
  worker.scriptURL = 'http://localhost:3000/sw.js';
  await renewWorker('/');
  expect(update).toHaveBeenCalledTimes(1);
});

it('takes the last word on the line, though an earlier one is still being looked into', async () => {
  tell({ kind: 'state', line: 'weak' });
  await arrived();
  tell({ kind: 'state', line: 'ok' });
  await arrived();
  answerHeld();
  await arrived();
  expect(readOffline().line).toBe('ok');
});

it('tries a line in trouble again, though the worker was too busy to answer the last time', async () => {
  tell({ kind: 'state', line: 'offline' });
  await arrived();
  answerHeld();
  await arrived();
  expect(readOffline().line).toBe('offline');
  await vi.advanceTimersByTimeAsync(4000);
  expect(count('probe')).toBe(1);
  await vi.advanceTimersByTimeAsync(40_000);
  expect(count('probe')).toBeGreaterThan(1);
});

it('offers a newer copy to who sees an older one, and not to who has seen a newer one since', () => {
  const offered = (shown: string) => newerThan(readOffline(), '/story/moon', shown);
  tell({ kind: 'newer', address: '/story/moon', version: 'second', than: 'first' });
  expect(offered('first')).toBe('second');
  expect(offered('third')).toBeUndefined();
  tell({ kind: 'newer', address: '/story/moon', version: 'third', than: 'second' });
  expect(offered('first')).toBe('third');
  expect(offered('second')).toBe('third');
  expect(offered('third')).toBeUndefined();
  expect(offered('fourth')).toBeUndefined();
  // Of a worker that does not say which one was shown.
  tell({ kind: 'newer', address: '/story/moon', version: 'fifth' });
  expect(offered('fourth')).toBe('fifth');
  expect(offered('fifth')).toBeUndefined();
});

it('asks again for what could not be had near the page, each time after a longer while', async () => {
  tell({ kind: 'lacking' });
  await vi.advanceTimersByTimeAsync(4000);
  expect(count('open')).toBe(1);
  tell({ kind: 'lacking' });
  await vi.advanceTimersByTimeAsync(7900);
  expect(count('open')).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(count('open')).toBe(2);
});
