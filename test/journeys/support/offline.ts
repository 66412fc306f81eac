import type { Page } from '@playwright/test';
import { FaultyHost } from '../../support/faultyHost.ts';
import { editionFolders } from './editions.ts';
import { test as base } from './journey.ts';

/** A journey with the worker let in, over a host of its own that can be broken. */
export const test = base.extend<{ host: FaultyHost }>({
  serviceWorkers: 'allow',
  breaksNetwork: true,

  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names from this pattern.
  host: async ({}, use) => {
    const host = await FaultyHost.start(editionFolders.sample);
    await use(host);
    await host.close();
  },

  baseURL: async ({ host }, use) => {
    await use(host.address);
  },
});

export { expect } from './journey.ts';

/** Waits until the worker is in charge and has kept what is near this page. */
export async function workerReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller !== null) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
  });
}

/** Addresses of the documents on this device, as its store names them. */
export async function heldAddresses(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const cache = await caches.open('lede-data');
    return (await cache.keys()).map(({ url }) => new URL(url).pathname);
  });
}
