import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import { test as withWorker, workerReady } from './support/offline.ts';
import { linkOf, quietStory } from './support/pageKinds.ts';
import { appStarted } from './support/reading.ts';

const hasFace = (page: Page) =>
  page.evaluate(() => [...document.fonts].some(({ family }) => family.includes('Lede Serif')));

test('the reading face is fetched after the first page and set from the second on', async ({
  page,
  edition,
}) => {
  const fetched = page.waitForResponse(/lede-serif-roman.*\.woff2$/);
  await page.goto('./');
  await appStarted(page);
  await fetched;
  await expect.poll(() => page.evaluate(() => localStorage.getItem('lede-face'))).not.toBeNull();
  expect(await hasFace(page)).toBe(false);

  const quiet = quietStory(edition);
  await linkOf(page, quiet).click();
  await expect(page.getByRole('heading', { level: 1, name: quiet.headline })).toBeVisible();
  expect(await hasFace(page)).toBe(true);

  await page.reload();
  expect(await hasFace(page)).toBe(true);
});

test('a letter that no font on the device has is drawn as a box, not left out', async ({
  page,
}) => {
  await page.goto('./');
  await appStarted(page);
  await expect.poll(() => page.evaluate(() => localStorage.getItem('lede-face'))).not.toBeNull();
  await page.reload();
  await expect.poll(() => hasFace(page)).toBe(true);
  const inked = await page.evaluate(async () => {
    const face = [...document.fonts].find(({ family }) => family.includes('Lede Serif'));
    await face?.load();
    const drawing = document.createElement('canvas').getContext('2d');
    if (face === undefined || drawing === null) return 0;
    drawing.font = `40px ${face.family}`;
    // Of a plane for private use, which is in no font.
    drawing.fillText('\u{F0000}', 10, 60);
    return drawing.getImageData(0, 0, 100, 100).data.filter((value) => value > 0).length;
  });
  expect(inked).toBeGreaterThan(0);
});

test('a reader who saves data is sent no face', async ({ page, context }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  const fonts: string[] = [];
  context.on('request', (request) => {
    if (request.url().endsWith('.woff2')) fonts.push(request.url());
  });
  await page.goto('./');
  await appStarted(page);
  await page.waitForTimeout(800);
  expect(fonts).toEqual([]);
});

withWorker('the worker leaves slanted letters until a page wants them', async ({ page, host }) => {
  await page.goto('./');
  await appStarted(page);
  await workerReady(page);
  await page.waitForTimeout(1500);
  const fonts = new Set(
    host.asked.map(({ path }) => path).filter((path) => path.endsWith('woff2')),
  );
  expect([...fonts].map((path) => path.replace(/-[^-]*$/, ''))).toEqual([
    '/assets/lede-serif-roman',
  ]);
});

test.describe('when a deploy has removed a part', () => {
  test.use({ breaksNetwork: true });

  test('the page is loaded again once, then says so and goes on', async ({ page }) => {
    await page.route(/AppearanceDialog.*\.js$/, (route) => route.fulfill({ status: 404 }));
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    await page.goto('./');
    await appStarted(page);
    const button = page.getByRole('button', { name: 'Appearance' });
    await button.click();
    await expect.poll(() => loads).toBe(2);
    await appStarted(page);
    await button.click();
    await expect(page.getByText('could not be fetched')).toBeVisible();
    expect(loads).toBe(2);
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  });
});
