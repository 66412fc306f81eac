import { chromium, type Page } from '@playwright/test';
import { chromiumFlags } from '../support/chromium.mjs';
import { checkWebManifest } from '../support/checkWebManifest.ts';
import { findings } from './support/findings.ts';
import { expect, test, workerReady } from './support/offline.ts';
import { linkOf, quietStory } from './support/pageKinds.ts';
import { placeOf, settled } from './support/reading.ts';

test('the browser finds nothing that keeps the edition from being installed', async ({
  page,
  context,
  host,
}) => {
  await page.goto('./');
  await settled(page);
  await workerReady(page);
  const session = await context.newCDPSession(page);
  const { url, data, errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // The browser of the tests keeps nothing after them, and says so.
  const kept = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
  expect(kept).toEqual([]);

  const files = new Set<string>();
  const named = [...(data ?? '').matchAll(/"src":"([^"]+)"/g)].map(([, src = '']) => src);
  for (const src of named) {
    const answer = await page.request.get(new URL(src, host.address).href);
    if (answer.ok() && answer.headers()['content-type']?.startsWith('image/')) files.add(src);
  }
  expect(checkWebManifest(data ?? '', url, (file) => files.has(file))).toEqual([]);
});

/** What Chromium does once it finds that the edition can be installed, and it likes the reader's visits. */
async function offerInstall(page: Page): Promise<void> {
  await page.evaluate(() => {
    const offer = new Event('beforeinstallprompt', { cancelable: true });
    const prompt = async (): Promise<void> => {
      document.documentElement.dataset['asked'] = 'yes';
    };
    window.dispatchEvent(Object.assign(offer, { prompt }));
  });
}

test('installing is spoken of once, after some pages, at rest, and moves nothing', async ({
  page,
  edition,
}) => {
  await page.clock.install();
  await page.goto('./');
  await settled(page);
  const hint = page.getByRole('status').filter({ hasText: 'Keep Lede at hand.' });
  const rested = async (): Promise<void> => {
    await offerInstall(page);
    await page.clock.runFor('00:20');
  };
  const stories = edition.front.strips.flatMap(({ trails }) => trails);
  for (const story of stories.slice(0, 2)) {
    await rested();
    await expect(hint).toHaveCount(0);
    await linkOf(page, story).click();
    await page.getByRole('heading', { level: 1, name: story.headline }).waitFor();
    await rested();
    await expect(hint).toHaveCount(0);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Lede' }).waitFor();
  }
  await page.evaluate(() => window.scrollTo(0, 200));
  const before = await placeOf(page);
  const height = await page.evaluate(() => document.querySelector('main')?.offsetHeight);
  await rested();
  await expect(hint).toBeVisible();
  expect(await placeOf(page)).toEqual(before);
  expect(await page.evaluate(() => document.querySelector('main')?.offsetHeight)).toBe(height);
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Install' }).click();
  await expect(page.locator('html[data-asked]')).toHaveCount(1);
  await expect(hint).toHaveCount(0);

  await page.reload();
  await settled(page);
  await rested();
  await expect(hint).toHaveCount(0);
});

test('on the home screen there is a way back, by key too, and in a tab there is none', async ({
  page,
  host,
  edition,
}) => {
  const story = quietStory(edition);
  await page.goto('./');
  await settled(page);
  await linkOf(page, story).click();
  await page.getByRole('heading', { level: 1, name: story.headline }).waitFor();
  await expect(page.getByRole('button', { name: 'Back' })).toHaveCount(0);

  const flags = [...chromiumFlags, `--app=${host.address}`];
  const path = process.env['CHROMIUM_PATH'] ?? '';
  const app = await chromium.launchPersistentContext('', { executablePath: path, args: flags });
  try {
    const standing = app.pages()[0] ?? (await app.waitForEvent('page'));
    await settled(standing);
    expect(await standing.evaluate(() => matchMedia('(display-mode: standalone)').matches)).toBe(
      true,
    );
    const back = standing.getByRole('banner').getByRole('button', { name: 'Back' });
    const top = () =>
      standing.getByRole('banner').evaluate((head) => head.getBoundingClientRect().top);
    const before = await top();
    await expect(back).toHaveCount(0);
    await linkOf(standing, story).click();
    await standing.getByRole('heading', { level: 1, name: story.headline }).waitFor();
    await expect(back).toBeVisible();
    expect(await top()).toBe(before);
    expect(await findings(standing)).toEqual([]);
    await back.focus();
    await standing.keyboard.press('Enter');
    await standing.getByRole('heading', { level: 1, name: 'Lede' }).waitFor();
    await expect(back).toHaveCount(0);
  } finally {
    await app.close();
  }
});
