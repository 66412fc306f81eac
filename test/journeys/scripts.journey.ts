import { scriptsOf } from '../../src/worker/scriptsOf.ts';
import { expect, test } from './support/journey.ts';
import { quietStory } from './support/pageKinds.ts';
import { appStarted } from './support/reading.ts';

test('a story fetches by itself the scripts that the budget weighs, and no others', async ({
  page,
  edition,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    const path = /assets\/[\w-]+\.js$/.exec(request.url())?.[0];
    if (path !== undefined) fetched.push(path);
  });
  const answer = await page.goto(`./story/${quietStory(edition).slug}`);
  const first = scriptsOf((await answer?.text()) ?? '');
  await appStarted(page);
  await expect(page.getByRole('button', { name: 'Save' })).toBeVisible();
  await page.waitForTimeout(800);
  expect(fetched.filter((path) => first.includes(path)).toSorted()).toEqual(first.toSorted());
  expect(fetched.filter((path) => !first.includes(path))).toEqual([
    expect.stringMatching(/^assets\/late-/),
  ]);
});

test('a first script that came empty is asked for anew, and the next page comes to life', async ({
  page,
}) => {
  let asked = 0;
  await page.route('**/assets/index-*.js', async (route) => {
    asked += 1;
    if (asked > 1) await route.continue();
    else await route.fulfill({ contentType: 'text/javascript', body: '' });
  });
  await page.goto('./');
  await expect.poll(() => asked).toBe(2);
  await expect(page.locator('#root[data-settled]')).toHaveCount(0);
  await page.reload();
  await appStarted(page);
});

test('what a button does is fetched when it is meant', async ({ page, edition }) => {
  const story = quietStory(edition);
  await page.goto(`./story/${story.slug}`);
  const fetched = page.waitForRequest(/\/assets\/saving-.*\.js$/);
  await page.getByRole('button', { name: 'Save' }).click();
  await fetched;
  await expect(page.getByText(/^Saved on this device/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Saved', pressed: true })).toBeFocused();
});

test.describe('when a deploy has removed what comes late', () => {
  test.use({ breaksNetwork: true });

  test('a story says that saving is not here, and is read as before', async ({ page, edition }) => {
    await page.route(/\/assets\/late-.*\.js$/, (route) => route.fulfill({ status: 404 }));
    await page.goto(`./story/${quietStory(edition).slug}`);
    await appStarted(page);
    await expect(page.getByText('could not be fetched')).toBeVisible();
    await expect(page.getByRole('article')).toBeVisible();
  });
});
