import type { Page, Route } from '@playwright/test';
import { storyAddress } from '../../src/model/address.ts';
import type { Edition } from './support/editions.ts';
import { expect, test } from './support/journey.ts';
import { linkOf, linkTo, quietStory } from './support/pageKinds.ts';
import { appStarted } from './support/reading.ts';

test.use({ breaksNetwork: true });

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** What may come in a story's place, and what the reader is told. */
const failures: {
  name: string;
  says: string;
  /** @param story what should have come */
  answer: (route: Route, story: object) => Promise<void>;
}[] = [
  {
    name: 'a host in trouble',
    says: 'The page could not be fetched',
    answer: (route) => route.fulfill({ status: 503, body: 'busy' }),
  },
  {
    name: 'a host that refuses the connection',
    says: 'No connection',
    answer: (route) => route.abort('connectionrefused'),
  },
  {
    name: 'a sign-in page instead of data',
    says: 'This network wants you to sign in',
    answer: (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Sign in</h1>' }),
  },
  {
    name: 'an answer that breaks off',
    says: 'The page arrived damaged',
    answer: (route) =>
      route.fulfill({ contentType: 'application/json', body: '{"schema":"lede-story/1","slug' }),
  },
  {
    name: "another story's data",
    says: 'The page arrived damaged',
    answer: (route, story) => route.fulfill({ json: { ...story, slug: 'another-story' } }),
  },
  {
    name: 'an edition newer than the reader',
    says: 'Update to read this edition',
    answer: (route) => route.fulfill({ json: { schema: 'lede-story/2', kind: 'story' } }),
  },
  {
    name: 'a story that is gone',
    says: 'Not in this edition',
    answer: (route) => route.fulfill({ status: 404, body: '' }),
  },
];

for (const { name, says, answer } of failures) {
  test(`${name} is said in words, with a way back and on`, async ({ page, edition }) => {
    const story = await openFront(page, edition);
    const document = edition.documents.get(storyAddress(story.slug));
    await page.route(`**/story/${story.slug}.json`, (route) => answer(route, document ?? {}));
    await linkOf(page, story).click();
    await expect(heading(page, says)).toBeVisible();
    await expect(heading(page, says)).toBeFocused();
    await expect(page).toHaveTitle(`${says} · Lede`);
    await expect(page.getByRole('banner').getByRole('link', { name: 'Lede' })).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: 'Front page' })).toBeVisible();

    await page.goBack();
    await expect(heading(page, 'Lede')).toBeVisible();
    await page.unroute(`**/story/${story.slug}.json`);
    await linkOf(page, story).click();
    await expect(heading(page, story.headline)).toBeVisible();
  });
}

test('trying again shows the story once the host is well', async ({ page, edition }) => {
  const story = await openFront(page, edition);
  await page.route(`**/story/${story.slug}.json`, (route) => route.fulfill({ status: 500 }));
  await linkOf(page, story).click();
  await expect(heading(page, 'The page could not be fetched')).toBeVisible();
  await page.unroute(`**/story/${story.slug}.json`);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(heading(page, story.headline)).toBeVisible();
  await expect(page).toHaveTitle(`${story.headline} · Lede`);
});

test('a line that hangs shows the shape of the page, then says so', async ({ page, edition }) => {
  test.slow();
  const story = await openFront(page, edition);
  await page.route(`**/story/${story.slug}.json`, () => undefined);
  await linkOf(page, story).click();
  await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toBeAttached();
  await expect(page.locator('main [data-kind="story"]')).toBeVisible();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Lede' })).toBeVisible();
  await expect(heading(page, 'This is taking too long')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('without a connection, what was read stays and what was not is said', async ({
  page,
  context,
  edition,
}) => {
  const story = await openFront(page, edition);
  const lead = edition.front.lead?.trail.headline ?? '';
  await page.getByRole('link', { name: lead, exact: true }).first().click();
  await expect(heading(page, lead)).toBeVisible();
  await page.goBack();
  await expect(heading(page, 'Lede')).toBeVisible();

  await context.setOffline(true);
  await linkOf(page, story).click();
  await expect(heading(page, 'No connection')).toBeVisible();
  await expect(page.getByText(/^Pages you have opened can still be read/)).toBeVisible();
  await page.goBack();
  await expect(heading(page, 'Lede')).toBeVisible();
  await page.getByRole('link', { name: lead, exact: true }).first().click();
  await expect(heading(page, lead)).toBeVisible();

  await page.goBack();
  await linkOf(page, story).click();
  await expect(heading(page, 'No connection')).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(heading(page, story.headline)).toBeVisible();
});

test('an old copy that cannot be brought up to date is shown, and says so', async ({
  page,
  edition,
}) => {
  await page.clock.install();
  const story = await openFront(page, edition);
  await linkOf(page, story).click();
  await expect(heading(page, story.headline)).toBeVisible();
  await page.goBack();
  await expect(heading(page, 'Lede')).toBeVisible();
  // Off the link, which would be meant once the clock has gone on.
  await page.mouse.move(0, 0);
  await page.clock.fastForward('06:00');
  await page.route('**/*.json', (route) => route.fulfill({ status: 503 }));
  await linkOf(page, story).click();
  await expect(heading(page, story.headline)).toBeVisible();
  await expect(page.getByText('Not the newest copy.')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('article').first()).toBeVisible();
});

test('a story keeps its text when lines of its related list cannot be read', async ({
  page,
  edition,
}) => {
  const story = await openFront(page, edition);
  const document = edition.documents.get(storyAddress(story.slug));
  await page.route(`**/story/${story.slug}.json`, (route) =>
    route.fulfill({ json: { ...document, related: [{ slug: 7 }, 'nothing', null] } }),
  );
  await linkOf(page, story).click();
  await expect(heading(page, story.headline)).toBeVisible();
  await expect(page.getByRole('region', { name: /^Related/ })).toHaveCount(0);
});

/** The front page with the app started, and a story on it that nothing has fetched yet. */
async function openFront(page: Page, edition: Edition) {
  await page.goto(linkTo('/'));
  await appStarted(page);
  return quietStory(edition);
}
