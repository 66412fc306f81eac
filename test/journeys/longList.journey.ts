import { FaultyHost } from '../support/faultyHost.ts';
import { expect, test as base } from './support/journey.ts';
import { publishLongEdition } from './support/longEdition.ts';
import { appStarted, recordRequests } from './support/reading.ts';

const test = base.extend({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names from this pattern.
  baseURL: async ({}, use) => {
    const host = await FaultyHost.start(await publishLongEdition());
    await use(host.address);
    await host.close();
  },
});

// Each publishes into the same folder.
test.describe.configure({ mode: 'serial' });

test('a list leads from its newest page to the older ones and back', async ({ page }) => {
  await page.goto('./section/world');
  await appStarted(page);
  const headlines = page.getByRole('main').getByRole('link', { name: /^Dispatch number/ });
  const newest = await headlines.allInnerTexts();
  await page.getByRole('link', { name: 'Older stories' }).click();
  await expect(page.getByRole('link', { name: 'Newer stories' })).toBeVisible();
  const older = await headlines.allInnerTexts();
  expect(older).toHaveLength(20);
  expect(older.filter((headline) => newest.includes(headline))).toEqual([]);
  await page.getByRole('link', { name: 'Newer stories' }).click();
  await expect(page.getByRole('link', { name: 'Older stories' })).toBeVisible();
  expect(await headlines.allInnerTexts()).toEqual(newest);
});

test('a list that is gone through link by link is not fetched whole', async ({ page }) => {
  await page.goto('./section/world');
  await appStarted(page);
  const asked = recordRequests(page);
  const links = await page.evaluate(() => {
    const found = [...document.querySelectorAll<HTMLAnchorElement>('main a[href*="/story/"]')];
    for (const link of found) {
      link.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    }
    return new Set(found.map(({ href }) => href)).size;
  });
  expect(links).toBeGreaterThan(20);
  await page.waitForTimeout(600);
  expect(asked.data.filter((path) => path.startsWith('/story/'))).toHaveLength(20);
});
