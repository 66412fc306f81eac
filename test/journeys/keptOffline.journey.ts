import type { Page } from '@playwright/test';
import { findings } from './support/findings.ts';
import { heldAddresses, workerReady } from './support/offline.ts';
import { appStarted } from './support/reading.ts';
import { expect, test } from './support/walk/ground.ts';
import { look, open } from './support/walk/look.ts';
import { changed, stories } from './support/walk/walkEdition.ts';

const near = `/story/${stories.near}`;
const lead = `/story/${stories.lead}`;

test.beforeEach(({ walked: { host, first } }) => {
  host.breakWith();
  host.publish(first);
});
test.afterEach(({ walked: { host } }) => host.resume());

test('a saved copy opens, loaded anew, when the host is gone and its page was cleared away', async ({
  page,
  context,
  walked: { host },
}) => {
  await begin(page, lead);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
  await host.quiet();
  await forget(page, lead);
  await host.stop();
  await context.setOffline(true);
  for (const again of [false, true]) {
    if (again) await page.reload();
    else await open(page, lead);
    await expect.poll(() => look(page)).toMatchObject({ kind: 'story', slug: stories.lead });
    await expect(page.getByText('Your saved copy.')).toBeVisible();
    await expect(page.locator('main canvas').first()).toBeVisible();
  }
  await open(page, '/saved');
  const row = page.locator(`main a[href$="${lead}"]`).first();
  await expect(row).toHaveAttribute('data-held', 'whole');
  await expect(row).toHaveAttribute('data-held-says', 'On this device');
  await row.click();
  await expect(page.getByText('Your saved copy.')).toBeVisible();
});

test('a copy brought in from a file shows the file’s own picture where nothing else is left of it', async ({
  page,
  newReader,
  walked: { host },
}) => {
  test.slow();
  await begin(page, lead);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
  await open(page, '/device');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export everything' }).click();
  const file = await (await download).path();

  const context = await newReader({ serviceWorkers: 'allow' });
  const other = await context.newPage();
  await open(other, '/device');
  await workerReady(other);
  await other.getByLabel('Bring in a file').setInputFiles(file);
  await other.getByRole('button', { name: 'Add these' }).click();
  await expect(other.getByText(/^Added\. The file held 1 story \(1 new\)/)).toBeVisible();
  await host.quiet();
  await forget(other, lead);
  await host.stop();
  await context.setOffline(true);
  await open(other, lead);
  await expect(other.getByText('Your saved copy.')).toBeVisible();
  const picture = other.locator('main canvas[data-drawn]').first();
  await expect(picture).toBeVisible();
  const colours = await picture.evaluate((canvas: HTMLCanvasElement) => {
    const image = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(image?.data.buffer ?? new ArrayBuffer())).size;
  });
  expect(colours).toBeGreaterThan(10);
});

test('what is near and came damaged is here a little later, without another visit', async ({
  page,
  walked: { host },
}) => {
  const harbour = '/story/harbour.json';
  host.breakWith(({ path }) => (path === harbour ? { kind: 'flip', at: 'half' } : undefined));
  await open(page, '/');
  await workerReady(page);
  await expect.poll(() => heldAddresses(page)).toContain(`${near}.json`);
  await host.quiet();
  expect(await heldAddresses(page)).not.toContain(harbour);
  host.breakWith();
  await expect.poll(() => heldAddresses(page), { timeout: 20_000 }).toContain(harbour);
});

test('what changed since a story was read is shown offline, after the page was loaded anew', async ({
  page,
  context,
  walked: { host, next },
}) => {
  test.slow();
  await begin(page, near);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.waitForTimeout(6000);
  host.publish(next);
  await open(page, '/');
  await host.quiet();
  await page.evaluate(() => caches.delete('lede-data'));
  await page.evaluate(() => caches.delete('lede-pages'));
  await open(page, near);
  await expect(page.getByRole('heading', { level: 1, name: changed.headline })).toBeVisible();
  await host.quiet();

  await host.stop();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: changed.headline })).toBeVisible();
  await page.getByRole('button', { name: 'Changed since you read it' }).click();
  await expect(page.getByText(/Paragraphs: .*1 changed/)).toBeVisible();
  await page.getByRole('button', { name: 'Show what it said before' }).click();
  await expect(page.locator('del').first()).toBeVisible();
});

test('axe finds nothing in what is said and offered offline', async ({
  page,
  context,
  walked: { host },
}) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await begin(page, near);
  await open(page, '/');
  await host.quiet();
  const states: Record<string, () => Promise<void>> = {
    'the dialog to take along': async () => {
      await page.getByRole('button', { name: 'Take along', exact: true }).click();
      await page.getByRole('button', { name: 'Take along: The whole edition' }).waitFor();
    },
    'the dialog once it is here': async () => {
      await page.getByRole('button', { name: 'Take along: The whole edition' }).click();
      await page.getByText('This edition is on this device').waitFor();
    },
    'the front offline': async () => {
      await page.keyboard.press('Escape');
      await host.stop();
      await context.setOffline(true);
      await open(page, '/');
      await page.getByText('No connection.').waitFor();
    },
    'a story offline': async () => {
      await open(page, near);
      await page.getByText('No connection.').waitFor();
    },
    'a story that is not here': async () => {
      await open(page, '/story/never-seen');
      await page.getByRole('heading', { name: 'On this device you can read' }).waitFor();
    },
  };
  for (const [name, reach] of Object.entries(states)) {
    await reach();
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      for (const theme of ['light', 'dark', 'sepia', 'contrast']) {
        await page.evaluate((one) => {
          document.documentElement.dataset['theme'] = one;
        }, theme);
        expect.soft(await findings(page), `${name}, ${theme}, ${width}`).toEqual([]);
      }
    }
  }
});

async function begin(page: Page, address: string): Promise<void> {
  await open(page, '/');
  await workerReady(page);
  await open(page, address);
  await appStarted(page);
}

/** Takes a story and all pictures out of the worker's store. */
async function forget(page: Page, story: string): Promise<void> {
  await page.evaluate(async (address) => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) {
        if (url.includes(address) || url.includes('/media/')) await cache.delete(url);
      }
    }
  }, story);
}
