import type { Page } from '@playwright/test';
import { storyAddress } from '../../src/model/address.ts';
import { linkOf, linkTo, quietStory } from './support/pageKinds.ts';
import { expect, heldAddresses, test, workerReady } from './support/offline.ts';
import { appStarted, settled } from './support/reading.ts';
import { shiftOf, watchShift } from './support/shift.ts';
import { wholeBrowser } from './support/wholeBrowser.ts';

test.use(wholeBrowser());

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

for (const browserKnows of [true, false]) {
  const how = browserKnows ? 'and the browser offline' : 'and the browser sure that it is online';

  test.describe(`with the host stopped ${how}`, () => {
    test('the front, what was read and what is related open from this device', async ({
      page,
      context,
      host,
      edition,
    }) => {
      const story = quietStory(edition);
      const related = edition.front.lead?.related[0];
      await page.goto('./');
      await settled(page);
      await workerReady(page);
      await linkOf(page, story).click();
      await expect(heading(page, story.headline)).toBeVisible();
      const lead = edition.front.lead?.trail.slug ?? '';
      await expect
        .poll(() => heldAddresses(page))
        .toEqual(
          expect.arrayContaining([
            '/index.json',
            `/story/${story.slug}.json`,
            `/story/${lead}.json`,
            `/story/${related?.slug}.json`,
          ]),
        );

      await host.stop();
      await context.setOffline(browserKnows);
      const before = host.asked.length;
      // A deep address, loaded anew.
      await page.goto(linkTo(storyAddress(story.slug)));
      await expect(heading(page, story.headline)).toBeVisible();
      await appStarted(page);
      await page.reload();
      await expect(heading(page, story.headline)).toBeVisible();

      await page.goto('./');
      await expect(heading(page, 'Lede')).toBeVisible();
      await expect(page.getByText('No connection.')).toBeVisible();
      await expect(page.getByText(/You are reading this page as of \d\d:\d\d\./)).toBeVisible();

      await page.goto(linkTo(storyAddress(related?.slug ?? '')));
      await expect(heading(page, related?.headline ?? '')).toBeVisible();
      expect(host.asked.length).toBe(before);
    });

    test('a story that is not here says so at once, with what is', async ({
      page,
      context,
      host,
      edition,
    }) => {
      await page.goto('./');
      await settled(page);
      await workerReady(page);
      const lead = edition.front.lead?.trail;
      await expect.poll(() => heldAddresses(page)).toContain(`/story/${lead?.slug}.json`);
      await host.stop();
      await context.setOffline(browserKnows);
      await watchShift(page);
      await page.goto(linkTo('/story/never-seen'));
      await expect(heading(page, 'No connection')).toBeVisible();
      const here = page.getByRole('main').getByRole('link', { name: lead?.headline ?? '' });
      await expect(here).toBeVisible();
      expect(await shiftOf(page), 'what came last moved nothing').toBeLessThan(0.02);
      await here.click();
      await expect(heading(page, lead?.headline ?? '')).toBeVisible();
    });
  });
}

test('a notice whose script stays damaged keeps nobody from reading offline', async ({
  page,
  host,
  edition,
}) => {
  const story = quietStory(edition);
  host.breakWith(({ path }) =>
    /^\/assets\/late-.*\.js$/.test(path)
      ? { kind: 'cut', after: 'half', framing: 'close' }
      : undefined,
  );
  await page.goto('./');
  await workerReady(page);
  await page.goto(linkTo(storyAddress(story.slug)));
  await appStarted(page);
  await host.quiet();
  await host.stop();
  await page.reload();
  await expect(heading(page, story.headline)).toBeVisible();
});

test('a browser that believes itself offline keeps nothing from a reader who is not', async ({
  page,
  host,
  edition,
}) => {
  const story = quietStory(edition);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'onLine', { get: () => false });
  });
  await page.goto('./');
  await appStarted(page);
  await workerReady(page);
  await host.quiet();
  await linkOf(page, story).click();
  await expect(heading(page, story.headline)).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Saved', exact: true })).toBeVisible();
  await expect(page.getByText('No connection.')).toHaveCount(0);
});

test.describe('magnified', () => {
  test.use({ viewport: { width: 320, height: 256 } });

  test('the notice at the foot leaves the window to the page', async ({ page, context, host }) => {
    await page.goto('./');
    await settled(page);
    await workerReady(page);
    await expect.poll(() => heldAddresses(page)).toContain('/index.json');
    await host.stop();
    await context.setOffline(true);
    await page.goto('./');
    const notice = page.getByRole('status').filter({ hasText: 'No connection.' });
    await expect(notice).toBeAttached();
    await expect(notice).not.toBeInViewport();
  });
});
