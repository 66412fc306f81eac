import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerData, answerPage, answerPointer } from '../../src/worker/answers.ts';
import { answerAsset, fillShell } from '../../src/worker/shellCache.ts';
import type { Fault } from '../support/faults.ts';
import { FaultyHost } from '../support/faultyHost.ts';
import { deviceOver, publishFolder, storyOf } from './edition.ts';

const published = await publishFolder([storyOf('moon', 'The Moon'), storyOf('tide', 'Tides')]);
afterAll(() => published.remove());

let host: FaultyHost;
let here: ReturnType<typeof deviceOver>;
beforeEach(async () => {
  host = await FaultyHost.start(published.folder);
  here = deviceOver(host);
});
afterEach(() => host.close());

const tide = JSON.stringify(storyOf('tide', 'Tides'));
const faults: Fault[] = [
  { kind: 'refuse' },
  { kind: 'reset', after: 1 },
  { kind: 'reset', after: 100 },
  ...(['length', 'chunked', 'close'] as const).flatMap((framing): Fault[] =>
    [0, 1, 50, 200, 400].map((after) => ({ kind: 'cut', after, framing })),
  ),
  ...[204, 206, 301, 403, 404, 410, 429, 500, 502, 503, 511].map((status): Fault => ({
    kind: 'status',
    status,
  })),
  ...[203, 206, 404, 500].map((status): Fault => ({ kind: 'status', status, isWhole: true })),
  ...['text/plain', 'application/octet-stream', 'text/html', ''].map((type): Fault => ({
    kind: 'type',
    type,
  })),
  { kind: 'captive' },
  { kind: 'redirect', to: '/login' },
  ...[0, 30, 100, 250, 400].map((at): Fault => ({ kind: 'flip', at })),
  { kind: 'swap', body: tide },
  // The right address, the right form, another text.
  { kind: 'swap', body: JSON.stringify({ ...storyOf('moon', 'The Moon'), headline: 'No Moon' }) },
  { kind: 'swap', body: '' },
  { kind: 'swap', body: '{"schema":"lede-story/99","kind":"story"}' },
];

const asItCame = (): Promise<Response> => Promise.resolve(Response.error());
const classes = {
  data: () => answerData(here.device, '/story/moon', here.lasting),
  page: () => answerPage(here.device, '/story/moon', here.lasting, asItCame),
  'front page': () => answerPage(here.device, '/', here.lasting, asItCame),
  pointer: () => answerPointer(here.device),
  shell: () => fillShell(here.device).catch(() => undefined),
  script: () =>
    answerAsset(here.device, 'assets/app-1.js', () => Promise.resolve(Response.error())),
};

describe.each(Object.keys(classes) as (keyof typeof classes)[])(
  'a broken answer for the %s',
  (name) => {
    it.each(faults)('never enters a cache, and the copy from before stays: %o', async (fault) => {
      // What a device that never met a fault keeps.
      await classes[name]();
      await here.settle();
      const good = await contents();

      host.breakWith(() => fault);
      here.clock.now += 3_600_000;
      await classes[name]();
      await here.settle();
      expect(await contents()).toEqual(good);

      here = deviceOver(host);
      await classes[name]();
      await here.settle();
      // A cut behind the end of a short file is none: what is kept is either nothing or what the publisher wrote.
      const kept = await contents();
      expect(good).toMatchObject(kept);
      // Under any status but 200 not even the right bytes are kept.
      expect(fault.kind === 'status' ? Object.keys(kept) : []).toEqual([]);
    });
  },
);

it('a pointer with any one letter bent is not kept', async () => {
  const { byteLength } = await (await fetch(`${host.address}latest.json`)).arrayBuffer();
  for (let at = 0; at < byteLength; at += 1) {
    host.breakWith(() => ({ kind: 'flip', at }));
    await answerPointer(here.device);
  }
  expect(await contents()).toEqual({});
  host.breakWith();
  await answerPointer(here.device);
  expect(Object.keys(await contents())).toEqual(['lede-notes /latest.json']);
});

/** Everything in every cache, text by name. */
async function contents(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of await here.caches.keys()) {
    const cache = await here.caches.open(name);
    for (const { url } of await cache.keys()) {
      found[`${name} ${new URL(url).pathname}`] = (await (await cache.match(url))?.text()) ?? '';
    }
  }
  return found;
}
