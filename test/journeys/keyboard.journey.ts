import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import { appStarted, placeOf, relatedList } from './support/reading.ts';
import { wholeBrowser } from './support/wholeBrowser.ts';

test.use(wholeBrowser());

/** What has the focus: its words, and whether a ring shows it. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const style = element === null ? undefined : getComputedStyle(element);
    const hasRing =
      style?.outlineStyle !== 'none' && Number.parseFloat(style?.outlineWidth ?? '') > 0;
    return { name: element?.textContent?.trim() ?? '', hasRing };
  });
}

test('Tab goes through the front page in the order of its importance', async ({
  page,
  edition,
}) => {
  const { lead } = edition.front;
  await page.goto('./');
  await appStarted(page);
  const sections = await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link')
    .allTextContents();
  const related = await relatedList(page).getByRole('link').allTextContents();
  expect(related).toHaveLength(17);
  const order = [
    ...['Skip to the stories', 'Lede', 'Take along', 'Saved', 'Appearance'],
    ...sections,
    lead?.trail.headline,
    ...related,
  ];
  for (const name of order) {
    await page.keyboard.press('Tab');
    expect(await focused(page)).toEqual({ name: name?.trim(), hasRing: true });
  }
});

test('the skip link passes by the masthead', async ({ page, edition }) => {
  await page.goto('./');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the stories' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect((await focused(page)).name).toBe(edition.front.lead?.trail.headline);
});

test('in a story that was moved to, the skip link stays on its page, and going back leads to the place before', async ({
  page,
  edition,
}) => {
  const { headline = '' } = edition.front.lead?.related[0] ?? {};
  await page.setViewportSize({ width: 390, height: 500 });
  await page.goto('./');
  await appStarted(page);
  await relatedList(page).getByRole('link', { name: headline }).click();
  const heading = page.getByRole('heading', { level: 1, name: headline });
  await expect(heading).toBeFocused();
  const title = await page.title();
  const { pathname } = new URL(page.url());
  await heading.evaluate((element) => Object.assign(element, { isSame: true }));
  const isSame = () => heading.evaluate((element) => 'isSame' in element);
  const follow = async (): Promise<void> => {
    await page.getByRole('link', { name: 'Skip to the stories' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#main')).toBeFocused();
  };

  await follow();
  expect(new URL(page.url())).toMatchObject({ pathname, hash: '#main' });
  await expect(heading).toBeVisible();
  await expect(page).toHaveTitle(title);
  expect(await isSame()).toBe(true);
  await page.goBack();
  await expect(page).toHaveURL(({ hash }) => hash === '');
  expect(await isSame()).toBe(true);

  const place = async (): Promise<number> => (await placeOf(page)).scroll;
  const goTo = (scroll: number): Promise<void> => page.evaluate((top) => scrollTo(0, top), scroll);
  const atMain = (): Promise<void> => page.evaluate(() => location.assign('#main'));
  for (const read of [500, 600]) {
    await goTo(read);
    await expect.poll(place).toBe(read);
    await page.waitForTimeout(100);
    await atMain();
    // The place that was left there before is not where the link leads.
    await expect.poll(place).toBeLessThan(200);
    await goTo(read - 200);
    await page.waitForTimeout(100);
    await page.goBack();
    await expect.poll(place).toBe(read);
    await page.goForward();
    await expect.poll(place).toBe(read - 200);
    await page.goBack();
  }
  expect(await isSame()).toBe(true);

  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Lede' })).toBeVisible();
});

test('the Appearance dialog opens, changes and closes by keyboard', async ({ page }) => {
  await page.goto('./');
  await appStarted(page);
  const button = page.getByRole('button', { name: 'Appearance' });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Appearance' });
  await expect(dialog).toBeVisible();
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await dialog.getByRole('radio', { name: 'System' }).first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('radio', { name: 'Light' })).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  // Nothing behind the dialog can be reached: Tab stays in it or leaves the page for the browser's own controls.
  for (let press = 0; press < 20; press++) {
    await page.keyboard.press('Tab');
    const isInside = await dialog.evaluate(
      (element) =>
        element.contains(document.activeElement) || document.activeElement === document.body,
    );
    expect(isInside).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test('a dialog is over with the page it was opened on: by a link in it, and by going back', async ({
  page,
  edition,
}) => {
  const { headline = '' } = edition.front.lead?.related[0] ?? {};
  await page.goto('./');
  await appStarted(page);
  await relatedList(page).getByRole('link', { name: headline }).click();
  const story = page.getByRole('heading', { level: 1, name: headline });
  await expect(story).toBeFocused();

  await page.getByRole('button', { name: 'Take along' }).click();
  const take = page.getByRole('dialog', { name: 'Take this edition along' });
  await take.getByRole('link', { name: 'What is here' }).click();
  await expect(take).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'On this device' })).toBeFocused();

  await page.getByRole('button', { name: 'Appearance' }).click();
  const appearance = page.getByRole('dialog', { name: 'Appearance' });
  await expect(appearance).toBeVisible();
  await page.goBack();
  await expect(appearance).toBeHidden();
  await expect(story).toBeFocused();
  await page.getByRole('button', { name: 'Appearance' }).click();
  await expect(appearance).toBeVisible();
});

test('a story is opened, read on from and left by keyboard', async ({ page, edition }) => {
  const headline = edition.front.lead?.related[0]?.headline ?? '';
  await page.goto('./');
  await appStarted(page);
  const link = relatedList(page).getByRole('link', { name: headline });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: headline })).toBeFocused();
  // From the heading on, Tab goes into the story, not to the top of the page.
  await page.keyboard.press('Tab');
  const isInMain = await page.evaluate(
    () => document.querySelector('main')?.contains(document.activeElement) === true,
  );
  expect(isInMain).toBe(true);
  await page.goBack();
  await expect(link).toBeFocused();
});

test('what is pressed and goes hands the focus on', async ({ page, edition }) => {
  await page.addInitScript(() => {
    navigator.storage.persisted = () => Promise.resolve(false);
    navigator.storage.persist = () => Promise.resolve(true);
  });
  await page.goto(`./story/${edition.front.lead?.trail.slug}`);
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  const saved = page.getByRole('button', { name: 'Saved', exact: true });
  await saved.press('Enter');
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.press('Enter');
  await expect(undo).toHaveCount(0);
  await expect(saved).toBeFocused();

  await page.goto('./device');
  const isInSection = (name: string): Promise<boolean> =>
    page.evaluate(
      (title) => document.activeElement?.querySelector('h2')?.textContent === title,
      name,
    );
  const ask = page.getByRole('button', { name: 'Ask the browser to keep it' });
  const keeping = page.locator('section', { has: ask }).getByRole('heading');
  const title = (await keeping.textContent()) ?? '';
  await ask.press('Enter');
  await expect(ask).toHaveCount(0);
  expect(await isInSection(title)).toBe(true);

  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export everything' }).press('Enter');
  const file = await (await coming).path();
  const takeAway =
    (await page.getByRole('heading', { name: 'Taking it away' }).textContent()) ?? '';
  for (const answer of ['Leave it', 'Add these']) {
    await page.getByLabel('Bring in a file').setInputFiles(file);
    const button = page.getByRole('button', { name: answer });
    await button.press('Enter');
    await expect(button).toHaveCount(0);
    expect(await isInSection(takeAway)).toBe(true);
  }
});

test('wide tables and code can be scrolled by keyboard', async ({ page, edition }) => {
  const story = edition.stories.find(({ body }) => body.some(({ type }) => type === 'table'));
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`./story/${story?.slug}`);
  const table = page.getByRole('table').first();
  const isReachable = await table.evaluate((element) => {
    const frame = element.closest('[tabindex="0"]');
    const isWide = element.scrollWidth > window.innerWidth;
    return !isWide || frame !== null;
  });
  expect(isReachable).toBe(true);
});
