import type { Locator } from '@playwright/test';
import { storyAddress } from '../../src/model/address.ts';
import { expect, test } from './support/journey.ts';
import { linkOf, linkTo, quietStory } from './support/pageKinds.ts';
import { appStarted, placeOf, recordRequests, relatedList } from './support/reading.ts';

test('goes from story to story and back without a page load', async ({ page, edition }) => {
  const related = edition.front.lead?.related ?? [];
  const [first, second] = related.map(({ headline }) => headline);
  await page.goto('./');
  await appStarted(page);
  await page.evaluate(() => Reflect.set(window, 'marker', 'still here'));
  const asked = recordRequests(page);

  const heading = (name: string | undefined) =>
    page.getByRole('heading', { level: 1, name: name ?? '', exact: true });
  await relatedList(page)
    .getByRole('link', { name: first ?? '' })
    .click();
  await expect(heading(first)).toBeVisible();
  await relatedList(page)
    .getByRole('link', { name: second ?? '' })
    .first()
    .click();
  await expect(heading(second)).toBeVisible();
  await page.goBack();
  await expect(heading(first)).toBeVisible();
  await page.goForward();
  await expect(heading(second)).toBeVisible();

  expect(await page.evaluate((): unknown => Reflect.get(window, 'marker'))).toBe('still here');
  expect(asked.documents).toEqual([]);
});

test('says where it is: the title changes before the focus moves to the new heading', async ({
  page,
  edition,
}) => {
  const { trail } = edition.front.lead ?? {};
  await page.goto('./');
  await appStarted(page);
  await page.evaluate(() => {
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLHeadingElement) Reflect.set(window, 'titleAtFocus', document.title);
    });
  });
  await page
    .getByRole('link', { name: trail?.headline ?? '', exact: true })
    .first()
    .click();
  const heading = page.getByRole('heading', { level: 1, name: trail?.headline ?? '' });
  await expect(heading).toBeFocused();
  await expect(page).toHaveTitle(`${trail?.headline} · Lede`);
  expect(await page.evaluate((): unknown => Reflect.get(window, 'titleAtFocus'))).toBe(
    `${trail?.headline} · Lede`,
  );
  expect(await placeOf(page)).toEqual({ scroll: 0 });
  await page.goBack();
  await expect(page).toHaveTitle('Lede');
});

test('comes back to the place and the link that were left', async ({ page, edition }) => {
  const quiet = quietStory(edition);
  await page.goto('./');
  await appStarted(page);
  const link = linkOf(page, quiet);
  await link.scrollIntoViewIfNeeded();
  const { scroll } = await placeOf(page);
  expect(scroll).toBeGreaterThan(100);
  const top = await topOf(link);
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: quiet.headline })).toBeFocused();
  await page.goBack();
  await expect(link).toBeFocused();
  // Not the same number of pixels: the page may by now be set in the reading face.
  expect(await topOf(link)).toBeCloseTo(top, -1);
});

async function topOf(link: Locator): Promise<number> {
  return (await link.boundingBox())?.y ?? Number.NaN;
}

test('reloads on a deep address, and keeps the place', async ({ page, edition }) => {
  const story = edition.stories.toSorted((one, other) => other.words - one.words)[0];
  const answer = await page.goto(linkTo(`/story/${story?.slug}`));
  expect(answer?.status()).toBe(200);
  await appStarted(page);
  await page.evaluate(() => window.scrollTo(0, 900));
  await page.waitForTimeout(200);
  await page.reload();
  await appStarted(page);
  await expect(page.getByRole('heading', { level: 1, name: story?.headline ?? '' })).toBeAttached();
  await expect.poll(async () => (await placeOf(page)).scroll).toBeCloseTo(900, -1);
});

test('an address that was shared opens for another reader', async ({
  page,
  edition,
  newReader,
}) => {
  const quiet = quietStory(edition);
  await page.goto('./');
  await linkOf(page, quiet).click();
  await expect(page.getByRole('heading', { level: 1, name: quiet.headline })).toBeVisible();
  const other = await (await newReader()).newPage();
  const answer = await other.goto(page.url());
  expect(answer?.status()).toBe(200);
  await expect(other.getByRole('heading', { level: 1, name: quiet.headline })).toBeVisible();
});

test('a click that asks for another tab gets one', async ({ page, context, edition }) => {
  const quiet = quietStory(edition);
  await page.goto('./');
  await appStarted(page);
  const opened = context.waitForEvent('page');
  await linkOf(page, quiet).click({ modifiers: ['ControlOrMeta'] });
  const tab = await opened;
  await expect(tab.getByRole('heading', { level: 1, name: quiet.headline })).toBeVisible();
  await expect(page).toHaveTitle('Lede');
});

test('who goes on before the app has started finds the page they went on to', async ({
  page,
  edition,
}) => {
  const { headline, slug } = quietStory(edition);
  await page.goto('./');
  await appStarted(page);
  await linkOf(page, { headline }).click();
  await page.getByRole('heading', { level: 1, name: headline }).waitFor();
  // Another document: the two before it are entries of one that has to be loaded again.
  await page.goto('./device');
  let start = (): void => undefined;
  const started = new Promise<void>((resolve) => (start = resolve));
  await page.route('**/assets/*.js', async (route) => {
    await started;
    await route.continue();
  });
  await page.evaluate(() => history.go(-2));
  await expect(page.getByRole('heading', { level: 1, name: 'Lede' })).toBeVisible();
  await page.evaluate(() => history.forward());
  await page.waitForURL(`**${storyAddress(slug)}`, { waitUntil: 'commit' });
  start();
  await expect(page.getByRole('heading', { level: 1, name: headline })).toBeVisible();
  await appStarted(page);
});

test.describe('an address that is not in the edition', () => {
  test.use({ breaksNetwork: true });

  for (const address of ['/no-such-page', '/story/no-such-story', '/section/none/7', '/a/b/c/d']) {
    test(`${address} is a real 404 with words and a way on`, async ({ page }) => {
      const answer = await page.goto(linkTo(address));
      expect(answer?.status()).toBe(404);
      await expect(
        page.getByRole('heading', { level: 1, name: 'Not in this edition' }),
      ).toBeVisible();
      await appStarted(page);
      await page.getByRole('main').getByRole('link', { name: 'Front page' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Lede' })).toBeVisible();
      await page.goBack();
      await expect(
        page.getByRole('heading', { level: 1, name: 'Not in this edition' }),
      ).toBeVisible();
    });
  }
});
