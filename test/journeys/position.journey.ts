import type { Page } from '@playwright/test';
import { storyAddress } from '../../src/model/address.ts';
import { expect, test } from './support/journey.ts';
import { linkTo } from './support/pageKinds.ts';
import { appStarted, settled } from './support/reading.ts';

/** The words at the top edge of the window: the first line of text that is wholly or partly in view. */
const atTop = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const pieces = [...document.querySelectorAll('main article .body > *')];
    return (
      pieces.find((one) => one.getBoundingClientRect().bottom > 1)?.textContent.slice(0, 40) ?? ''
    );
  });

/** How many places are written down on this device. */
const keptPlaces = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const [found] = await indexedDB.databases();
    if (found?.name === undefined) return 0;
    const opening = indexedDB.open(found.name);
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const counting = opening.result.transaction('positions').objectStore('positions').count();
    await new Promise((resolve) => counting.addEventListener('success', resolve));
    opening.result.close();
    return counting.result;
  });

async function readInto(page: Page): Promise<string> {
  await page.evaluate(() => {
    const pieces = document.querySelectorAll('main article .body > *');
    const middle = pieces[Math.floor(pieces.length / 2)];
    window.scrollBy(0, (middle?.getBoundingClientRect().top ?? 0) + 12);
  });
  const words = await atTop(page);
  await expect.poll(() => keptPlaces(page)).toBe(1);
  return words;
}

test.beforeEach(async ({ page, edition }) => {
  const longest = edition.stories.toSorted((one, other) => other.body.length - one.body.length)[0];
  await page.goto(linkTo(storyAddress(longest?.slug ?? '')));
  await settled(page);
  await page.waitForTimeout(600);
});

test('the words being read stay at the top when the text changes its size', async ({ page }) => {
  const words = await readInto(page);
  await page.evaluate(() => {
    document.documentElement.dataset['size'] = '7';
  });
  await page.waitForTimeout(200);
  expect(await atTop(page)).toBe(words);
  await page.evaluate(() => {
    document.documentElement.dataset['measure'] = 'narrow';
  });
  await page.waitForTimeout(200);
  expect(await atTop(page)).toBe(words);
});

test('a place that is due to be written down is not taken from a text that was just set anew', async ({
  page,
}) => {
  const words = await readInto(page);
  // Due 250 ms after the last move, so right before the frame in which the text is laid out anew.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const setAnew = (): void => {
          document.documentElement.dataset['size'] = '7';
          document.documentElement.dataset['measure'] = 'narrow';
          resolve();
        };
        window.addEventListener('scroll', () => setTimeout(setAnew, 249), { once: true });
        window.scrollBy(0, 1);
      }),
  );
  await page.waitForTimeout(600);
  expect(await atTop(page)).toBe(words);
});

test('a reload comes back to the words being read, at another text size too', async ({ page }) => {
  const words = await readInto(page);
  await page.reload();
  await settled(page);
  await expect.poll(() => atTop(page)).toBe(words);
  await page.evaluate(() => {
    localStorage.setItem('lede-appearance', '{"size":"7"}');
  });
  await page.reload();
  await settled(page);
  await expect.poll(() => atTop(page)).toBe(words);
});

test('a story begun on an earlier visit offers to go on, and moves only when asked', async ({
  page,
  context,
}) => {
  const words = await readInto(page);
  const url = page.url();
  await page.close();
  const later = await context.newPage();
  await later.goto(url);
  await appStarted(later);
  const resume = later.getByRole('button', { name: 'Go on where you stopped' });
  await resume.waitFor();
  expect(await later.evaluate(() => window.scrollY)).toBe(0);
  await resume.click();
  await expect.poll(() => atTop(later)).toBe(words);
});

test('a story opened by a link pressed at leisure far down a page offers to go on as well', async ({
  page,
}) => {
  const words = await readInto(page);
  const path = new URL(page.url()).pathname;
  await page.goto('./');
  await appStarted(page);
  await settled(page);
  const link = page.locator(`main a[href$="${path}"]`).last();
  await link.scrollIntoViewIfNeeded();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => window.scrollY > innerHeight / 2)).toBe(true);
  await link.dispatchEvent('pointerdown', { button: 0 });
  await page.waitForTimeout(500);
  await link.click();
  const resume = page.getByRole('button', { name: 'Go on where you stopped' });
  await resume.click();
  await expect.poll(() => atTop(page)).toBe(words);
});
