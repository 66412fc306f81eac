import { expect, test } from './support/journey.ts';
import { linkTo } from './support/pageKinds.ts';
import { appStarted } from './support/reading.ts';

test('forced colours keep words, rules and the focus ring', async ({ page, edition }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(linkTo(`/story/${edition.front.lead?.trail.slug}`));
  await appStarted(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  const ring = await page.evaluate(
    () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
  );
  expect(ring).not.toBe('none');
  await page.getByRole('button', { name: 'Appearance' }).click();
  const checked = page.getByRole('dialog').getByRole('radio', { checked: true }).first();
  const other = page.getByRole('dialog').getByRole('radio', { checked: false }).first();
  const shot = async (radio: typeof checked): Promise<Buffer> =>
    radio.locator('xpath=ancestor::label').screenshot();
  // Which choice holds must show without our colours.
  expect((await shot(checked)).equals(await shot(other))).toBe(false);
});

test('nothing moves for a reader who asked for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./');
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .map((element) => getComputedStyle(element))
      .filter(
        ({ transitionDuration, animationName, scrollBehavior }) =>
          /[1-9]/.test(transitionDuration) ||
          animationName !== 'none' ||
          scrollBehavior === 'smooth',
      ),
  );
  expect(moving).toHaveLength(0);
});

test('print has the story and none of the tools', async ({ page, edition }) => {
  const { trail } = edition.front.lead ?? {};
  await page.goto(linkTo(`/story/${trail?.slug}`));
  await appStarted(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('heading', { level: 1, name: trail?.headline ?? '' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Appearance' })).toBeHidden();
  const { ink, paper } = await page.evaluate(() => ({
    ink: getComputedStyle(document.querySelector('h1') ?? document.body).color,
    paper: getComputedStyle(document.documentElement).backgroundColor,
  }));
  expect(ink).toMatch(/^rgb\((\d{1,2}), (\d{1,2}), (\d{1,2})\)$/);
  expect(paper).toMatch(/^(rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\))$/);
  // A table that is wider than its column: what would be scrolled to is lost on paper.
  const lost = await page.evaluate(() => {
    const table = document.querySelector('article table');
    const row = table?.querySelector<HTMLTableRowElement>('tbody tr');
    for (let extra = 0; extra < 9; extra += 1) row?.append(row.cells[1]?.cloneNode(true) ?? '');
    const edge = document.querySelector('article')?.getBoundingClientRect().right ?? 0;
    return [...(row?.cells ?? [])].filter((cell) => cell.getBoundingClientRect().right > edge + 1)
      .length;
  });
  expect(lost).toBe(0);
});

test('a front is printed in columns, and no story of it over the end of a sheet', async ({
  page,
}) => {
  // A4 and Letter less the margins of a browser: both narrower than a tablet.
  await page.setViewportSize({ width: 718, height: 1047 });
  await page.goto('./');
  await appStarted(page);
  await page.emulateMedia({ media: 'print' });
  const strips = page.getByRole('region').filter({ has: page.locator('ul article') });
  const stories = strips.locator('li').filter({ has: page.getByRole('article') });
  const [first, second] = await Promise.all([
    stories.nth(0).boundingBox(),
    stories.nth(1).boundingBox(),
  ]);
  expect(second?.y).toBe(first?.y);
  expect(second?.x).toBeGreaterThan((first?.x ?? 0) + (first?.width ?? 0));
  const broken = await page.evaluate(
    () =>
      [...document.querySelectorAll('main li')].filter(
        (story) => getComputedStyle(story).breakInside !== 'avoid',
      ).length,
  );
  expect(broken).toBe(0);
});

test('a story speaks its own language and runs its own way', async ({ page, edition }) => {
  const arabic = edition.stories.find(({ dir }) => dir === 'rtl');
  const site = edition.stories.find(({ dir }) => dir === 'ltr');
  await page.goto(linkTo(`/story/${arabic?.slug}`));
  const article = page.getByRole('article').first();
  await expect(article).toHaveAttribute('lang', arabic?.language ?? '');
  await expect(article).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  expect(site).toBeDefined();
  // A list may mix languages: each line says its own.
  const list = edition.lists.find(
    ({ trails }) => new Set(trails.map(({ dir }) => dir)).size > 1 && trails.length > 1,
  );
  await page.goto(linkTo(list?.address ?? '/no-mixed-list'));
  const link = page.getByRole('main').getByRole('link', { name: arabic?.headline ?? '' });
  const spoken = link.locator('xpath=ancestor-or-self::*[@lang][1]');
  await expect(spoken).toHaveAttribute('lang', arabic?.language ?? '');
  await expect(spoken).toHaveAttribute('dir', 'rtl');
});
