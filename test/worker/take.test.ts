import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Site } from '../../src/model/edition.ts';
import type { FullStory } from '../../src/model/story.ts';
import type { TakeState } from '../../src/model/workerMessages.ts';
import { writeTake } from '../../src/publisher/press/take.ts';
import { answerData } from '../../src/worker/answers.ts';
import { TakeAlong } from '../../src/worker/take/TakeAlong.ts';
import { FaultyHost } from '../support/faultyHost.ts';
import { deviceOver, publishFolder, storyOf } from './edition.ts';

const site: Site = {
  ...{ schema: 'lede-site/1', name: 'Lede', language: 'en', dir: 'ltr', base: '/', pages: [] },
  sections: [],
};

const stories = (changed: readonly number[] = []): [FullStory, ...FullStory[]] => {
  const [first, ...rest] = Array.from({ length: 200 }, (_, index) =>
    storyOf(`story-${index}`, `Headline ${index}${changed.includes(index) ? ', corrected' : ''}`),
  );
  if (first === undefined) throw new Error('no stories');
  return [first, ...rest];
};

async function publish(list: [FullStory, ...FullStory[]]): Promise<string> {
  const { folder } = await publishFolder(list);
  await writeTake(nodeFiles, folder, site);
  return folder;
}

let host: FaultyHost;
let here: ReturnType<typeof deviceOver>;
let take: TakeAlong;
const first = await publish(stories());
const corrected = await publish(stories([3, 70]));
const without = await publish([storyOf('another', 'Another')]);

beforeEach(async () => {
  host = await FaultyHost.start(first);
  here = deviceOver(host);
  take = new TakeAlong(here.device);
});
afterEach(async () => {
  await here.settle();
  await host.close();
});

const paths = (): string[] => host.asked.map((asked) => asked.path);
const said = (): TakeState[] =>
  here.told.flatMap((message) => (message.kind === 'take' ? [message.take] : []));

it('says how much there is before anything is taken', async () => {
  const { status, offers } = await take.state();
  expect(status).toBe('none');
  const chunks = readdirSync(path.join(first, 'take')).map(
    (name) => readFileSync(path.join(first, 'take', name)).length,
  );
  expect(offers.map(({ stories: count }) => count)).toEqual([200]);
  expect(offers[0]?.bytes).toBe(chunks.reduce((sum, bytes) => sum + bytes, 0));
});

it('brings two hundred stories in a few requests, and they open without the host', async () => {
  await take.start([]);
  expect(said().at(-1)).toMatchObject({ status: 'done', stories: { done: 200, total: 200 } });
  const { bytes } = await take.state();
  expect(bytes.done).toBe(bytes.total);
  expect(paths().length).toBeLessThanOrEqual(6);
  await host.stop();
  const answer = await answerData(here.device, '/story/story-123', here.lasting);
  expect(await answer.json()).toMatchObject({ headline: 'Headline 123' });
});

it('brings only what changed when a new edition comes', async () => {
  await take.start([]);
  const before = paths().length;
  host.publish(corrected);
  await take.goOn();
  const asked = paths().slice(before);
  expect(asked.filter((one) => one.startsWith('/story/')).toSorted()).toEqual([
    '/story/story-3.json',
    '/story/story-70.json',
  ]);
  expect(asked.filter((one) => one.startsWith('/take/'))).toEqual([]);
  const answer = await answerData(here.device, '/story/story-3', here.lasting);
  expect(await answer.json()).toMatchObject({ headline: 'Headline 3, corrected' });
});

it('waits when the line drops, and goes on where it was', async () => {
  let files = 0;
  host.breakWith(({ path: one }) =>
    one.startsWith('/take/') && ++files > 2 ? { kind: 'refuse' } : undefined,
  );
  await take.start([]);
  expect(await take.state()).toMatchObject({ status: 'waiting' });
  const got = (await take.state()).stories.done;
  expect(got).toBeGreaterThan(0);
  host.breakWith();
  const before = paths().length;
  // Another worker: the first was ended by the browser.
  await new TakeAlong(here.device).goOn();
  expect(await take.state()).toMatchObject({ status: 'done', stories: { done: 200 } });
  expect(
    paths()
      .slice(before)
      .filter((one) => one.startsWith('/take/')).length,
  ).toBeLessThan(4);
});

it('stays done when a page is opened without a line, and goes on with the next edition', async () => {
  await take.start([]);
  await host.stop();
  await take.goOn();
  expect(await take.state()).toMatchObject({ status: 'done', stories: { done: 200, total: 200 } });
  await host.resume();
  host.publish(corrected);
  await take.goOn();
  const answer = await answerData(here.device, '/story/story-3', here.lasting);
  expect(await answer.json()).toMatchObject({ headline: 'Headline 3, corrected' });
});

it('waits for a file for as long as more of it comes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { fetch } = here.device;
  here.device.fetch = async (url, init) => {
    const response = await fetch(url, init);
    if (!url.includes('/take/')) return response;
    const bytes = new Uint8Array(await response.arrayBuffer());
    let sent = 0;
    const body = new ReadableStream({
      async pull(stream) {
        await vi.advanceTimersByTimeAsync(20_000);
        stream.enqueue(bytes.slice(sent, (sent += Math.ceil(bytes.length / 4))));
        if (sent >= bytes.length) stream.close();
      },
    });
    return new Response(body, response);
  };
  await take.start([]);
  vi.useRealTimers();
  expect(await take.state()).toMatchObject({ status: 'done' });
});

it('pauses in the middle of a file, stays paused, and goes on when asked', async () => {
  host.breakWith(({ path: one }) =>
    one.startsWith('/take/') ? { kind: 'drip', bytes: 2000 } : undefined,
  );
  const going = take.start([]);
  await expect.poll(() => said().some(({ bytes }) => bytes.done > 0)).toBe(true);
  await take.pause();
  await going;
  expect(await take.state()).toMatchObject({ status: 'paused' });
  await take.goOn();
  expect(await take.state()).toMatchObject({ status: 'paused' });
  expect(here.device.line).toBe('ok');
  host.breakWith();
  await take.resume();
  expect(await take.state()).toMatchObject({ status: 'done' });
});

it('is paused at once, also when it has hardly begun or the line hangs', async () => {
  for (const hanging of ['/take.json', '/take/', '/media/', undefined]) {
    host.breakWith(({ path: one }) =>
      hanging !== undefined && one.startsWith(hanging) ? { kind: 'hang' } : undefined,
    );
    const going = take.start([]);
    // Once in the very moment of its start, else when it waits for what never comes.
    if (hanging !== undefined) await new Promise((resolve) => setTimeout(resolve, 50));
    await take.pause();
    await going;
    expect(await take.state()).toMatchObject({ status: 'paused' });
    host.breakWith();
    await take.remove();
  }
  expect(await (await here.caches.open('lede-data')).keys()).toEqual([]);
}, 10_000);

it('lets go of what came in the moment in which it was paused', async () => {
  const data = await here.caches.open('lede-data');
  const put = data.put.bind(data);
  let paused: Promise<void> | undefined;
  vi.spyOn(data, 'put').mockImplementation(async (...kept) => {
    await put(...kept);
    paused ??= take.pause();
  });
  await take.start([]);
  await paused;
  expect((await data.keys()).length).toBeGreaterThan(1);
  await take.remove();
  expect(await data.keys()).toEqual([]);
});

it('says that a device is full, keeps what came, and lets it go when asked', async () => {
  here.caches.room = 40_000;
  await take.start([]);
  expect(await take.state()).toMatchObject({ status: 'full' });
  here.caches.room = Infinity;
  await take.resume();
  expect(await take.state()).toMatchObject({ status: 'done' });
  await take.remove();
  expect(await take.state()).toMatchObject({ status: 'none' });
  const data = await here.caches.open('lede-data');
  expect((await data.keys()).map(({ url }) => new URL(url).pathname)).toEqual(['/index.json']);
});

it('is full, not done, when one changed story has no room', async () => {
  await take.start([]);
  host.publish(corrected);
  here.caches.room = here.caches.used();
  await take.goOn();
  expect(await take.state()).toMatchObject({ status: 'full' });
});

it.each([
  ['the same version as before', { kind: 'other-release', folder: first }],
  ['that it has no such story', { kind: 'other-release', folder: without }],
] as const)('is not done when the host lists a new version and gives %s', async (_, fault) => {
  await take.start([]);
  host.publish(corrected);
  host.breakWith(({ path: one }) => (one === '/story/story-3.json' ? fault : undefined));
  await take.goOn();
  expect(await take.state()).toMatchObject({ status: 'waiting', failed: 1 });
  const other = await answerData(here.device, '/story/story-70', here.lasting);
  expect(await other.json()).toMatchObject({ headline: 'Headline 70, corrected' });
});

it('asks a full device for nothing more until the reader says so', async () => {
  here.caches.room = 40_000;
  await take.start([]);
  const before = paths().length;
  await take.goOn();
  expect(paths().slice(before)).toEqual([]);
  here.caches.room = Infinity;
  await take.resume();
  expect(await take.state()).toMatchObject({ status: 'done' });
});

it('asks again for what the host did not give after minutes, with the next edition, or when told to', async () => {
  host.breakWith(({ path: one }) =>
    one.startsWith('/take/') ? { kind: 'status', status: 404 } : undefined,
  );
  const asked = async (work: () => Promise<void>): Promise<boolean> => {
    const before = paths().length;
    await work();
    return paths()
      .slice(before)
      .some((one) => one.startsWith('/take/'));
  };
  const another = (): Promise<void> => new TakeAlong(here.device).goOn();
  expect(await asked(() => take.start([]))).toBe(true);
  expect(await take.state()).toMatchObject({ status: 'waiting' });
  expect(await asked(another)).toBe(false);
  here.clock.now += 6 * 60_000;
  expect(await asked(another)).toBe(true);
  host.publish(corrected);
  expect(await asked(another)).toBe(true);
  expect(await asked(another)).toBe(false);
  expect(await asked(() => take.resume())).toBe(true);
});

it.each([
  { kind: 'flip', at: 900 },
  { kind: 'cut', after: 900, framing: 'close' },
  { kind: 'captive' },
  { kind: 'swap', body: '[]' },
] as const)('takes nothing from a broken file: %o', async (fault) => {
  host.breakWith(({ path: one }) => (one.startsWith('/take/') ? fault : undefined));
  await take.start([]);
  expect(await take.state()).toMatchObject({ status: 'waiting', stories: { done: 0 } });
  const data = await here.caches.open('lede-data');
  expect(await data.keys()).toEqual([]);
});

it('names each file by its bytes', () => {
  for (const name of readdirSync(path.join(first, 'take'))) {
    const hash = createHash('sha256').update(readFileSync(path.join(first, 'take', name)));
    expect(name).toBe(`${hash.digest('hex').slice(0, 16)}.json`);
  }
});
