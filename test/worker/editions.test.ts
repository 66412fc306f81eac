import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { answerData } from '../../src/worker/answers.ts';
import { cacheName, moveToOwnNames } from '../../src/worker/cacheNames.ts';
import type { Device } from '../../src/worker/device.ts';
import { pruneShells } from '../../src/worker/pruneShells.ts';
import { findHeld, listHeld } from '../../src/worker/store.ts';
import { dropPicturesBut } from '../../src/worker/take/takePicture.ts';
import { readTakeNote, writeTakeNote, type TakeNote } from '../../src/worker/take/takeNote.ts';
import { FaultyHost } from '../support/faultyHost.ts';
import { deviceOver, publishFolder, storyOf } from './edition.ts';

const published = await publishFolder([storyOf('moon', 'The Moon')]);
afterAll(() => published.remove());

let host: FaultyHost;
let here: ReturnType<typeof deviceOver>;
let north: Device;
let south: Device;
beforeEach(async () => {
  host = await FaultyHost.start(published.folder);
  here = deviceOver(host);
  // Two editions on one origin; the host knows one folder, and gives it to both.
  const { fetch } = here.device;
  const under = (base: string): Device => ({
    ...here.device,
    base,
    fetch: (url, init) => fetch(url.replace(base, '/'), init),
  });
  north = under('/north/');
  south = under('/south/');
});
afterEach(() => host.close());

const done: TakeNote = {
  ...{ status: 'done', parts: [], manifest: 'a', documents: ['/story/moon'] },
  ...{ stories: { done: 1, total: 1 }, bytes: { done: 1, total: 1 } },
};
const putOne = async (name: string, path: string): Promise<void> => {
  const headers = { 'x-lede-address': path, 'x-lede-version': '1' };
  const url = new URL(path, host.address).href;
  await (await here.caches.open(name)).put(url, new Response('x', { headers }));
};

it('keeps two editions of one origin apart', async () => {
  await answerData(north, '/story/moon', here.lasting);
  expect(await listHeld(south)).toEqual([]);
  expect(await listHeld(north)).toMatchObject([{ address: '/story/moon' }]);

  const taken = cacheName(north.base, 'takenPictures');
  await putOne(taken, '/north/media/a-800.avif');
  await dropPicturesBut(south, new Set());
  expect(await (await here.caches.open(taken)).keys()).toHaveLength(1);

  for (const nth of ['1', '2', '3', '4']) {
    await putOne(cacheName(north.base, 'shell') + nth, '/north/assets/x.js');
  }
  await pruneShells(south, 0);
  const shells = (await here.caches.keys()).filter((name) => name.includes('shell'));
  expect(shells).toHaveLength(4);
});

it('finds again what an edition kept, took along and was made of when names were in common', async () => {
  const old = { ...north, base: '/' };
  await putOne('lede-data', '/north/story/moon.json');
  await putOne('lede-taken-pictures', '/north/media/a-800.avif');
  await putOne('lede-shell-0123456789abcdef', '/north/assets/app-1.js');
  await putOne('lede-data', '/south/story/moon.json');
  await putOne('lede-data', '/story/moon.json');
  await writeTakeNote({ ...old, origin: `${old.origin}/north` }, done);

  await moveToOwnNames(here.caches, `${north.origin}/north/`);

  expect(await findHeld(north, '/story/moon', 'json')).toBeDefined();
  expect(await readTakeNote(north)).toMatchObject(done);
  const taken = await here.caches.open(cacheName(north.base, 'takenPictures'));
  expect(await taken.keys()).toHaveLength(1);
  const left = await (await here.caches.open('lede-data')).keys();
  expect(left.map(({ url }) => new URL(url).pathname)).toEqual([
    '/south/story/moon.json',
    '/story/moon.json',
  ]);
  expect((await here.caches.keys()).filter((name) => name.startsWith('lede-'))).toEqual([
    'lede-data',
  ]);
});

it('moves nothing twice, and writes nothing older over what came under the new name', async () => {
  await answerData(north, '/story/moon', here.lasting);
  const { version } = (await findHeld(north, '/story/moon', 'json')) ?? {};
  await putOne('lede-data', '/north/story/moon.json');
  await moveToOwnNames(here.caches, `${north.origin}/north/`);
  expect((await findHeld(north, '/story/moon', 'json'))?.version).toBe(version);
});
