import { oneOf } from './support/editions.ts';
import { expect, test } from './support/journey.ts';
import { linkOf, linkTo, quietStory } from './support/pageKinds.ts';
import { appStarted, placeOf, recordRequests } from './support/reading.ts';
import { shiftOf, watchShift } from './support/shift.ts';

/** Milliseconds that a page's data takes: longer than the page before stays. */
const slow = 1500;

test('a story that takes its time: its skeleton at the top, its name, and nothing that moves', async ({
  page,
  edition,
}) => {
  const story = quietStory(edition);
  await page.route(`**/story/${story.slug}.json`, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, slow));
    await route.continue();
  });
  await watchShift(page);
  await page.goto('./');
  await appStarted(page);
  const link = linkOf(page, story);
  await link.scrollIntoViewIfNeeded();
  expect((await placeOf(page)).scroll).toBeGreaterThan(100);
  await link.click();

  await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toBeAttached();
  await expect(page).toHaveTitle('Loading · Lede');
  expect(await placeOf(page)).toEqual({ scroll: 0 });
  expect(await page.locator('#main').count()).toBe(1);
  expect(await page.locator('h1').count()).toBe(0);
  await expect(page.getByRole('contentinfo')).not.toBeInViewport();

  const before = await shiftOf(page);
  const asked = recordRequests(page);
  await expect(page.getByRole('heading', { level: 1, name: story.headline })).toBeFocused();
  await expect(page).toHaveTitle(`${story.headline} · Lede`);
  expect(await placeOf(page)).toEqual({ scroll: 0 });
  expect((await shiftOf(page)) - before).toBeLessThanOrEqual(0.001);

  // Only now are the stories after it known, and fetched ahead as after any other move.
  const related = edition.stories.find(({ slug }) => slug === story.slug)?.related ?? [];
  const first = related.slice(0, 8).map(({ slug }) => `/story/${slug}.json`);
  const known = new Set(edition.front.lead?.related.map(({ slug }) => `/story/${slug}.json`));
  const wanted = first.filter((path) => !known.has(path));
  expect(wanted.length).toBeGreaterThan(0);
  await expect.poll(() => wanted.filter((path) => !asked.data.includes(path))).toEqual([]);
});

test('going back to a page that is no longer in memory begins at the top of its skeleton', async ({
  page,
  edition,
}) => {
  const section = oneOf(edition.lists, 'section', ({ kind, trails }) => {
    return kind === 'section' && trails.length > 3;
  });
  await page.goto(linkTo(section.address));
  await appStarted(page);
  await page.getByRole('main').getByRole('link').last().click();
  await expect(page.getByRole('heading', { level: 1, name: section.title })).toHaveCount(0);
  // A new document on the same entry: the page before it is in no memory.
  await page.reload();
  await appStarted(page);
  await page.route(`**${section.address}.json`, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, slow));
    await route.continue();
  });
  await page.evaluate(() => window.scrollTo(0, 600));
  await page.goBack();
  await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toBeAttached();
  expect(await placeOf(page)).toEqual({ scroll: 0 });
  await expect(page.getByRole('heading', { level: 1, name: section.title })).toBeVisible();
});
