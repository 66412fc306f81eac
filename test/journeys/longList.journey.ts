import { FaultyHost } from '../support/faultyHost.ts';
import { expect, test as base } from './support/journey.ts';
import { publishLongEdition } from './support/longEdition.ts';
import { appStarted } from './support/reading.ts';

const test = base.extend({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names from this pattern.
  baseURL: async ({}, use) => {
    const host = await FaultyHost.start(await publishLongEdition());
    await use(host.address);
    await host.close();
  },
});

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
