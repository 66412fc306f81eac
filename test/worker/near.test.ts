import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import type { ToWorker } from '../../src/model/workerMessages.ts';
import { hear } from '../../src/worker/hear.ts';
import { refreshPointer } from '../../src/worker/refresh.ts';
import { fillShell } from '../../src/worker/shellCache.ts';
import { TakeAlong } from '../../src/worker/take/TakeAlong.ts';
import { FaultyHost } from '../support/faultyHost.ts';
import { deviceOver, publishFolder, storyOf } from './edition.ts';

const related = ['tide', 'quake', 'lantern', 'harbour'];
const published = await publishFolder([
  storyOf('moon', 'The Moon'),
  ...related.map((slug) => storyOf(slug, slug)),
]);
afterAll(() => published.remove());

let host: FaultyHost;
let here: ReturnType<typeof deviceOver>;
let take: TakeAlong;
beforeEach(async () => {
  host = await FaultyHost.start(published.folder);
  here = deviceOver(host);
  take = new TakeAlong(here.device);
});
afterEach(() => host.close());

const say = (message: ToWorker) => hear(here.device, take, message);
const open = () => say({ kind: 'open', address: '/', saving: false });
const isLacking = () => here.told.some(({ kind }) => kind === 'lacking');

async function storiesHere(): Promise<string[]> {
  const cache = await here.caches.open('lede-data');
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  return paths.filter((path) => path.startsWith('/story/')).toSorted();
}
const all = ['moon', ...related].map((slug) => `/story/${slug}.json`).toSorted();

it('keeps all that is near although others find the line weak in the meantime', async () => {
  host.breakWith(({ path }) => (path === '/latest.json' ? { kind: 'hang' } : undefined));
  const impatient = setInterval(() => void refreshPointer(here.device, 0), 0);
  await open();
  clearInterval(impatient);
  expect(await storiesHere()).toEqual(all);
  expect(isLacking()).toBe(false);
});

it('keeps all that is near although the last that was heard of the line is from before it was well', async () => {
  await fillShell(here.device);
  await open();
  const cache = await here.caches.open('lede-data');
  await cache.delete(new URL('/story/quake.json', host.address).href);
  here.device.line = 'offline';
  await open();
  expect(await storiesHere()).toEqual(all);
});

it('keeps the stories before the parts of the reader that can wait', async () => {
  here.device.shell.files.push({
    path: 'assets/late-1.js',
    sha256: 'f'.repeat(64),
    isNeeded: false,
  });
  await open();
  const paths = host.asked.map(({ path }) => path);
  expect(paths.indexOf('/assets/late-1.js')).toBeGreaterThan(paths.indexOf('/story/harbour.json'));
  expect(paths.indexOf('/assets/app-1.js')).toBeLessThan(paths.indexOf('/story/harbour.json'));
});

it('says what it could not have, and has it when it is asked again', async () => {
  let count = 0;
  host.breakWith(({ path }) => {
    if (path !== '/story/quake.json') return undefined;
    count += 1;
    return count === 1 ? { kind: 'reset', after: 10 } : undefined;
  });
  await open();
  expect(await storiesHere()).not.toContain('/story/quake.json');
  expect(isLacking()).toBe(true);
  here.told.splice(0);
  await open();
  expect(await storiesHere()).toEqual(all);
  expect(isLacking()).toBe(false);
});

it('does not ask a line forty times that gives nothing', async () => {
  await open();
  await say({ kind: 'remove-near' });
  const before = host.asked.length;
  host.breakWith(() => ({ kind: 'refuse' }));
  await open();
  const asked = host.asked.slice(before).filter(({ path }) => !path.startsWith('/take'));
  expect(asked.length).toBeLessThanOrEqual(4);
  expect(isLacking()).toBe(true);
});

it('does not ask again for what the host has not', async () => {
  host.breakWith(({ path }) =>
    path === '/story/quake.json' ? { kind: 'status', status: 404 } : undefined,
  );
  await open();
  expect(isLacking()).toBe(false);
});

it('fetches nothing more near a page that every tab has left', async () => {
  host.breakWith(({ path }) => {
    // Another tab stays where the reader was: it is still wanted there.
    if (path === '/story/tide.json')
      here.tabs.push({ id: 'one', url: `${host.address}story/moon` });
    if (path === '/story/quake.json') here.tabs.splice(0, 1);
    return undefined;
  });
  here.tabs.push({ id: 'two', url: host.address });
  await open();
  expect(await storiesHere()).toEqual(
    ['moon', 'tide', 'quake'].map((one) => `/story/${one}.json`).toSorted(),
  );
  expect(isLacking()).toBe(false);
});

it('has the document of a page whose HTML came without it', async () => {
  await open();
  const cache = await here.caches.open('lede-data');
  for (const { url } of await cache.keys()) await cache.delete(url);
  await open();
  expect(await storiesHere()).toEqual(all);
});
