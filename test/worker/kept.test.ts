import * as nodeFiles from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Site } from '../../src/model/edition.ts';
import type { FromWorker, ToWorker } from '../../src/model/workerMessages.ts';
import { writeTake } from '../../src/publisher/press/take.ts';
import { answerData, answerPage } from '../../src/worker/answers.ts';
import { hear } from '../../src/worker/hear.ts';
import { followTab } from '../../src/worker/openPages.ts';
import { fillShell } from '../../src/worker/shellCache.ts';
import { cacheName } from '../../src/worker/cacheNames.ts';
import { TakeAlong } from '../../src/worker/take/TakeAlong.ts';
import { FaultyHost } from '../support/faultyHost.ts';
import { deviceOver, publishFolder, storyOf } from './edition.ts';

const site: Site = {
  ...{ schema: 'lede-site/1', name: 'Lede', language: 'en', dir: 'ltr', base: '/', pages: [] },
  sections: [],
};

let host: FaultyHost;
let here: ReturnType<typeof deviceOver>;
let take: TakeAlong;
const { folder } = await publishFolder([
  storyOf('moon', 'The Moon'),
  storyOf('tide', 'The tide'),
  storyOf('quake', 'A quake'),
]);
await writeTake(nodeFiles, folder, site);

beforeEach(async () => {
  host = await FaultyHost.start(folder);
  here = deviceOver(host);
  take = new TakeAlong(here.device);
});
afterEach(async () => {
  await here.settle();
  await host.close();
});

const say = (message: ToWorker) => hear(here.device, take, message);
const weightOf = (answer: FromWorker | undefined) =>
  answer?.kind === 'weight' ? answer.parts : undefined;
const weigh = async () => weightOf(await say({ kind: 'weigh' }));
const open = async (address: string): Promise<void> => {
  await answerData(here.device, address, here.lasting);
  await here.settle();
};
const isHeld = async (address: string): Promise<boolean> => {
  const cache = await here.caches.open(cacheName('/', 'data'));
  return (await cache.match(`${host.address}${address}`)) !== undefined;
};

it('tells what came by itself, what was taken along and what is the reader, by its bytes', async () => {
  await fillShell(here.device);
  await open('/story/moon');
  const opened = await weigh();
  expect(opened?.taken).toEqual({ stories: 0, bytes: 0 });
  expect(opened?.near.stories).toBe(1);
  expect(opened?.reader.bytes).toBeGreaterThan(500);

  await say({ kind: 'take', parts: [] });
  const all = await weigh();
  expect(all?.taken.stories).toBe(3);
  expect(all?.near.stories).toBe(0);
  const cache = await here.caches.open(cacheName('/', 'data'));
  const bodies = await Promise.all((await cache.matchAll()).map((one) => one.arrayBuffer()));
  const bytes = bodies.reduce((sum, { byteLength }) => sum + byteLength, 0);
  expect((all?.taken.bytes ?? 0) + (all?.near.bytes ?? 0)).toBe(bytes);
});

it('removes what came by itself and nothing else, and puts it back without the host', async () => {
  await open('/story/moon');
  const before = await weigh();
  await host.stop();
  const after = weightOf(await say({ kind: 'remove-near' }));
  expect(after?.near).toEqual({ stories: 0, bytes: 0 });
  expect(await isHeld('story/moon.json')).toBe(false);
  expect(weightOf(await say({ kind: 'put-back', part: 'near' }))).toEqual(before);
  expect(await isHeld('story/moon.json')).toBe(true);

  await host.resume();
  await say({ kind: 'take', parts: [] });
  await say({ kind: 'remove-near' });
  expect((await weigh())?.taken.stories).toBe(3);
});

it('puts back what was taken along without the host, as it was', async () => {
  await say({ kind: 'take', parts: [] });
  const before = await weigh();
  expect((await take.state()).status).toBe('done');
  await host.stop();
  await say({ kind: 'remove-take' });
  expect((await weigh())?.taken.stories).toBe(0);
  expect((await take.state()).status).toBe('none');
  await say({ kind: 'put-back', part: 'taken' });
  expect((await weigh())?.taken).toEqual(before?.taken);
  expect((await take.state()).status).toBe('done');
});

it('leaves a story that the reader opened whole when what was taken along goes, and comes back', async () => {
  await answerPage(here.device, '/story/moon', here.lasting, async () => Response.error());
  await say({ kind: 'take', parts: [] });
  const before = await weigh();
  await say({ kind: 'remove-take' });
  await host.stop();
  const answer = await answerData(here.device, '/story/moon', here.lasting);
  expect(await answer.json()).toMatchObject({ headline: 'The Moon' });
  expect(await isHeld('story/tide.json')).toBe(false);
  await say({ kind: 'put-back', part: 'taken' });
  expect(await weigh()).toEqual(before);
});

it('keeps what can be put back while a tab shows the page for it, whatever others open, and no longer', async () => {
  await open('/story/moon');
  const show = async (id: string, address: string): Promise<void> => {
    const message = { kind: 'open', address, saving: true } as const;
    await Promise.all([followTab(here.device, id, message), say(message)]);
  };
  here.tabs.push({ id: 'one', url: `${host.address}device` }, { id: 'two', url: host.address });
  const aside = async () =>
    (await here.caches.keys()).filter((name) => name.startsWith('lede-aside'));
  await say({ kind: 'remove-near' });
  await show('one', '/device');
  await show('two', '/story/tide');
  expect(await aside()).not.toEqual([]);
  expect(await say({ kind: 'put-back', part: 'near' })).toMatchObject({ isBack: true });
  expect(await isHeld('story/moon.json')).toBe(true);

  await say({ kind: 'remove-near' });
  await show('one', '/story/tide');
  expect(await aside()).toEqual([]);
  expect(await say({ kind: 'put-back', part: 'near' })).toMatchObject({ isBack: false });
});

it('removes on a full device too, where nothing can be put aside', async () => {
  await open('/story/moon');
  here.caches.room = here.caches.used();
  await say({ kind: 'remove-near' });
  expect((await weigh())?.near.bytes).toBe(0);
  await say({ kind: 'put-back', part: 'near' });
  expect((await weigh())?.near.bytes).toBe(0);
});
