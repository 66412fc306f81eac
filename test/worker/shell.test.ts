import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { keepNear } from '../../src/worker/keepNear.ts';
import { fillShell, mendShell } from '../../src/worker/shellCache.ts';
import { FaultyHost } from '../support/faultyHost.ts';
import { deviceOver, publishFolder, storyOf } from './edition.ts';

const published = await publishFolder([storyOf('moon', 'The Moon')]);
afterAll(() => published.remove());

let host: FaultyHost;
let here: ReturnType<typeof deviceOver>;
beforeEach(async () => {
  host = await FaultyHost.start(published.folder);
  here = deviceOver(host);
});
afterEach(() => host.close());

const script = '/assets/app-1.js';

it('asks past the browser’s own copy of a script when that is damaged, and mends it', async () => {
  const asked: (string | undefined)[] = [];
  const { fetch } = here.device;
  here.device.fetch = async (url, init) => {
    if (!url.endsWith(script)) return fetch(url, init);
    asked.push(init.cache);
    if (init.cache !== 'default') return fetch(url, init);
    return new Response('export const app = 1', { headers: { 'content-type': 'text/javascript' } });
  };
  await fillShell(here.device);
  expect(asked).toEqual(['default', 'reload']);
  expect(await shellFiles()).toContain(script);
});

it.each(['application/javascript', 'application/x-javascript', 'application/octet-stream', ''])(
  'keeps a script whose hash is right from a host that calls it “%s”',
  async (type) => {
    host.breakWith(({ path }) => (path === script ? { kind: 'type', type } : undefined));
    await fillShell(here.device);
    const kept = await here.caches.match(new URL(script, host.address).href);
    expect(kept?.headers.get('content-type')).toBe('text/javascript');
  },
);

it('keeps nothing that a host calls a page, whatever its bytes', async () => {
  host.breakWith(({ path }) => (path === script ? { kind: 'type', type: 'text/html' } : undefined));
  await expect(fillShell(here.device)).rejects.toThrow('could not be had whole');
});

it('does not ask a dead line twice', async () => {
  host.breakWith(({ path }) => (path === script ? { kind: 'refuse' } : undefined));
  await expect(fillShell(here.device)).rejects.toThrow('could not be had whole');
  expect(host.asked.filter(({ path }) => path === script)).toHaveLength(1);
});

it('has the whole shell again after the browser cleared its caches under it', async () => {
  await fillShell(here.device);
  for (const name of await here.caches.keys()) await here.caches.delete(name);
  await keepNear(here.device, '/story/moon', false);
  expect((await shellFiles()).toSorted()).toEqual([script, '/shell']);
});

it('brings a late part that could not be had at the install, and asks for nothing that is here', async () => {
  here.device.shell.files.push({
    path: 'assets/late-1.js',
    sha256: 'f'.repeat(64),
    isNeeded: false,
  });
  await fillShell(here.device);
  const before = host.asked.length;
  await mendShell(here.device, 'all');
  const paths = host.asked.slice(before).map(({ path }) => path);
  expect(new Set(paths)).toEqual(new Set(['/assets/late-1.js']));
});

it.each([
  [
    'who saves data is brought what every page fetches by itself',
    true,
    ['late-1.js', 'sheets-1.css'],
  ],
  [
    'others are brought the rest too, but for slanted letters',
    false,
    ['late-1.js', 'sheets-1.css', 'Dialog-1.js', 'serif-roman-1.woff2'],
  ],
] as const)('%s', async (_, saving, expected) => {
  const names = [
    'late-1.js',
    'sheets-1.css',
    'Dialog-1.js',
    'serif-roman-1.woff2',
    'serif-italic-1.woff2',
  ];
  const listed = names.map((name) => ({
    ...{ path: `assets/${name}`, sha256: 'f'.repeat(64), isNeeded: false },
  }));
  here.device.shell.files.push(...listed);
  here.device.savesData = () => saving;
  const extras = () =>
    new Set(host.asked.map(({ path }) => path.slice(8)).filter((name) => names.includes(name)));
  await fillShell(here.device);
  expect(extras()).toEqual(new Set(expected));
  await mendShell(here.device, saving ? 'sparing' : 'all');
  expect(extras()).toEqual(new Set(expected));
});

async function shellFiles(): Promise<string[]> {
  const cache = await here.caches.open('lede-shell-0123456789abcdef');
  return (await cache.keys()).map(({ url }) => new URL(url).pathname);
}
