import { storyAddress } from '../../src/model/address.ts';
import { expect, test } from './support/journey.ts';
import { linkOf, linkTo, quietStory } from './support/pageKinds.ts';
import { appStarted, recordRequests, relatedList } from './support/reading.ts';

test('what the reader points at is there when they click', async ({ page, edition }) => {
  const story = quietStory(edition);
  await page.goto('./');
  await appStarted(page);
  const link = linkOf(page, story);
  const fetched = page.waitForResponse(`**/story/${story.slug}.json`);
  await link.hover();
  await fetched;
  const asked = recordRequests(page);
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: story.headline })).toBeVisible();
  expect(asked.data.filter((path) => path.endsWith(`${story.slug}.json`))).toEqual([]);
  expect(asked.documents).toEqual([]);
});

test('related stories in view are fetched ahead, some of them only', async ({ page, edition }) => {
  const asked = recordRequests(page);
  await page.goto('./');
  await appStarted(page);
  await expect.poll(() => asked.data.length).toBeGreaterThan(5);
  const related = new Set(edition.front.lead?.related.map(({ slug }) => `/story/${slug}.json`));
  expect(asked.data.filter((path) => !related.has(path))).toEqual([]);
  expect(new Set(asked.data).size).toBe(asked.data.length);
  expect(asked.data.length).toBeLessThanOrEqual(12);
});

test('the story after a story is asked for once, however often it is pointed at', async ({
  page,
  edition,
}) => {
  const story = quietStory(edition);
  await page.goto('./');
  await appStarted(page);
  const asked = recordRequests(page);
  for (let time = 0; time < 3; time++) {
    await linkOf(page, story).hover();
    await page.waitForTimeout(150);
    await page.mouse.move(0, 0);
  }
  await page.waitForTimeout(300);
  expect(asked.data.filter((path) => path.endsWith(`${story.slug}.json`))).toHaveLength(1);
});

test('a story fetches no front that nobody asked for', async ({ page, edition }) => {
  const asked = recordRequests(page);
  const pointer = page.waitForResponse('**/latest.json');
  await page.goto(linkTo(storyAddress(edition.stories[0]?.slug ?? '')));
  await appStarted(page);
  await pointer;
  await page.waitForTimeout(1500);
  expect(asked.data).not.toContain('/index.json');
});

test('what a pointer only passes over is not asked for', async ({ page, edition }) => {
  await page.goto('./');
  await appStarted(page);
  const link = linkOf(page, quietStory(edition));
  await link.scrollIntoViewIfNeeded();
  await page.waitForTimeout(500);
  const asked = recordRequests(page);
  // In the page itself, so that no slow machine makes a rest of it.
  await link.evaluate((element) => {
    element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    document.body.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  });
  await page.waitForTimeout(300);
  expect(asked.data).toEqual([]);
});

for (const [name, connection] of [
  ['asks to save data', { saveData: true }],
  ['is on a slow line', { saveData: false, effectiveType: '2g' }],
] as const) {
  test(`nothing is fetched ahead for a reader who ${name}`, async ({ page, edition }) => {
    await page.addInitScript((value) => {
      Object.defineProperty(navigator, 'connection', { value });
    }, connection);
    const story = quietStory(edition);
    const asked = recordRequests(page);
    await page.goto('./');
    await appStarted(page);
    await relatedList(page).getByRole('link').first().hover();
    await linkOf(page, story).hover();
    await page.waitForTimeout(600);
    expect(asked.data).toEqual([]);
    await linkOf(page, story).click();
    await expect(page.getByRole('heading', { level: 1, name: story.headline })).toBeVisible();
    expect(asked.data).toEqual([`/story/${story.slug}.json`]);
    await page.reload();
    await appStarted(page);
    await page.waitForTimeout(1500);
    expect(asked.data).toEqual([`/story/${story.slug}.json`]);
  });
}

test('a page whose link is pressed is laid out unseen, moves nothing, and counts as no visit', async ({
  page,
  edition,
}) => {
  const story = quietStory(edition);
  await page.goto('./');
  await appStarted(page);
  const link = linkOf(page, story);
  await link.scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  const before = await page.evaluate(() => document.documentElement.scrollHeight);
  await link.dispatchEvent('pointerdown', { button: 0 });
  const ready = page.locator('[hidden] > article h1', { hasText: story.headline });
  await expect(ready).toHaveCount(1);
  await expect(ready).not.toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(before);
  await expect(page.getByRole('heading', { level: 1, name: story.headline })).toHaveCount(0);
  // As long as a reading takes to be written down, and longer.
  await page.waitForTimeout(2500);
  await page.goto('./history');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: story.headline })).toHaveCount(0);
});
