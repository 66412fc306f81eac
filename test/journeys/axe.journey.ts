import { findings } from './support/findings.ts';
import { expect, test } from './support/journey.ts';
import { pageKinds } from './support/pageKinds.ts';
import { appStarted } from './support/reading.ts';

/** What WCAG asks of colours: contrast, and links that are told by more than colour. */
const colours = ['wcag143', 'wcag141'];
// A theme is colours alone, so what is no matter of colour is asked in one of them.
const themes = { light: undefined, dark: colours, sepia: colours, contrast: colours };
const screens = [
  [390, 844],
  [1440, 900],
] as const;
// A colour on its way to another would be judged as it happens to be.
test.use({ breaksNetwork: true, contextOptions: { reducedMotion: 'reduce' } });

test('axe finds nothing on any page, on a phone and a desktop, in any theme', async ({
  page,
  edition,
}) => {
  test.setTimeout(600_000);
  for (const kind of pageKinds(edition)) {
    await page.unrouteAll();
    await page.setViewportSize({ width: 390, height: 844 });
    await kind.open(page);
    await appStarted(page);
    for (const [width, height] of screens) {
      await page.setViewportSize({ width, height });
      for (const [theme, tags] of Object.entries(themes)) {
        await page.evaluate((name) => {
          document.documentElement.dataset['theme'] = name;
        }, theme);
        const found = await findings(page, tags);
        expect.soft(found, `${kind.name} at ${width} pixels, ${theme}`).toEqual([]);
      }
    }
  }
});

test('axe finds nothing in the open Appearance dialog', async ({ page }) => {
  await page.goto('./');
  await appStarted(page);
  for (const theme of ['Light', 'Dark', 'Sepia', 'Contrast']) {
    if (await page.getByRole('dialog').isHidden()) {
      await page.getByRole('button', { name: 'Appearance' }).click();
    }
    await page.getByRole('radio', { name: theme }).check();
    expect(await findings(page), theme).toEqual([]);
  }
});

test('axe looks at the page as it is now, each time', async ({ page }) => {
  await page.goto('./');
  await appStarted(page);
  expect(await findings(page)).toEqual([]);
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('main p')?.style.setProperty('color', '#ddd');
    document.querySelector('main a')?.setAttribute('aria-hidden', 'true');
  });
  const found = (await findings(page)).join('\n');
  expect(found).toContain('color-contrast: ');
  expect(found).toContain('aria-hidden-focus: ');
});
