import type { Page } from '@playwright/test';
import { storyAddress } from '../../src/model/address.ts';
import { linkTo } from './support/pageKinds.ts';
import { expect, test, workerReady } from './support/offline.ts';
import { settled } from './support/reading.ts';

test('the whole edition is taken along, and all of it opens with the host stopped', async ({
  page,
  context,
  host,
  edition,
}) => {
  test.slow();
  const panel = await openPanel(page);
  await expect(panel.getByText(/^\d+ stories · [\d.]+\s[kM]B$/).first()).toBeVisible();
  const began = Date.now();
  await panel.getByRole('button', { name: 'Take along: The whole edition' }).click();
  await expect(panel.getByText('This edition is on this device')).toBeVisible({ timeout: 30_000 });
  console.log(`taken along in ${Date.now() - began} ms`);
  await panel.getByRole('button', { name: 'Done' }).click();

  await host.stop();
  await context.setOffline(true);
  const before = host.asked.length;
  const quiet = edition.front.strips.flatMap(({ trails }) => trails);
  for (const { slug, headline } of quiet.slice(0, 5)) {
    await page.goto(linkTo(storyAddress(slug)));
    await expect(page.getByRole('heading', { level: 1, name: headline })).toBeVisible();
  }
  const pictured = edition.stories.find(
    ({ slug, picture }) => picture !== undefined && quiet.some((trail) => trail.slug === slug),
  );
  await page.goto(linkTo(storyAddress(pictured?.slug ?? '')));
  const picture = page.getByRole('article').locator('img').first();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100);
  const section = edition.lists.find(({ kind }) => kind === 'section');
  await page.goto(linkTo(section?.address ?? ''));
  await expect(page.getByRole('heading', { level: 1, name: section?.title ?? '' })).toBeVisible();
  expect(host.asked.length).toBe(before);
});

test('it is paused, goes on after the tab was closed, and is removed', async ({
  page,
  context,
  host,
}) => {
  test.slow();
  host.breakWith(({ path }) =>
    path.startsWith('/take/') ? { kind: 'drip', bytes: 4000 } : undefined,
  );
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Take along: The whole edition' }).click();
  await expect(panel.getByText(/^\d+ of \d+ stories · /)).toBeVisible();
  await panel.getByRole('button', { name: 'Pause' }).click();
  await expect(panel.getByText('Paused')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Resume' })).toBeFocused();
  await panel.getByRole('button', { name: 'Resume' }).click();
  await expect(panel.getByText('Taking it along')).toBeVisible();

  host.breakWith();
  await page.close();
  const later = await context.newPage();
  const again = await openPanel(later);
  await expect(again.getByText('This edition is on this device')).toBeVisible({ timeout: 30_000 });
  await again.getByRole('button', { name: 'Remove' }).press('Enter');
  const undo = again.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeVisible();
  // What was pressed has gone; the focus stays in the dialog.
  const done = again.getByRole('button', { name: 'Done' });
  await expect(done).toBeFocused();
  await undo.press('Enter');
  await expect(again.getByText('This edition is on this device')).toBeVisible();
  await expect(done).toBeFocused();
  await again.getByRole('button', { name: 'Remove' }).click();
  await expect(again.getByRole('button', { name: 'Take along: The whole edition' })).toBeVisible();
  const kept = await later.evaluate(
    async () => (await (await caches.open('lede-taken-pictures')).keys()).length,
  );
  expect(kept).toBe(0);
});

test('a section is taken along by itself, with the front page, and opens with the host stopped', async ({
  page,
  context,
  host,
  edition,
}) => {
  test.slow();
  const panel = await openPanel(page);
  const [section, other] = edition.lists.filter(({ kind, page: nth }) => {
    return kind === 'section' && nth === undefined;
  });
  const take = panel.getByRole('button', { name: `Take along: ${section?.title}`, exact: true });
  await take.press('Enter');
  await expect(panel.getByText(`${section?.title}: on this device`)).toBeVisible({
    timeout: 30_000,
  });
  await expect(take).toHaveCount(0);
  await expect(panel.getByRole('button', { name: 'Done' })).toBeFocused();
  await expect(panel.getByRole('button', { name: `Take along: ${other?.title}` })).toBeVisible();
  await panel.getByRole('button', { name: 'Done' }).click();

  await host.stop();
  await context.setOffline(true);
  for (const { slug, headline } of section?.trails.filter(({ kind }) => kind === 'story') ?? []) {
    await page.goto(linkTo(storyAddress(slug)));
    await expect(page.getByRole('heading', { level: 1, name: headline })).toBeVisible();
  }
});

test('it is called off in the middle, and leaves nothing behind', async ({ page, host }) => {
  test.slow();
  host.breakWith(({ path }) =>
    path.startsWith('/take/') ? { kind: 'drip', bytes: 4000 } : undefined,
  );
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Take along: The whole edition' }).press('Enter');
  await panel.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(panel.getByRole('button', { name: 'Take along: The whole edition' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Done' })).toBeFocused();
  await expect(panel.getByRole('progressbar')).toHaveCount(0);
  const asked = host.asked.length;
  await page.waitForTimeout(500);
  expect(host.asked.slice(asked).filter(({ path }) => path.startsWith('/take/'))).toEqual([]);
});

test('it ends by itself, and what paused it hands the focus on, never to what removes it', async ({
  page,
  host,
}) => {
  test.slow();
  host.breakWith(({ path }) =>
    path.startsWith('/take/') ? { kind: 'drip', bytes: 20_000 } : undefined,
  );
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Take along: The whole edition' }).click();
  await panel.getByRole('button', { name: 'Pause' }).focus();
  await expect(panel.getByText('This edition is on this device')).toBeVisible({ timeout: 60_000 });
  await expect(panel.getByRole('button', { name: 'Done' })).toBeFocused();
});

async function openPanel(page: Page) {
  await page.goto('./');
  await settled(page);
  await workerReady(page);
  await page.getByRole('button', { name: 'Take along' }).click();
  return page.getByRole('dialog', { name: 'Take this edition along' });
}
