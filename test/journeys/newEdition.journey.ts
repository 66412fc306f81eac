import type { Page } from '@playwright/test';
import { pointerAddress, storyAddress } from '../../src/model/address.ts';
import type { Asked } from '../support/faultyHost.ts';
import { editionFolders } from './support/editions.ts';
import { linkTo } from './support/pageKinds.ts';
import { expect, heldAddresses, test, workerReady } from './support/offline.ts';
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

test('a panel that is open and words that are marked outlive a newer edition', async ({
  page,
  host,
  edition,
}) => {
  test.slow();
  const next = await publishNextRelease('next-panels');
  await openAtRest(page, linkTo(storyAddress(edition.front.lead?.trail.slug ?? '')));
  await page.clock.runFor('00:05');
  await page.getByRole('button', { name: 'Appearance' }).click();
  const panel = page.getByRole('dialog', { name: 'Appearance' });
  const chosen = panel.getByRole('radio').last();
  await chosen.check();

  host.publish(next);
  await page.clock.runFor('01:05');
  const notice = page.getByText('A newer edition is ready.');
  await expect(notice).toBeAttached();
  await expect(panel).toBeVisible();
  await expect(chosen).toBeFocused();
  await expect(chosen).toBeChecked();
  await panel.getByRole('button', { name: 'Done' }).click();
  await expect(notice).toBeVisible();

  // And the one that itself speaks of editions.
  await page.getByRole('button', { name: 'Take along' }).click();
  const take = page.getByRole('dialog', { name: /along/ });
  const look = take.getByRole('checkbox', { name: /^Look for a newer edition/ });
  await look.focus();
  host.publish(editionFolders.sample);
  await page.clock.runFor('01:05');
  await expect(notice).toHaveCount(0);
  await expect(take).toBeVisible();
  await expect(look).toBeFocused();
  await take.getByRole('button', { name: 'Done' }).click();

  const marked = await page.evaluate(() => {
    const words = document.querySelector('main article .body p');
    if (words !== null) getSelection()?.selectAllChildren(words);
    return String(getSelection());
  });
  expect(marked).not.toBe('');
  host.publish(next);
  await page.clock.runFor('01:05');
  await expect(notice).toBeVisible();
  expect(await page.evaluate(() => String(getSelection()))).toBe(marked);
});

test('a tab that nobody sees asks for no newer edition, and one that is seen asks by condition', async ({
  page,
  context,
  host,
}) => {
  test.slow();
  await openAtRest(page, './');
  await page.clock.runFor('01:05');
  await host.quiet();

  await show(page, 'hidden');
  const asked = host.asked.length;
  await page.clock.runFor('10:00');
  expect(pointersOf(host.asked.slice(asked))).toEqual([]);

  const answered = context.waitForEvent('response', (one) => one.url().endsWith(pointerAddress));
  await show(page, 'visible');
  await page.clock.runFor('01:05');
  await expect.poll(() => pointersOf(host.asked.slice(asked))).toHaveLength(1);
  const [pointer] = pointersOf(host.asked.slice(asked));
  expect(pointer?.headers['if-none-match']).toMatch(/^(W\/)?".+"$/);
  const response = await answered;
  expect(response.status()).toBe(304);
  expect(await response.body().catch(() => '')).toHaveLength(0);
});

test('a reader who keeps reading is not told again, and one who switched it off is never asked for', async ({
  page,
  host,
}) => {
  test.slow();
  const next = await publishNextRelease('next-kept');
  await openAtRest(page, './');
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
  expect(pointersOf(host.asked.slice(asked))).toEqual([]);
});

test('a newer edition opens where the rest of the stylesheet cannot be had', async ({
  page,
  host,
  edition,
}) => {
  test.slow();
  const next = await publishNextRelease('next-sheets');
  host.breakWith(({ path }) =>
    path.startsWith('/assets/sheets-') ? { kind: 'status', status: 404 } : undefined,
  );
  await openAtRest(page, linkTo(storyAddress(edition.front.lead?.trail.slug ?? '')));
  host.publish(next);
  await page.clock.runFor('01:05');
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lede' })).toBeVisible();
});

/** Opens a page whose clock is the test's, and waits until it has begun whatever it begins by itself. */
async function openAtRest(page: Page, url: string): Promise<void> {
  await page.clock.install();
  await page.goto(url);
  await settled(page);
  await workerReady(page);
  await page.waitForTimeout(500);
}

/** What a host was asked for by who wants to know which edition is current. */
function pointersOf(asked: readonly Asked[]): Asked[] {
  return asked.filter(({ path }) => path === pointerAddress);
}

/** Another tab is in front of this one, or this one again. */
function show(page: Page, state: DocumentVisibilityState): Promise<void> {
  return page.evaluate((visible) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: visible });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, state);
}

test('a front whose newest comes damaged says as of when it is, and offers the newest when that comes', async ({
  page,
  host,
}) => {
  test.slow();
  const next = await publishNextRelease('next-damaged');
  await page.goto('./');
  await settled(page);
  await workerReady(page);
  await expect.poll(() => heldAddresses(page)).toContain('/index.json');
  host.publish(next);
  host.breakWith(({ path }) =>
    path === '/' || path === '/index.json' ? { kind: 'flip', at: 'half' } : undefined,
  );
  await page.reload();
  await expect(page.getByText(/You are reading this page as of \d\d:\d\d\./)).toBeVisible();
  await expect(page.getByText('Nothing newer has come yet.')).toBeVisible();
  await expect(page.getByText('A newer edition is ready.')).toHaveCount(0);
  host.breakWith();
  await expect(page.getByText('A newer edition is ready.')).toBeVisible({ timeout: 30_000 });
});
