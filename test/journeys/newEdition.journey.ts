import { storyAddress } from '../../src/model/address.ts';
import { linkTo } from './support/pageKinds.ts';
import { expect, test, workerReady } from './support/offline.ts';
import { placeOf, settled } from './support/reading.ts';
import { nextRelease, publishNextRelease } from './support/releases.ts';

test('a newer edition is said while a story is read, and nothing moves until it is opened', async ({
  page,
  host,
  edition,
}) => {
  test.slow();
  const next = await publishNextRelease('next');
  const lead = edition.front.lead?.trail;
  await page.clock.install();
  await page.goto('./');
  await settled(page);
  await workerReady(page);
  await page.goto(linkTo(storyAddress(lead?.slug ?? '')));
  await settled(page);
  await page.waitForTimeout(500);
  await page.evaluate(() => window.scrollTo(0, 300));
  const link = page.getByRole('main').getByRole('link').first();
  await link.focus();
  const before = await placeOf(page);
  const text = await page.getByRole('main').innerText();

  host.publish(next);
  await page.clock.runFor('01:05');
  const notice = page.getByRole('status').filter({ hasText: 'A newer edition is ready.' });
  await expect(notice).toContainText('1 new story, 2 stories changed');
  expect(await placeOf(page)).toEqual(before);
  expect(await page.getByRole('main').innerText()).toBe(text);
  await expect(link).toBeFocused();

  await notice.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lede' })).toBeVisible();
  await expect(
    page.getByRole('main').getByRole('link', { name: nextRelease.added.headline }).first(),
  ).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test('a reader who keeps reading is not told again, and one who switched it off is never asked for', async ({
  page,
  host,
}) => {
  test.slow();
  const next = await publishNextRelease('next-kept');
  await page.clock.install();
  await page.goto('./');
  await settled(page);
  await workerReady(page);
  await page.waitForTimeout(500);
  const front = await page.getByRole('main').innerText();
  host.publish(next);
  await page.clock.runFor('01:05');
  await page.getByRole('button', { name: 'Keep reading' }).click();
  await page.clock.runFor('02:05');
  await expect(page.getByText('A newer edition is ready.')).toHaveCount(0);
  expect(await page.getByRole('main').innerText()).toBe(front);

  await page.getByRole('button', { name: 'Take along' }).click();
  await page.getByRole('checkbox', { name: /^Look for a newer edition/ }).uncheck();
  await page.getByRole('button', { name: 'Done' }).click();
  const asked = host.asked.length;
  await page.clock.runFor('05:00');
  expect(host.asked.slice(asked).filter(({ path }) => path === '/latest.json')).toEqual([]);
});
