import { afterEach, beforeEach, expect, it } from 'vitest';
import { problemHeader } from '../../src/model/workerMessages.ts';
import { answerData, answerPage, answerPointer } from '../../src/worker/answers.ts';
import { refresh } from '../../src/worker/refresh.ts';
import { holdDocument } from '../../src/worker/store.ts';
import { fillShell } from '../../src/worker/shellCache.ts';
import { FaultyHost } from '../support/faultyHost.ts';
import { deviceOver, publishFolder, sealedPage, storyOf } from './edition.ts';
import { next, old } from './twoEditions.ts';

const minutes = 60_000;

let host: FaultyHost;
let here: ReturnType<typeof deviceOver>;

beforeEach(async () => {
  host = await FaultyHost.start(old.folder);
  here = deviceOver(host);
});
afterEach(async () => {
  await here.settle();
  await host.close();
});

const headlineOf = async (answer: Response): Promise<unknown> =>
  ((await answer.json()) as { headline?: unknown }).headline;
const asItCame = (): Promise<Response> =>
  Promise.resolve(new Response('as it came', { headers: { 'x-frame-options': 'DENY' } }));
const data = (address: string): Promise<Response> => answerData(here.device, address, here.lasting);
const page = (address: string): Promise<Response> =>
  answerPage(here.device, address, here.lasting, asItCame);
const pathsAsked = (): string[] => host.asked.map(({ path }) => path);

it('gives a story it has at once, and offers the newer one that the host has', async () => {
  await data('/story/moon');
  host.publish(next.folder);
  here.clock.now += 5 * minutes;
  expect(await headlineOf(await data('/story/moon'))).toBe('The Moon is leaving');
  await here.settle();
  expect(here.told).toContainEqual(
    expect.objectContaining({ kind: 'newer', address: '/story/moon' }),
  );
  expect(await headlineOf(await data('/story/moon'))).toBe('The Moon is leaving us');
});

it.each([
  // Each has looked for its copies; what asks the host looks for one again.
  ['data', data, 1],
  ['page', page, 2],
])('gives the %s of a story that came by another question meanwhile', async (_, ask, looks) => {
  const open = here.caches.open.bind(here.caches);
  let opened = 0;
  here.caches.open = async (name) => {
    opened += 1;
    if (opened === looks + 1) await ask('/story/tide');
    return open(name);
  };
  const answer = await ask('/story/tide');
  expect(host.asked.at(-1)?.headers['if-none-match']).toMatch(/^"/);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('Tides');
});

it('asks by condition: a story that did not change costs no body', async () => {
  await data('/story/moon');
  here.clock.now += 5 * minutes;
  await data('/story/moon');
  await here.settle();
  expect(host.asked.at(-1)?.headers['if-none-match']).toMatch(/^"/);
  expect(here.told).toEqual([]);
});

it('shows a front checked within 15 minutes without asking for it', async () => {
  await data('/');
  here.clock.now += 14 * minutes;
  await data('/');
  expect(pathsAsked()).toEqual(['/index.json']);
  here.clock.now += 2 * minutes;
  await data('/');
  expect(pathsAsked()).toEqual(['/index.json', '/index.json']);
});

it('counts a front as checked when the pointer names it, and as old when it names another', async () => {
  await data('/');
  here.clock.now += 14 * minutes;
  await answerPointer(here.device);
  here.clock.now += 14 * minutes;
  await data('/');
  expect(pathsAsked()).toEqual(['/index.json', '/latest.json']);
  host.publish(next.folder);
  await answerPointer(here.device);
  const front = (await (await data('/')).json()) as { version: string };
  expect(front.version).toBe(next.front.version);
});

it('gives an old front the network for one second, then shows it; what comes late is offered', async () => {
  await fillShell(here.device);
  await page('/');
  here.clock.now += 20 * minutes;
  host.publish(next.folder);
  host.breakWith(({ path }) => (path === '/' ? { kind: 'drip', bytes: 60 } : undefined));
  const began = performance.now();
  const shown = await page('/');
  expect(performance.now() - began).toBeLessThan(3000);
  expect(await shown.text()).toContain(old.front.version);
  await here.settle();
  expect(here.told).toContainEqual({
    ...{ kind: 'newer', address: '/', version: next.front.version, than: old.front.version },
  });
}, 20_000);

it('gives the data of an old front no more time either, on a line that hangs', async () => {
  await data('/');
  here.clock.now += 20 * minutes;
  host.breakWith(() => ({ kind: 'hang' }));
  const began = performance.now();
  const shown = await data('/');
  expect(performance.now() - began).toBeLessThan(3000);
  expect(await shown.json()).toMatchObject({ version: old.front.version });
  // What hangs is given up while nobody waits for it.
  await here.settle();
}, 20_000);

it('shows an old front at once when the host refuses', async () => {
  await page('/');
  here.clock.now += 20 * minutes;
  await host.stop();
  expect(await (await page('/')).text()).toContain(old.front.version);
  expect(here.device.line).toBe('offline');
});

it('puts the shell in the place of a page whose data is here', async () => {
  await fillShell(here.device);
  await data('/story/tide');
  await host.stop();
  expect(await (await page('/story/tide')).text()).toContain('"address":"/shell"');
  expect(await headlineOf(await data('/story/tide'))).toBe('Tides');
});

it.each([
  ['one that was cut in its head', '<!doctype html><meta charset="utf-8"><style>.a{'],
  ['a sign-in page, though the host answers again', '<!doctype html><h1>Welcome aboard</h1>'],
])('puts no other page in the place of a story: %s', async (_, body) => {
  await fillShell(here.device);
  await data('/story/tide');
  let isFirst = true;
  host.breakWith(({ path }) => {
    if (path !== '/story/tide' || !isFirst) return undefined;
    isFirst = false;
    return { kind: 'swap', body };
  });
  expect(await (await page('/story/tide')).text()).toContain('"address":"/shell"');
});

it('gives a page that the host itself has put at an address of the edition', async () => {
  await fillShell(here.device);
  const body = '<!doctype html><h1>A page of 1998</h1>';
  host.breakWith(({ path }) => (path === '/archive/1998' ? { kind: 'swap', body } : undefined));
  expect(await (await page('/archive/1998')).text()).toBe(body);
});

it("gives up a page when the edition's own host says that it is gone, not when a stranger does", async () => {
  await page('/story/tide');
  here.clock.now += 20 * minutes;
  host.breakWith(() => ({ kind: 'status', status: 404 }));
  await page('/story/tide');
  await here.settle();
  expect(await headlineOf(await data('/story/tide'))).toBe('Tides');
  await here.settle();
  host.breakWith();
  host.publish((await publishFolder([storyOf('moon', 'The Moon')])).folder);
  here.clock.now += 20 * minutes;
  await page('/story/tide');
  await here.settle();
  expect((await data('/story/tide')).headers.get(problemHeader)).toBe('not-here');
});

it.each([
  ['offline', { kind: 'refuse' }],
  ['server', { kind: 'status', status: 503 }],
  ['sign-in', { kind: 'captive' }],
  ['sign-in', { kind: 'redirect', to: 'http://portal.example/' }],
  ['unreadable', { kind: 'type', type: 'text/plain' }],
] as const)('says %s when there is nothing to show (%o)', async (why, fault) => {
  host.breakWith(() => fault);
  const answer = await data('/story/moon');
  expect(answer.headers.get(problemHeader)).toBe(why);
});

it.each([
  ['a page', { kind: 'swap', body: '<!doctype html><h1>Radio</h1>' }],
  ['a page somewhere else', { kind: 'redirect', to: '/radio/' }],
  ['something that is no page', { kind: 'type', type: 'application/pdf' }],
] as const)('gives what stands beside the edition as it comes: %s', async (_, fault) => {
  await fillShell(here.device);
  host.breakWith(({ path }) => (path === '/radio' ? fault : undefined));
  expect((await page('/radio')).headers.get('x-frame-options')).toBe('DENY');
  host.breakWith(() => fault);
  expect(await (await page('/story/never-seen')).text()).not.toBe('as it came');
});

it('says that a story is for a newer reader, and gives its page, which names that one', async () => {
  await fillShell(here.device);
  const later = { ...storyOf('moon', 'The Moon'), schema: 'lede-story/2' };
  const newerPage = sealedPage('/story/moon', later);
  host.breakWith(({ path }) => ({
    ...{ kind: 'swap', body: path.endsWith('.json') ? JSON.stringify(later) : newerPage },
  }));
  expect((await data('/story/moon')).headers.get(problemHeader)).toBe('newer');
  expect(await (await page('/story/moon')).text()).toBe(newerPage);
});

it('writes no older copy over a newer one that came while it was checked', async () => {
  await data('/story/moon');
  const held = await here.caches.open('lede-data');
  const match = held.match.bind(held);
  const newer = storyOf('moon', 'The Moon is leaving us');
  here.clock.now += 5 * minutes;
  let nth = 0;
  held.match = async (...key) => {
    const found = await match(...key);
    // The one that is read to be written again.
    if ((nth += 1) === 2) {
      held.match = match;
      const text = JSON.stringify(newer);
      const proven = { address: '/story/moon', version: newer.version, title: '', text };
      await holdDocument(here.device, { ...proven, document: newer });
    }
    return found;
  };
  await refresh(here.device, '/story/moon', 'json', 8000);
  expect(nth).toBe(2);
  expect(await headlineOf(await data('/story/moon'))).toBe('The Moon is leaving us');
});

it('never keeps two versions of one address', async () => {
  await page('/story/moon');
  host.publish(next.folder);
  here.clock.now += 5 * minutes;
  await data('/story/moon');
  await here.settle();
  await host.stop();
  await fillShell(here.device).catch(() => undefined);
  const pages = await here.caches.open('lede-pages');
  expect((await pages.keys()).map(({ url }) => url)).toEqual([]);
});
