import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Fault } from '../support/faults.ts';
import type { FaultyHost } from '../support/faultyHost.ts';
import { workerReady } from './support/offline.ts';
import { appStarted } from './support/reading.ts';
import { expect, test } from './support/walk/ground.ts';
import { look, open } from './support/walk/look.ts';
import { stories } from './support/walk/walkEdition.ts';

const lead = `/story/${stories.lead}`;

test.beforeEach(async ({ page, walked: { host, first } }) => {
  host.breakWith();
  host.publish(first);
  await open(page, '/');
  await workerReady(page);
  await open(page, lead);
  await appStarted(page);
  await host.quiet();
});
test.afterEach(async ({ walked: { host } }) => {
  host.breakWith();
  await host.resume();
});

const inPlace: Record<string, Fault> = {
  'not there': { kind: 'status', status: 404 },
  'a sign-in page': { kind: 'captive' },
  'a redirect': { kind: 'redirect', to: '/' },
  'a trouble of the host': { kind: 'status', status: 503 },
  'cut short': { kind: 'cut', after: 'half', framing: 'close' },
};

for (const [what, fault] of Object.entries(inPlace)) {
  test(`the worker stays when what stands in its place is ${what}`, async ({
    page,
    walked: { host },
  }) => {
    host.breakWith((asked) => (asked.path === '/sw.js' ? fault : undefined));
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update().catch(() => undefined);
    });
    await page.reload();
    await appStarted(page);
    await host.stop();
    expect(await open(page, lead)).toMatchObject({ kind: 'story', slug: stories.lead });
    await appStarted(page);
  });
}

/** What a host may give in the place of the worker that the browser takes for one, and that does nothing. */
const deadWorkers = { 'no byte at all': '', 'a beginning that is a script': 'const a=1;' };

for (const [what, body] of Object.entries(deadWorkers)) {
  test(`the good worker takes over at once from ${what}, and keeps what is open`, async ({
    newReader,
    walked: { host },
  }) => {
    test.slow();
    stand(host, body);
    const page = await (await newReader()).newPage();
    for (const address of ['/', lead]) {
      await open(page, address);
      await appStarted(page);
      await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
    }
    expect(await isControlled(page)).toBe(true);

    host.breakWith();
    await open(page, lead);
    await appStarted(page);
    const began = await page.evaluate(() => performance.timeOrigin);
    await expect.poll(() => isHeld(page, `${lead}.json`), { timeout: 40_000 }).toBe(true);
    expect(await page.evaluate(() => performance.timeOrigin)).toBe(began);
    await host.quiet();
    await host.stop();
    expect(await open(page, lead)).toMatchObject({ kind: 'story', slug: stories.lead });
    expect(await open(page, `/story/${stories.near}`)).toMatchObject({ slug: stories.near });
    await appStarted(page);
  });
}

test('a tab that loads no page finds out, too, that its worker does nothing', async ({
  newReader,
  walked: { host },
}) => {
  test.slow();
  stand(host, '');
  const page = await (await newReader()).newPage();
  await open(page, lead);
  await appStarted(page);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  // Longer than an answer is waited for: what was asked as the page began comes to nothing, too.
  await page.waitForTimeout(6000);
  host.breakWith();
  const began = await page.evaluate(() => performance.timeOrigin);
  await page.getByRole('link', { name: 'Lede', exact: true }).first().click();
  await expect.poll(() => isHeld(page, '/'), { timeout: 60_000 }).toBe(true);
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(began);
  await host.quiet();
  await host.stop();
  await page.reload();
  expect(await look(page)).toEqual({ kind: 'front' });
});

test('an answer without a byte does not wait to take over from a good worker', async ({
  page,
  walked: { host },
}) => {
  test.slow();
  stand(host, '');
  await update(page);
  await expect.poll(() => isWaiting(page)).toBe(true);
  host.breakWith();
  // Within the app no page is loaded, so the browser itself looks for nothing.
  const asked = host.asked.length;
  await page.getByRole('link', { name: 'Lede', exact: true }).first().click();
  const again = (): boolean => host.asked.slice(asked).some((one) => one.path === '/sw.js');
  await expect.poll(again, { timeout: 20_000 }).toBe(true);
  await host.quiet();
  await page.goto('about:blank');
  await page.waitForTimeout(500);
  await host.stop();
  expect(await open(page, lead)).toMatchObject({ kind: 'story', slug: stories.lead });
});

test('a worker of a newer version waits for one that is alive', async ({
  page,
  walked: { host, next },
}) => {
  test.slow();
  host.publish(next);
  await update(page);
  await expect.poll(() => isWaiting(page)).toBe(true);
  // Longer than a dead one is waited for.
  await page.waitForTimeout(12_000);
  expect(await isWaiting(page)).toBe(true);
});

const badWorkers = {
  'shows an empty page for everything': `
    respond = () => new Response('', { headers: { 'content-type': 'text/html' } });`,
  'throws at every request': `respond = () => { throw new Error('bad'); };`,
  'never takes a tab back': `respond = (event) => fetch(event.request);`,
};

for (const [does, respond] of Object.entries(badWorkers)) {
  test(`a worker that ${does} is undone by sw-off.js in its place, and what was saved stays`, async ({
    page,
    walked: { host, first },
  }) => {
    test.slow();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
    const bad = `let respond;${respond}
      addEventListener('install', () => skipWaiting());
      addEventListener('activate', (event) => event.waitUntil(clients.claim()));
      addEventListener('fetch', (event) => event.respondWith(respond(event)));`;
    stand(host, bad);
    await inCharge(page, () => update(page));

    stand(host, readFileSync(path.join(first, 'sw-off.js'), 'utf8'));
    // One visit: the browser looks for a newer worker, whatever the bad one shows.
    await page.goto('./').catch(() => undefined);
    await expect.poll(() => look(page, 0), { timeout: 20_000 }).toEqual({ kind: 'front' });
    await expect.poll(() => hasShell(page), { timeout: 20_000 }).toBe(false);
    await open(page, lead);
    await expect(page.getByRole('button', { name: 'Saved', exact: true })).toBeVisible();

    // The good one is back: it waits until no tab is open, and at the next visits all is kept again.
    host.breakWith();
    await expect.poll(() => opensOffline(page, host), { timeout: 40_000 }).toBe(true);
  });
}

/** Puts something in the worker's place on the host. */
function stand(host: FaultyHost, body: string): void {
  host.breakWith((asked) => (asked.path === '/sw.js' ? { kind: 'swap', body } : undefined));
}

function isControlled(page: Page): Promise<boolean> {
  return page.evaluate(() => navigator.serviceWorker.controller !== null);
}

/** Whether a worker waits to take over. */
function isWaiting(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return registration.waiting !== null;
  });
}

function isHeld(page: Page, file: string): Promise<boolean> {
  return page.evaluate(async (name) => (await caches.match(name)) !== undefined, file);
}

/** Whether the scripts of any reader are kept. */
function hasShell(page: Page): Promise<boolean> {
  return page
    .evaluate(async () => (await caches.keys()).some((name) => name.startsWith('lede-shell-')))
    .catch(() => true);
}

/** One more visit after the site was left, then one without the host. */
async function opensOffline(page: Page, host: FaultyHost): Promise<boolean> {
  await page.goto('about:blank');
  await page.waitForTimeout(500);
  await open(page, lead);
  await appStarted(page);
  await host.quiet();
  await host.stop();
  const seen = await open(page, lead);
  await host.resume();
  return seen.kind === 'story' && seen.slug === stories.lead;
}

/** Waits until another worker answers for the page. */
async function inCharge(page: Page, begin: () => Promise<void>): Promise<void> {
  const changed = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), {
          once: true,
        });
      }),
  );
  await begin();
  await changed;
}

function update(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
}
