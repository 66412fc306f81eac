import type { Page } from '@playwright/test';
import { storyAddress } from '../../src/model/address.ts';
import type { FullStory } from '../../src/model/story.ts';
import { oneOf, type Edition } from './support/editions.ts';
import { expect, test } from './support/journey.ts';
import { linkOf, linkTo, quietStory } from './support/pageKinds.ts';
import { appStarted } from './support/reading.ts';

test.use({ breaksNetwork: true });

const pictured = ({ stories, front }: Edition): FullStory =>
  oneOf(stories, 'lead story', ({ slug }) => slug === front.lead?.trail.slug);

async function save(page: Page, story: FullStory): Promise<void> {
  await page.goto(linkTo(storyAddress(story.slug)));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Saved' })).toHaveAttribute('aria-pressed', 'true');
}

/** Opens the saved stories by a move inside the app. */
async function openSaved(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('link', { name: 'Saved' }).click();
  await page.getByRole('heading', { level: 1, name: 'Saved' }).waitFor();
}

/** How many different colours the first kept picture shows: 1 is an empty ground. */
const coloursDrawn = (page: Page): Promise<number> =>
  page
    .locator('main canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const copy = document.createElement('canvas');
      Object.assign(copy, { width, height });
      const context = copy.getContext('2d');
      context?.drawImage(canvas, 0, 0);
      const pixels = context?.getImageData(0, 0, width, height).data ?? [];
      const colours = new Set<number>();
      for (let at = 0; at < pixels.length; at += 4 * 997) {
        colours.add(
          (pixels[at] ?? 0) * 65_536 + (pixels[at + 1] ?? 0) * 256 + (pixels[at + 2] ?? 0),
        );
      }
      return colours.size;
    });

test('a saved story opens with its picture when nothing can be reached', async ({
  page,
  edition,
}) => {
  const story = pictured(edition);
  await save(page, story);
  await expect(page.getByRole('status').filter({ hasText: 'Saved on this device' })).toBeVisible();
  await page.goto('./saved');
  await page.getByRole('link', { name: story.headline }).waitFor();

  await page.context().setOffline(true);
  await linkOf(page, story).click();
  await page.getByRole('heading', { level: 1, name: story.headline }).waitFor();
  await expect(page.getByText('Your saved copy.')).toBeVisible();
  await expect(page.getByText('The story itself cannot be fetched')).toBeVisible();
  await expect.poll(() => coloursDrawn(page)).toBeGreaterThan(3);
});

test('a saved story stays when its publisher has removed it, and says so', async ({
  page,
  edition,
}) => {
  const story = pictured(edition);
  await save(page, story);
  const address = `**${storyAddress(story.slug)}`;
  const gone = await page.request.get('./no-such-page');
  await page.route(`${address}.json`, (route) => route.fulfill({ status: 404, body: '' }));
  await page.route(address, async (route) =>
    route.fulfill({ status: 404, contentType: 'text/html', body: await gone.text() }),
  );
  await page.route('**/media/**', (route) => route.fulfill({ status: 404, body: '' }));

  await page.reload();
  await page.getByRole('heading', { level: 1, name: story.headline }).waitFor();
  await expect(page.getByText('This publication has removed the story.')).toBeVisible();
  await expect.poll(() => coloursDrawn(page)).toBeGreaterThan(3);
});

test('a saved story that was taken back can still be read, from its notice', async ({
  page,
  edition,
}) => {
  const quiet = quietStory(edition);
  const story = oneOf(edition.stories, 'quiet story', ({ slug }) => slug === quiet.slug);
  await save(page, story);
  const notice = { ...story, kind: 'withdrawn', version: '0'.repeat(16), notice: 'It was wrong.' };
  await page.route(`**${storyAddress(story.slug)}.json`, (route) =>
    route.fulfill({ json: notice }),
  );
  await page.goto('./');
  await appStarted(page);
  await linkOf(page, story).click();
  await page.getByText('Taken back', { exact: true }).waitFor();
  // A busy device has its next frame before what was asked for is drawn.
  await page.evaluate(() => {
    window.requestAnimationFrame = (callback) => {
      callback(performance.now());
      return 0;
    };
  });
  await page.getByRole('button', { name: 'Read the copy you saved' }).click();
  await expect(page.getByRole('heading', { level: 1, name: story.headline })).toBeFocused();
  await expect(page.getByText('your copy stays')).toBeVisible();
});

test('a story taken out of the saved ones can be put back', async ({ page, edition }) => {
  const story = pictured(edition);
  await save(page, story);
  await openSaved(page);
  await page.getByRole('button', { name: `Remove: ${story.headline}` }).click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await expect(page.getByText(`Removed: ${story.headline}`)).toBeVisible();
  await undo.click();
  await expect(page.getByRole('button', { name: `Remove: ${story.headline}` })).toBeFocused();
  await page.reload();
  await page.getByRole('link', { name: story.headline }).waitFor();
});

test('another tab sees what this one saves', async ({ page, context, edition }) => {
  const other = await context.newPage();
  await other.goto('./saved');
  await other.getByText('Nothing here yet').waitFor();
  const story = pictured(edition);
  await save(page, story);
  await other.getByRole('link', { name: story.headline }).waitFor();
});

test('where storage is refused reading goes on, and what is off is said once', async ({
  page,
  edition,
}) => {
  await page.addInitScript(() => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'BroadcastChannel']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    }
  });
  const story = pictured(edition);
  await page.goto(linkTo(storyAddress(story.slug)));
  await appStarted(page);
  await expect(
    page.getByText('Saving is off: this browser does not let the page keep anything.'),
  ).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await openSaved(page);
  await expect(page.getByText('Your own things cannot be shown')).toHaveCount(1);
  await page.getByRole('link', { name: 'Front page' }).click();
  const quiet = quietStory(edition);
  await linkOf(page, quiet).click();
  await page.getByRole('heading', { level: 1, name: quiet.headline }).waitFor();
  await page.waitForTimeout(500);
  await expect(page.getByText('Saving is off')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
});
