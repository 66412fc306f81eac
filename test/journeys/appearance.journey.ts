import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import { linkTo } from './support/pageKinds.ts';

/** What the settings change, as the browser computes it. */
function look(page: Page) {
  return page.evaluate(() => {
    const text = document.querySelector('article p:not([class])') ?? document.body;
    const { fontSize, lineHeight, fontFamily } = getComputedStyle(text);
    const size = Number.parseFloat(fontSize);
    return {
      paper: getComputedStyle(document.documentElement).backgroundColor,
      size,
      lines: Number.parseFloat(lineHeight) / size,
      // The stand-ins of the reading face are its likeness.
      face: fontFamily.replace('"Lede Serif", ', ''),
      measure: text.getBoundingClientRect().width,
    };
  });
}

const chosen = (page: Page) =>
  page.evaluate(() => {
    // That this device has the reading face is no choice of the reader's.
    const { readingFace: _ours, ...settings } = document.documentElement.dataset;
    return settings;
  });

async function openDialog(page: Page) {
  await page.getByRole('button', { name: 'Appearance' }).click();
  const dialog = page.getByRole('dialog', { name: 'Appearance' });
  await expect(dialog).toBeVisible();
  return dialog;
}

test.beforeEach(async ({ page, edition }) => {
  await page.goto(linkTo(`/story/${edition.front.lead?.trail.slug}`));
});

test('every setting applies at once, is kept, and can be taken back', async ({ page }) => {
  const before = await look(page);
  const dialog = await openDialog(page);
  const choose = (group: string, option: string) =>
    dialog.getByRole('group', { name: group }).getByRole('radio', { name: option }).check();

  await choose('Paper', 'Dark');
  await expect.poll(async () => (await look(page)).paper).not.toBe(before.paper);
  await dialog.getByRole('slider', { name: 'Text size' }).press('End');
  await expect.poll(async () => (await look(page)).size).toBeGreaterThan(before.size * 1.2);
  await choose('Lines', 'Open');
  await expect.poll(async () => (await look(page)).lines).toBeGreaterThan(before.lines * 1.02);
  await choose('Face', 'System');
  await expect.poll(async () => (await look(page)).face).not.toBe(before.face);
  const wide = (await look(page)).measure;
  await choose('Column', 'Narrow');
  await expect.poll(async () => (await look(page)).measure).toBeLessThan(wide);

  const all = { theme: 'dark', size: '7', lines: 'open', measure: 'narrow', face: 'system' };
  expect(await chosen(page)).toEqual(all);
  const after = await look(page);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'Appearance' })).toBeFocused();

  await page.reload();
  expect(await chosen(page)).toEqual(all);
  expect(await look(page)).toEqual(after);

  await (await openDialog(page)).getByRole('button', { name: 'Back to the usual setting' }).click();
  expect(await chosen(page)).toEqual({});
  await page.reload();
  expect(await chosen(page)).toEqual({});
  expect(await look(page)).toEqual(before);
});

test('the chosen paper is there before the first paint', async ({ page }) => {
  await (await openDialog(page)).getByRole('radio', { name: 'Sepia' }).check();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.body === null) return;
      observer.disconnect();
      Reflect.set(window, 'themeAtBody', document.documentElement.dataset['theme']);
    }).observe(document, { childList: true, subtree: true });
  });
  // Without the app: the page itself must do it.
  await page.route('**/assets/*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  );
  await page.reload();
  expect(await page.evaluate((): unknown => Reflect.get(window, 'themeAtBody'))).toBe('sepia');
});

test('follows the system until the reader chooses', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = (await look(page)).paper;
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = (await look(page)).paper;
  expect(dark).not.toBe(light);
  await (await openDialog(page)).getByRole('radio', { name: 'Light' }).check();
  expect((await look(page)).paper).toBe(light);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect((await look(page)).paper).toBe(dark);
});

test('another tab follows', async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto('./');
  await openDialog(other);
  await (await openDialog(page)).getByRole('radio', { name: 'Contrast' }).check();
  await expect.poll(async () => (await chosen(other))['theme']).toBe('contrast');
  await expect(other.getByRole('radio', { name: 'Contrast' })).toBeChecked();
});

test('works for this visit where storage is refused', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.reload();
  await (await openDialog(page)).getByRole('radio', { name: 'Dark' }).check();
  expect(await chosen(page)).toEqual({ theme: 'dark' });
});

test('the colour of the browser’s bar is that of the paper, the system’s or the chosen one', async ({
  page,
}) => {
  /** The one that a browser takes: the first whose medium fits. */
  const bar = () =>
    page.evaluate(() => {
      const colours = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')];
      const first = colours.find(({ media }) => media === '' || matchMedia(media).matches);
      const probe = document.createElement('i');
      probe.style.color = first?.content ?? '';
      document.body.append(probe);
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    });
  const paperNow = async () => (await look(page)).paper;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await bar()).toBe(await paperNow());
  }
  const dark = await bar();
  const dialog = await openDialog(page);
  for (const theme of ['Light', 'Sepia', 'Contrast', 'Dark']) {
    await dialog.getByRole('radio', { name: theme }).check();
    await expect.poll(bar).toBe(await paperNow());
  }
  await dialog.getByRole('radio', { name: 'Sepia' }).check();
  const sepia = await paperNow();
  expect(sepia).not.toBe(dark);
  await page.reload();
  await expect.poll(bar).toBe(sepia);
  const paper = (await openDialog(page)).getByRole('group', { name: 'Paper' });
  await paper.getByRole('radio', { name: 'System' }).check();
  await expect.poll(bar).toBe(dark);
});
