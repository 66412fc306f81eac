import type { Page } from '@playwright/test';
import { workerReady } from './support/offline.ts';
import { appStarted } from './support/reading.ts';
import { expect, test } from './support/walk/ground.ts';
import { look, open } from './support/walk/look.ts';
import { added, stories } from './support/walk/walkEdition.ts';
import { wholeBrowser } from './support/wholeBrowser.ts';

const lead = `/story/${stories.lead}`;
const near = `/story/${stories.near}`;

// In the light one a script that is nowhere any more is found all the same.
test.use(wholeBrowser());

test('two tabs live through two releases, each with the reader it began with', async ({
  newReader,
  walked: { host, first, next, last },
}) => {
  test.slow();
  host.publish(first);
  const reader = await newReader();
  const one = await reader.newPage();
  await one.setViewportSize({ width: 900, height: 400 });
  await one.clock.install();
  await open(one, '/');
  await host.quiet();
  await workerReady(one);
  await open(one, lead);
  await appStarted(one);
  await one.evaluate(() => window.scrollTo(0, 200));
  const began = await one.evaluate(() => performance.timeOrigin);

  host.publish(next);
  const two = await reader.newPage();
  await open(two, near);
  await appStarted(two);
  await update(two);
  await expect.poll(() => waiting(one)).toBe(true);
  expect(await shells(one)).toHaveLength(2);

  host.publish(last);
  await two.reload();
  await appStarted(two);
  // An install that a slow machine gave up is tried again, as at a next visit.
  await expect
    .poll(async () => {
      await update(two);
      return shells(one);
    })
    .toHaveLength(3);
  await expect.poll(() => waiting(one)).toBe(true);

  // Nothing on the host is of the first tab's version any more, and the browser's own cache has nothing: its late parts
  // come from what the worker keeps.
  await (await reader.newCDPSession(one)).send('Network.clearBrowserCache');
  expect(await version(one)).toBe('v1');
  expect(await one.evaluate(() => window.scrollY)).toBe(200);
  await opensDialog(one, 'Take along');
  await opensDialog(two, 'Take along');
  expect(await one.evaluate(() => performance.timeOrigin)).toBe(began);

  // Asked for the newest, the newest worker takes over, and neither tab is loaded anew.
  await one.clock.runFor('01:05');
  await one.getByRole('button', { name: 'Open it' }).click();
  await expect.poll(() => waiting(one)).toBe(false);
  expect(await one.evaluate(() => performance.timeOrigin)).toBe(began);
  await expect(
    one.getByRole('main').getByRole('link', { name: added.headline }).first(),
  ).toBeVisible();
  await opensDialog(one, 'Appearance');
  await opensDialog(two, 'Appearance');

  await host.stop();
  for (const page of [one, two]) {
    expect(await open(page, lead)).toMatchObject({ kind: 'story', slug: stories.lead });
    await appStarted(page);
    await opensDialog(page, 'Appearance');
  }
  await host.resume();
});

test('a worker that waits takes over at the next visit, and the old pages still open offline', async ({
  newReader,
  walked: { host, first, next },
}) => {
  test.slow();
  host.publish(first);
  const reader = await newReader();
  const page = await reader.newPage();
  await open(page, '/');
  await host.quiet();
  await workerReady(page);
  await open(page, lead);
  await host.quiet();
  host.publish(next);
  await update(page);
  await expect.poll(() => waiting(page)).toBe(true);
  await page.close();

  // A visit that begins before the worker in charge has ended its last work is still that worker's: a busy machine is slow
  // at it, so the visit is made anew.
  const later = await reader.newPage();
  await expect
    .poll(async () => {
      await later.goto('about:blank');
      await later.goto('./robots.txt');
      return waiting(later);
    })
    .toBe(false);
  await host.stop();
  expect(await open(later, lead)).toMatchObject({ kind: 'story', slug: stories.lead });
  await appStarted(later);
  // Kept before the update, the page still names the earlier reader, which is still here.
  await opensDialog(later, 'Appearance');
  expect(await look(later)).toMatchObject({ kind: 'story' });
  await host.resume();
});

/** Whether a worker waits to take over. */
function waiting(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.waiting !== null && registration?.waiting !== undefined;
  });
}

/** Asks the host for a newer worker, as the browser does at each visit, and waits until it is installed. */
async function update(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await (await navigator.serviceWorker.ready).update();
    const worker = registration?.installing;
    if (!worker) return;
    await new Promise<void>((resolve) => {
      worker.addEventListener('statechange', () => worker.state !== 'installing' && resolve());
    });
  });
}

function shells(page: Page): Promise<string[]> {
  return page.evaluate(async () =>
    (await caches.keys()).filter((name) => name.startsWith('lede-shell-')),
  );
}

/** Which version of the reader a tab runs, by the names of the scripts it loaded. */
function version(page: Page): Promise<string> {
  return page.evaluate(() => {
    const names = performance.getEntriesByType('resource').map((entry) => entry.name);
    return names.some((name) => name.includes('-v3.'))
      ? 'v3'
      : names.some((name) => name.includes('-v2.'))
        ? 'v2'
        : 'v1';
  });
}

async function opensDialog(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}
