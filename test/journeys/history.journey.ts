import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { storyAddress } from '../../src/model/address.ts';
import type { FullStory } from '../../src/model/story.ts';
import { oneOf, type Edition } from './support/editions.ts';
import { trailsOf } from '../../src/reader/features/changes/trailsOf.ts';
import { expect, test } from './support/journey.ts';
import { multiply } from './support/multiply.ts';
import { linkOf, linkTo, quietStory } from './support/pageKinds.ts';
import { appStarted } from './support/reading.ts';

/** Reads a story to its end, which is when it counts as read. */
async function read(page: Page, story: { slug: string }): Promise<void> {
  await page.goto(linkTo(storyAddress(story.slug)));
  await appStarted(page);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.waitForTimeout(2500);
}

const quiet = (edition: Edition): FullStory =>
  oneOf(edition.stories, 'quiet story', ({ slug }) => slug === quietStory(edition).slug);

test('what was read is marked on its trails and listed by day; it can be forgotten and put back', async ({
  page,
  edition,
}) => {
  const story = quiet(edition);
  await read(page, story);
  await page.goto('./');
  await expect(linkOf(page, story)).toHaveAttribute('aria-description', 'Read');

  await page.goto('./history');
  await page.getByRole('button', { name: `Remove: ${story.headline}` }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: story.headline }).waitFor();
  await page.getByRole('button', { name: 'Clear the history' }).click();
  await expect(page.getByText('The history is cleared')).toBeVisible();
  await expect(page.getByRole('link', { name: story.headline })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: story.headline }).waitFor();
});

test('a story that changed since it was read says so on its trail and its page, and marks what is new', async ({
  page,
  edition,
}) => {
  const story = quiet(edition);
  await read(page, story);
  const added = 'A paragraph that was not there before.';
  const [opening, ...rest] = story.body;
  const altered =
    opening?.type === 'paragraph'
      ? [{ ...opening, children: [...opening.children, ' So it is said.'] }]
      : [];
  const body = [...altered, { type: 'paragraph', children: [added] }, ...rest];
  const changed = { ...story, version: '0123456789abcdef', body };
  await page.route(`**${storyAddress(story.slug)}.json`, (route) =>
    route.fulfill({ json: changed }),
  );
  await page.route('**/index.json', async (route) => {
    const copy = trailsOf(edition.front).find(({ slug }) => slug === story.slug)?.copy ?? '';
    const front = JSON.stringify(edition.front)
      .replaceAll(story.version, changed.version)
      .replaceAll(`"copy":"${copy}"`, '"copy":"ffffffff"');
    await route.fulfill({ contentType: 'application/json', body: front });
  });
  await page.goto(linkTo(storyAddress(edition.front.lead?.trail.slug ?? '')));
  await appStarted(page);
  await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: 'Front page' })
    .click();
  await expect(linkOf(page, story)).toHaveAttribute(
    'aria-description',
    'Changed since you read it',
  );

  // A link pressed at leisure, so that its page has been made ready for a while: it looks for changes once it is opened.
  await linkOf(page, story).dispatchEvent('pointerdown', { button: 0 });
  await expect(page.locator('[hidden] h1', { hasText: story.headline })).toHaveCount(1);
  await page.waitForTimeout(500);
  await expect(page.locator('[data-change]')).toHaveCount(0);
  await linkOf(page, story).click();
  const button = page.getByRole('button', { name: 'Changed since you read it' });
  await button.click();
  await expect(page.getByText('Paragraphs: 1 new, 1 changed')).toBeVisible();
  await expect(page.getByText(added)).toHaveAttribute('data-change', ' (new)');
  await expect(page.locator('del')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show what it said before' }).click();
  await expect(page.locator('del')).toHaveCount(1);
  await page.getByRole('button', { name: 'Show the bars' }).click();
  await expect(page.getByText(added)).not.toHaveAttribute('data-change', ' (new)');
});

test('everything goes out into one file and comes back where it was lost', async ({
  page,
  edition,
}) => {
  const story = quiet(edition);
  await read(page, story);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Saved' }).waitFor();
  const exportFile = async (): Promise<string> => {
    await page.goto('./device');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export everything' }).click();
    return await (await download).path();
  };
  const file = await exportFile();
  expect(readFileSync(file, 'utf8').split('\n')[0]).toContain('"site":"Lede"');

  await page.evaluate(async () => {
    const names = await indexedDB.databases();
    for (const { name } of names) if (name !== undefined) indexedDB.deleteDatabase(name);
  });
  await page.goto('./saved');
  await page.getByText('Nothing here yet').waitFor();

  await page.goto('./device');
  await page.getByLabel('Bring in a file').setInputFiles({
    name: 'lede.jsonl',
    mimeType: 'application/x-ndjson',
    buffer: readFileSync(file),
  });
  await expect(page.getByText('This file holds 1 story (1 new)')).toBeVisible();
  await page.getByRole('button', { name: 'Add these' }).click();
  await expect(page.getByText('Added.')).toBeVisible();
  expect(readFileSync(await exportFile(), 'utf8')).toBe(readFileSync(file, 'utf8'));
  await page.goto('./saved');
  await page.getByRole('link', { name: story.headline }).waitFor();
});

test('ten thousand saved stories are a page at a time, and one is found by its words', async ({
  page,
  edition,
}) => {
  const story = quiet(edition);
  await page.goto(linkTo(storyAddress(story.slug)));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Saved' }).waitFor();
  await multiply(page, {
    store: 'saved',
    field: 'savedAt',
    times: Array.from({ length: 10_000 }, (_, nth) => nth),
  });
  await page.goto('./saved');
  await page.getByRole('link', { name: story.headline }).waitFor();
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(2000);
  await page.getByRole('searchbox', { name: 'Find in these headlines' }).fill('number 4711');
  await page.getByRole('link', { name: 'Story number 4711' }).waitFor();
  await expect(page.getByText('1 story found')).toBeVisible();
});

test('going back to a long history finds its page and its place, though it has grown at the head', async ({
  page,
  edition,
}) => {
  const story = quiet(edition);
  await page.goto(linkTo(storyAddress(story.slug)));
  await appStarted(page);
  // It counts as opened once it was looked at for a moment.
  await page.waitForTimeout(2500);
  await page.goto('./history');
  await page.getByRole('link', { name: story.headline }).waitFor();
  const now = Date.now();
  await multiply(page, {
    store: 'visits',
    field: 'at',
    times: Array.from({ length: 140 }, (_, nth) => now - 60_000 * (nth + 1)),
    // The one that is opened stands among them, on the second page.
    own: now - 60_000 * 75.5,
  });
  await page.reload();
  await page.getByRole('button', { name: 'Older' }).click();
  const opened = page.getByRole('main').getByRole('link', { name: story.headline });
  await opened.scrollIntoViewIfNeeded();
  const beside = page.getByRole('link', { name: 'Story number 76', exact: true });
  await beside.scrollIntoViewIfNeeded();
  const topOf = async () => (await beside.boundingBox())?.y;
  const before = await topOf();
  await opened.click();
  await page.getByRole('heading', { level: 1, name: story.headline }).waitFor();
  // It is written down as the last one that was opened, and one more after it.
  const next = page.locator('main section a[href*="/story/"]:visible').first();
  await next.click();
  await expect(page.getByRole('heading', { level: 1, name: story.headline })).toBeHidden();
  await page.waitForTimeout(500);
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: story.headline }).waitFor();
  await page.goBack();
  await page.getByText('51 to 100 of').waitFor();
  // Its place is found once the rows above it are there.
  await expect.poll(async () => Math.abs(((await topOf()) ?? 0) - (before ?? 0))).toBeLessThan(3);
});
