import type { CDPSession, Page } from '@playwright/test';
import { workerReady } from './support/offline.ts';
import { appStarted } from './support/reading.ts';
import { expect, test, type WalkedHost } from './support/walk/ground.ts';
import { readKept, wrongOnes } from './support/walk/kept.ts';
import { look, open } from './support/walk/look.ts';
import { stories } from './support/walk/walkEdition.ts';

const lead = `/story/${stories.lead}`;
const near = `/story/${stories.near}`;
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
const saved = (page: Page) => page.getByRole('button', { name: 'Saved', exact: true });

test.beforeEach(({ walked: { host, next } }) => {
  host.breakWith();
  host.publish(next);
});

/** A reader with a worker in charge, a story open, and the browser's own tools at hand. */
async function begin(
  page: Page,
  { host }: WalkedHost,
): Promise<{ cdp: CDPSession; origin: string }> {
  await open(page, '/');
  await workerReady(page);
  await open(page, near);
  await appStarted(page);
  await host.quiet();
  const cdp = await page.context().newCDPSession(page);
  return { cdp, origin: new URL(host.address).origin };
}

async function takeWhole(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Take along', exact: true }).click();
  await page.getByRole('button', { name: 'Take along: The whole edition' }).click();
}

for (const storageTypes of ['cache_storage', 'indexeddb', 'service_workers', 'all']) {
  test(`reading goes on when the browser clears ${storageTypes} under the reader, and all is kept anew`, async ({
    page,
    walked,
  }) => {
    test.slow();
    const { host, published } = walked;
    const { cdp, origin } = await begin(page, walked);
    await save(page).click();
    await saved(page).waitFor();
    await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes });
    await page.locator(`main a[href$="${lead}"]`).first().click();
    await expect.poll(() => look(page)).toMatchObject({ kind: 'story', slug: stories.lead });
    // What is gone is not said to be there, and can be had again.
    await open(page, near);
    await expect(saved(page).or(save(page))).toBeVisible();
    if (await save(page).isVisible()) await save(page).click();
    await expect(saved(page)).toBeVisible();

    await workerReady(page);
    await open(page, '/');
    await host.quiet();
    await open(page, lead);
    await host.quiet();
    expect(wrongOnes(await readKept(page), published)).toEqual([]);
    await host.stop();
    for (const [address, slug] of [
      [lead, stories.lead],
      [near, stories.near],
    ] as const) {
      expect(await open(page, address)).toMatchObject({ kind: 'story', slug });
    }
    await expect(saved(page)).toBeVisible();
    expect(await open(page, '/')).toEqual({ kind: 'front' });
    await host.resume();
  });
}

test('a worker that is stopped in the middle of its install is installed at the next visit, whole', async ({
  page,
  walked: { host, published },
}) => {
  test.slow();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('ServiceWorker.enable');
  const installFile = /^\/assets\/(DeviceList|SavedList|dom)/;
  for (const stop of [1, 2]) {
    let met = 0;
    host.breakWith(({ path, dest }) =>
      dest === 'empty' && installFile.test(path) && ++met >= stop ? { kind: 'hang' } : undefined,
    );
    await page.goto('./');
    await appStarted(page);
    await expect.poll(() => met).toBeGreaterThanOrEqual(stop);
    await cdp.send('ServiceWorker.stopAllWorkers');
    expect(await look(page)).toEqual({ kind: 'front' });
  }
  host.breakWith();
  await page.reload();
  await workerReady(page);
  await open(page, lead);
  await host.quiet();
  expect(wrongOnes(await readKept(page), published)).toEqual([]);
  await host.stop();
  expect(await open(page, lead)).toMatchObject({ kind: 'story', slug: stories.lead });
  await appStarted(page);
  await host.resume();
});

test('taking along goes on by itself after the browser stopped the worker', async ({
  page,
  walked,
}) => {
  test.slow();
  const { host } = walked;
  const { cdp } = await begin(page, walked);
  await cdp.send('ServiceWorker.enable');
  let isFirst = true;
  host.breakWith(({ path }) => {
    if (!path.startsWith('/take/') || !isFirst) return undefined;
    isFirst = false;
    return { kind: 'hang', after: 'half' };
  });
  await takeWhole(page);
  await expect.poll(() => isFirst).toBe(false);
  await cdp.send('ServiceWorker.stopAllWorkers');
  await expect(page.getByText('This edition is on this device')).toBeVisible({ timeout: 25_000 });
  await host.stop();
  expect(await open(page, '/story/quarry')).toMatchObject({ kind: 'story', slug: 'quarry' });
  await host.resume();
});

test('a device that is too full says so, loses nothing, and takes it along once there is room', async ({
  page,
  walked,
}) => {
  test.slow();
  const { host, published } = walked;
  const { cdp, origin } = await begin(page, walked);
  await save(page).click();
  await saved(page).waitFor();
  await cdp.send('Storage.overrideQuotaForOrigin', {
    origin,
    quotaSize: (await usage(page)) + 3000,
  });

  await page.getByRole('button', { name: 'Take along', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Take along: The whole edition' }).click();
  await expect(dialog.getByText('This device is full')).toBeVisible();
  await page.keyboard.press('Escape');
  // An open database goes by the room of half a minute ago, so this one is made to say what a full one says.
  await page.addInitScript(() => {
    const put = Reflect.get(IDBObjectStore.prototype, 'put');
    IDBObjectStore.prototype.put = function full(...given) {
      if (this.name === 'copies' && !('hasRoom' in window)) {
        throw new DOMException('full', 'QuotaExceededError');
      }
      return put.apply(this, given);
    };
  });
  await open(page, lead);
  await appStarted(page);
  await save(page).click();
  await expect(page.getByText('Not saved: this device is full.')).toBeVisible();
  await expect(save(page)).toHaveAttribute('aria-pressed', 'false');
  await page.reload();
  await expect(save(page)).toBeVisible();
  expect(await open(page, '/')).toEqual({ kind: 'front' });
  await host.quiet();

  await cdp.send('Storage.overrideQuotaForOrigin', { origin });
  await open(page, near);
  await expect(saved(page)).toBeVisible();
  await page.getByRole('button', { name: 'Take along', exact: true }).click();
  const here = dialog.getByText('This edition is on this device');
  const again = dialog.getByRole('button', { name: 'Try again' });
  await expect(again.or(here).first()).toBeVisible();
  if (await again.isVisible()) await again.click();
  await expect(here).toBeVisible();
  await host.quiet();
  expect(wrongOnes(await readKept(page), published)).toEqual([]);
  await open(page, lead);
  await page.evaluate(() => Object.assign(window, { hasRoom: true }));
  await save(page).click();
  await expect(saved(page)).toBeVisible();
});

test('a story that has no room takes that of the pictures nobody asked for', async ({
  page,
  walked,
}) => {
  test.slow();
  const { cdp, origin } = await begin(page, walked);
  await page.evaluate(async () => {
    const pictures = await caches.open('lede-pictures');
    for (const name of ['moon', 'tide', 'comet']) {
      await pictures.put(`/media/${name}-800.avif`, new Response(new Uint8Array(500_000)));
    }
  });
  await fillDatabase(cdp, page, origin);
  await page.evaluate(() => {
    const put = Reflect.get(IDBObjectStore.prototype, 'put');
    IDBObjectStore.prototype.put = function watched(...given) {
      this.transaction.addEventListener('abort', () => Object.assign(window, { wasFull: true }));
      return put.apply(this, given);
    };
  });
  await save(page).click();
  await expect(saved(page)).toBeVisible();
  expect(await page.evaluate(() => 'wasFull' in window)).toBe(true);
  await page.reload();
  await expect(saved(page)).toBeVisible();
});

test('a story that has no room takes that of stories nobody asked for, never of what was taken along or saved', async ({
  page,
  walked,
}) => {
  test.slow();
  const { host, published } = walked;
  const { cdp, origin } = await begin(page, walked);
  await takeWhole(page);
  await expect(page.getByText('This edition is on this device')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.evaluate(async () => {
    await caches.delete('lede-pictures');
    const data = await caches.open('lede-data');
    // Of an edition before this one.
    for (const name of ['moon', 'tide', 'comet']) {
      const body = new Blob(['x'.repeat(500_000)], { type: 'application/json' });
      await data.put(`/story/${name}.json`, new Response(body));
    }
  });
  await fillDatabase(cdp, page, origin);
  await save(page).click();
  await expect(saved(page)).toBeVisible();
  const paths = (await readKept(page)).map(({ path }) => path);
  const taken = [...published.keys()].filter((path) => /^\/story\/.*\.json$/.test(path));
  // Nor of the page that is open.
  expect(paths.filter((path) => path.startsWith('/story/')).toSorted()).toEqual(
    [near, ...taken].toSorted(),
  );
  await cdp.send('Storage.overrideQuotaForOrigin', { origin });
  await host.stop();
  for (const address of [lead, near, '/story/quarry']) {
    expect((await open(page, address)).kind).toBe('story');
  }
  await page.goto('./saved');
  await page.locator(`main a[href$="${near}"]`).waitFor();
  await host.resume();
});

test('a story for which no room can be made is not said to be saved, and is once there is', async ({
  page,
  walked,
}) => {
  test.slow();
  const { cdp, origin } = await begin(page, walked);
  await page.evaluate(() => caches.delete('lede-pictures'));
  await fillDatabase(cdp, page, origin);
  await save(page).click();
  await expect(page.getByText('Not saved: this device is full.')).toBeVisible();
  await expect(save(page)).toHaveAttribute('aria-pressed', 'false');
  await cdp.send('Storage.overrideQuotaForOrigin', { origin });
  await save(page).click();
  await expect(saved(page)).toBeVisible();
});

test('a quota that shrinks below what is stored breaks nothing', async ({ page, walked }) => {
  test.slow();
  const { host } = walked;
  const { cdp, origin } = await begin(page, walked);
  await save(page).click();
  await saved(page).waitFor();
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
  for (const address of ['/', lead, '/story/ferry', near]) {
    expect((await open(page, address)).kind).toBe(address === '/' ? 'front' : 'story');
  }
  await expect(saved(page)).toBeVisible();
  await host.stop();
  expect(await open(page, near)).toMatchObject({ kind: 'story', slug: stories.near });
  await host.resume();
});

/** From now on the browser refuses whatever is written into the database. */
async function fillDatabase(cdp: CDPSession, page: Page, origin: string): Promise<void> {
  // Closes it: while it is open the browser goes by the room it had half a minute ago.
  await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: await usage(page) });
}

function usage(page: Page): Promise<number> {
  return page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
}
