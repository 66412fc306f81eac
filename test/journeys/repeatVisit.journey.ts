import type { Page } from '@playwright/test';
import { storyAddress } from '../../src/model/address.ts';
import { linkTo } from './support/pageKinds.ts';
import { expect, test, workerReady } from './support/offline.ts';
import { settled } from './support/reading.ts';

/** Whether the page has painted its text. */
const hasPainted = (page: Page): Promise<boolean> =>
  page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length > 0);

test('on a repeat visit front and story are painted before the host gives a single byte', async ({
  page,
  host,
  edition,
}) => {
  const lead = edition.front.lead?.trail;
  const story = linkTo(storyAddress(lead?.slug ?? ''));
  for (const address of ['./', story]) {
    await page.goto(address);
    await settled(page);
    await workerReady(page);
  }
  await page.waitForTimeout(500);
  for (const [address, heading] of [
    ['./', 'Lede'],
    [story, lead?.headline ?? ''],
  ] as const) {
    await page.goto('about:blank');
    host.breakWith(() => ({ kind: 'hang' }));
    await page.goto(address, { waitUntil: 'commit' });
    await expect.poll(() => hasPainted(page), heading).toBe(true);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
    host.breakWith(() => undefined);
  }
});
