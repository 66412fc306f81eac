import type { Locator, Page } from '@playwright/test';
import { storyAddress } from '../../src/model/address.ts';
import { findings } from './support/findings.ts';
import { expect, heldAddresses, test, workerReady } from './support/offline.ts';
import { linkTo, quietStory } from './support/pageKinds.ts';
import { settled } from './support/reading.ts';

const part = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

/** Opens the page about this device after a story was opened, and its worker has kept what is near it. */
async function openDevice(page: Page, slug: string): Promise<void> {
  await page.goto('./');
  await settled(page);
  await workerReady(page);
  await page.goto(linkTo(storyAddress(slug)));
  await expect.poll(() => heldAddresses(page)).toContain(`/story/${slug}.json`);
  await page.goto('./device');
  await part(page, 'Kept by itself').waitFor();
}

/** Where the notice covers nothing: a button half behind it is small only until the page is scrolled on. */
async function findingsAtEnd(page: Page): Promise<string[]> {
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  return findings(page);
}

test('what came by itself is weighed, removed, and put back with the host stopped', async ({
  page,
  host,
  edition,
}) => {
  const { slug } = quietStory(edition);
  await openDevice(page, slug);
  const near = part(page, 'Kept by itself');
  await expect(near).toContainText(/\d+ stories · [\d.]+\s[kM]B/);
  await expect(part(page, 'The reader')).toContainText(/\d\s[kM]B/);
  await expect(page.locator('main svg rect')).toHaveCount(5);

  await host.stop();
  await near.getByRole('button', { name: 'Remove: Kept by itself' }).click();
  await expect(near).toContainText('Removed.');
  const undo = near.getByRole('button', { name: 'Undo: Kept by itself' });
  await expect(undo).toBeFocused();
  expect(await heldAddresses(page)).not.toContain(`/story/${slug}.json`);
  expect(await findingsAtEnd(page)).toEqual([]);
  await undo.click();
  await expect.poll(() => heldAddresses(page)).toContain(`/story/${slug}.json`);
});

test('an edition is taken along on the page, removed, and put back with the host stopped', async ({
  page,
  host,
  edition,
}) => {
  test.slow();
  await openDevice(page, quietStory(edition).slug);
  await page.getByRole('button', { name: 'Take along: The whole edition' }).click();
  await expect(page.getByText('This edition is on this device')).toBeVisible({ timeout: 30_000 });
  const taken = part(page, 'Taken along').first();
  await expect(taken).toContainText(/\d\d stories · /);
  await host.stop();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('Removed.')).toBeVisible();
  await expect(taken).toContainText('Nothing');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('This edition is on this device')).toBeVisible();
  await expect(taken).toContainText(/\d\d stories · /);
});

/** Saves a story and removes all that is saved; gives the part of the device page on which that is put back. */
async function saveAndRemoveAll(page: Page, slug: string): Promise<Locator> {
  await page.goto(linkTo(storyAddress(slug)));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Saved' }).waitFor();
  await page.goto('./device');
  const saved = part(page, 'Saved stories');
  await saved.getByRole('button', { name: 'Remove all: Saved stories' }).click();
  await expect(saved).toContainText('Nothing');
  return saved;
}

test('all saved stories are removed at once, put back, and gone for good once the page is left', async ({
  page,
  edition,
}) => {
  const { slug, headline } = quietStory(edition);
  const saved = await saveAndRemoveAll(page, slug);
  await saved.getByRole('button', { name: 'Undo: Saved stories' }).click();
  await expect(saved).toContainText('1 story');
  await page.goto('./saved');
  await page.getByRole('link', { name: headline }).waitFor();

  await page.goto('./device');
  await saved.getByRole('button', { name: 'Remove all: Saved stories' }).click();
  await expect(saved).toContainText('Nothing');
  await saved.getByRole('link', { name: 'Open the list' }).click();
  await page.getByText('Nothing here yet').waitFor();
  await expect.poll(() => countCopies(page)).toBe(0);
});

/** Copies of stories in the reader's own store, saved or about to go. */
const countCopies = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const [found] = await indexedDB.databases();
    const opening = indexedDB.open(found?.name ?? '');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const count = opening.result.transaction('copies').objectStore('copies').count();
    await new Promise((resolve) => count.addEventListener('success', resolve));
    opening.result.close();
    return count.result;
  });

test('what one tab removed can be put back whatever another does, and goes when the tab is closed', async ({
  page,
  context,
  edition,
}) => {
  const saved = await saveAndRemoveAll(page, quietStory(edition).slug);

  const other = await context.newPage();
  const savedThere = part(other, 'Saved stories');
  await other.goto('./device');
  await expect(savedThere).toContainText('Nothing');
  await other.getByRole('banner').getByRole('link', { name: 'Saved' }).click();
  await other.getByText('Nothing here yet').waitFor();
  await other.waitForTimeout(300);
  await saved.getByRole('button', { name: 'Undo: Saved stories' }).click();
  await expect(saved).toContainText('1 story');

  await saved.getByRole('button', { name: 'Remove all: Saved stories' }).click();
  await expect(saved).toContainText('Nothing');
  await page.close();
  expect(await countCopies(other)).toBe(1);
  await other.goto('./device');
  await expect(savedThere).toContainText('Nothing');
  await expect.poll(() => countCopies(other)).toBe(0);
});

test('without a connection the notice leads to what is here', async ({ page, host, edition }) => {
  await openDevice(page, quietStory(edition).slug);
  await page.goto('./');
  await settled(page);
  await host.stop();
  await page.context().setOffline(true);
  await page.getByText('No connection.').waitFor();
  await page.getByRole('link', { name: 'What is here' }).click();
  await page.getByRole('heading', { level: 1, name: 'On this device' }).waitFor();
  await part(page, 'Kept by itself').waitFor();
  expect(await findingsAtEnd(page)).toEqual([]);
});
