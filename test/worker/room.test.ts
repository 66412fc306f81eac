import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FullStory } from '../../src/model/story.ts';
import type { ToWorker } from '../../src/model/workerMessages.ts';
import { answerData, answerPointer } from '../../src/worker/answers.ts';
import { hear } from '../../src/worker/hear.ts';
import { followTab } from '../../src/worker/openPages.ts';
import { pruneShells } from '../../src/worker/pruneShells.ts';
import { fillShell } from '../../src/worker/shellCache.ts';
import { refresh } from '../../src/worker/refresh.ts';
import { findHeld, keep } from '../../src/worker/store.ts';
import { writeTakeNote } from '../../src/worker/take/takeNote.ts';
import { TakeAlong } from '../../src/worker/take/TakeAlong.ts';
import { trimKept } from '../../src/worker/trimKept.ts';
import { FaultyHost } from '../support/faultyHost.ts';
import { deviceOver, publishFolder, storyOf } from './edition.ts';

const stories = Array.from({ length: 4 }, (_, index) =>
  storyOf(`story-${index}`, `Story ${index}`),
);
const published = await publishFolder(stories as [FullStory, ...FullStory[]]);
afterAll(() => published.remove());

let host: FaultyHost;
let here: ReturnType<typeof deviceOver>;
beforeEach(async () => {
  host = await FaultyHost.start(published.folder);
  here = deviceOver(host);
});
afterEach(async () => {
  await here.settle();
  await host.close();
});

const namesIn = async (cache: string): Promise<string[]> =>
  (await (await here.caches.open(cache)).keys()).map(({ url }) => new URL(url).pathname);
const put = async (cache: string, path: string, text = ''): Promise<void> => {
  const url = new URL(path, host.address).href;
  const headers = { 'x-lede-address': path.replace(/\.json$/, ''), 'x-lede-kind': 'story' };
  await (await here.caches.open(cache)).put(url, new Response(text, { headers }));
};

const namesOfShells = async (): Promise<string[]> =>
  (await here.caches.keys()).filter((name) => name.startsWith('lede-shell-'));

it('keeps the readers that tabs may need: all with several tabs open, else two earlier ones', async () => {
  for (const version of ['a', 'b', 'c', 'd']) await put(`lede-shell-${version}`, '/assets/x.js');
  await put('lede-shell-0123456789abcdef', '/assets/app-1.js');
  await pruneShells(here.device, 2);
  expect(await namesOfShells()).toHaveLength(5);
  await pruneShells(here.device, 1);
  const left = ['lede-shell-c', 'lede-shell-d', 'lede-shell-0123456789abcdef'];
  expect(await namesOfShells()).toEqual(left);
});

it('keeps the reader under the one open tab, however many were installed and never in charge', async () => {
  const inCharge = async (version: string): Promise<void> => {
    await put(`lede-shell-${version}`, '/assets/x.js');
    await pruneShells({ ...here.device, shell: { version, files: [] } }, 1);
  };
  await inCharge('aaaa');
  for (const version of ['b', 'c', 'd']) await put(`lede-shell-${version}`, '/assets/x.js');
  await inCharge('eeee');
  expect(await namesOfShells()).toEqual(['lede-shell-aaaa', 'lede-shell-eeee']);
});

it('leaves nothing of an install that failed, and all of the same reader in charge', async () => {
  host.breakWith(({ path }) => (path === '/shell' ? { kind: 'status', status: 503 } : undefined));
  await expect(fillShell(here.device)).rejects.toThrow('could not be had whole');
  expect(await namesOfShells()).toEqual([]);
  host.breakWith();
  await fillShell(here.device);
  here.clock.now += 2 * 3_600_000;
  here.device.shell.files.push({ path: 'assets/no-1.js', sha256: 'f'.repeat(64), isNeeded: true });
  await expect(fillShell(here.device)).rejects.toThrow('could not be had whole');
  expect(await namesIn('lede-shell-0123456789abcdef')).toHaveLength(2);
});

it('lets the stories go that were kept longest, never the front, the reader’s own pages nor what was taken along', async () => {
  const own = ['/saved', '/history', '/device'];
  for (const one of own) await put('lede-data', `${one}.json`);
  for (const one of own) await put('lede-pages', one);
  for (let nth = 0; nth < 90; nth += 1) await put('lede-pages', `/tag/${nth}`);
  await put('lede-data', '/index.json');
  await (
    await here.caches.open('lede-data')
  ).put(host.address, new Response('', { headers: { 'x-lede-address': '/' } }));
  for (let nth = 0; nth < 700; nth += 1) await put('lede-data', `/story/kept-${nth}.json`);
  await writeTakeNote(here.device, {
    ...{ status: 'done', parts: [], manifest: '', documents: ['/story/kept-0'] },
    ...{ stories: { done: 1, total: 1 }, bytes: { done: 1, total: 1 } },
  });
  await trimKept(here.device);
  const left = await namesIn('lede-data');
  expect(left).toContain('/story/kept-0.json');
  expect(left).not.toContain('/story/kept-1.json');
  expect(left).toContain('/story/kept-699.json');
  expect(left.length).toBeLessThan(610);
  expect(left).toContain('/');
  expect(left).toEqual(expect.arrayContaining(own.map((one) => `${one}.json`)));
  expect((await namesIn('lede-pages')).slice(0, 4)).toEqual([...own, '/tag/10']);
});

it('gives up pictures and no text when a device is full', async () => {
  await answerData(here.device, '/story/story-1', here.lasting);
  await put('lede-pictures', '/media/one-800.avif', 'x'.repeat(500));
  await put('lede-taken-pictures', '/media/two-800.avif', 'x'.repeat(500));
  here.caches.room = here.caches.used() + 100;
  const url = new URL('/story/story-2.json', host.address).href;
  expect(await keep(here.device, 'lede-data', url, new Response('y'.repeat(400)))).toBe(true);
  expect(await namesIn('lede-data')).toEqual(['/story/story-1.json', '/story/story-2.json']);
  expect(await namesIn('lede-pictures')).toEqual([]);
  expect(await namesIn('lede-taken-pictures')).toEqual(['/media/two-800.avif']);
});

it('never lets the browser’s own cache answer for what may have changed', async () => {
  const modes: [string, RequestCache | undefined][] = [];
  const { fetch } = here.device;
  here.device.fetch = (url, init) => {
    modes.push([new URL(url).pathname, init.cache]);
    return fetch(url, init);
  };
  await answerPointer(here.device);
  await answerData(here.device, '/', here.lasting);
  await answerData(here.device, '/story/story-1', here.lasting);
  expect(modes).toEqual([
    ['/latest.json', 'no-store'],
    ['/index.json', 'no-store'],
    ['/story/story-1.json', 'no-store'],
  ]);
});

it('reads on where the caches cannot be opened', async () => {
  here.caches.open = () => Promise.reject(new DOMException('gone', 'UnknownError'));
  const answer = await answerData(here.device, '/story/story-1', here.lasting);
  expect(await answer.json()).toMatchObject({ headline: 'Story 1' });
});

it('gives up what nobody asked for when a saved story has no room: pictures, then stories, and nothing else', async () => {
  await put('lede-pictures', '/media/moon-800.avif', 'x');
  await put('lede-taken-pictures', '/media/tide-800.avif', 'x');
  const stays = ['/index.json', '/saved.json', '/story/taken.json'];
  for (const path of [...stays, '/story/moon.json']) await put('lede-data', path, '{}');
  for (const path of ['/', '/story/moon']) await put('lede-pages', path, 'x');
  await writeTakeNote(here.device, {
    ...{ status: 'done', parts: [], manifest: '', documents: ['/story/taken'] },
    ...{ stories: { done: 1, total: 1 }, bytes: { done: 1, total: 1 } },
  });
  const ask = () => hear(here.device, new TakeAlong(here.device), { kind: 'make-room' });

  expect(await ask()).toEqual({ kind: 'room', isMade: true });
  expect(await namesIn('lede-pictures')).toEqual([]);
  expect(await namesIn('lede-data')).toContain('/story/moon.json');
  expect(here.told).toContainEqual({ kind: 'kept' });

  expect(await ask()).toEqual({ kind: 'room', isMade: true });
  expect(await namesIn('lede-data')).toEqual(stays);
  expect(await namesIn('lede-pages')).toEqual(['/']);
  expect(await namesIn('lede-taken-pictures')).toEqual(['/media/tide-800.avif']);

  expect(await ask()).toEqual({ kind: 'room', isMade: false });
});

it('gives up no more stories at once than a story needs, the longest kept first', async () => {
  const all = Array.from({ length: 50 }, (_, nth) => `/story/kept-${nth}.json`);
  for (const path of all) await put('lede-data', path, '{}');
  const ask = () => hear(here.device, new TakeAlong(here.device), { kind: 'make-room' });
  expect(await ask()).toEqual({ kind: 'room', isMade: true });
  expect(await namesIn('lede-data')).toEqual(all.slice(40));
  expect(await ask()).toEqual({ kind: 'room', isMade: true });
  expect(await namesIn('lede-data')).toEqual([]);
  expect(await ask()).toEqual({ kind: 'room', isMade: false });
});

describe('a full device', () => {
  it('holds no page of an older version beside newer data', async () => {
    const later = storyOf('story-0', 'Story 0, corrected');
    const newer = await publishFolder([later]);
    const page = () => refresh(here.device, '/story/story-0', 'html', 3000);
    await page();
    host.publish(newer.folder);
    const data = await (
      await here.caches.open('lede-data')
    ).match(new URL('/story/story-0.json', host.address).href);
    const size = (await data?.arrayBuffer())?.byteLength ?? 0;
    // Enough for the data, which is a part of the page, and not for the page.
    for (const room of [0, size + 20, size * 10]) {
      here.caches.room = here.caches.used() + room;
      await page();
      const versions = await Promise.all(
        (['html', 'json'] as const).map(
          async (kind) => (await findHeld(here.device, '/story/story-0', kind))?.version,
        ),
      );
      const held = versions.filter((one) => one !== undefined);
      expect(new Set(held).size).toBe(1);
    }
    expect((await findHeld(here.device, '/story/story-0', 'html'))?.version).toBe(later.version);
    await newer.remove();
  });

  const room = () => hear(here.device, new TakeAlong(here.device), { kind: 'make-room' });
  const say = (tab: string, message: ToWorker) => followTab(here.device, tab, message);
  const open = (tab: string, at: string): void => {
    here.tabs.push({ id: tab, url: new URL(at, host.address).href });
  };

  it('keeps the stories that tabs show: by what a tab said last, else by where it began', async () => {
    for (const one of ['began', 'read', 'offline', 'left', 'closed']) {
      await put('lede-data', `/story/${one}.json`, '{}');
      await put('lede-pages', `/story/${one}`, 'x');
    }
    open('one', '/story/began');
    open('two', '/story/left');
    open('three', '/');
    await Promise.all([
      say('two', { kind: 'open', address: '/story/read', saving: false }),
      say('three', { kind: 'state', address: '/story/offline' }),
      say('gone', { kind: 'open', address: '/story/closed', saving: false }),
    ]);
    // How the line is, a tab asks at the front's address, whatever it shows.
    await say('three', { kind: 'state', address: '/' });
    expect(await room()).toEqual({ kind: 'room', isMade: true });
    const stays = ['/story/began', '/story/read', '/story/offline'];
    expect(await namesIn('lede-data')).toEqual(stays.map((one) => `${one}.json`));
    expect(await namesIn('lede-pages')).toEqual(stays);
    expect(await room()).toEqual({ kind: 'room', isMade: false });
  });

  it('remembers no tab that is closed', async () => {
    open('one', '/');
    await say('one', { kind: 'open', address: '/story/moon', saving: false });
    here.tabs.pop();
    open('two', '/');
    await say('two', { kind: 'open', address: '/story/tide', saving: false });
    const note = await (
      await here.caches.open('lede-notes')
    ).match(new URL('/open-note', host.address).href);
    expect(await note?.json()).toEqual({ two: '/story/tide' });
  });

  it('keeps by a tab’s beginning what there is no room to note', async () => {
    await put('lede-data', '/story/moon.json', '{}');
    open('one', '/story/moon');
    here.caches.room = here.caches.used();
    await say('one', { kind: 'open', address: '/story/tide', saving: false });
    expect(await room()).toEqual({ kind: 'room', isMade: false });
  });
});
