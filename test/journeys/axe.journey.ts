import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import { pageKinds } from './support/pageKinds.ts';
import { appStarted } from './support/reading.ts';

const themes = ['light', 'dark', 'sepia', 'contrast'] as const;
const rules = [
  ...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
];

// A colour on its way to another would be judged as it happens to be.
test.use({ breaksNetwork: true, contextOptions: { reducedMotion: 'reduce' } });

/** What axe finds: rule and element, one line each. */
async function findings(page: Page): Promise<string[]> {
  // Legacy mode judges in the page itself; the other one is for frames, which we have none of.
  const axe = new AxeBuilder({ page }).withTags(rules).setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}`),
  );
}

for (const width of [390, 1440]) {
  test(`axe finds nothing on any page at ${width} pixels in any theme`, async ({
    page,
    edition,
  }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    for (const kind of pageKinds(edition)) {
      await page.unrouteAll();
      await kind.open(page);
      await appStarted(page);
      for (const theme of themes) {
        await page.evaluate((name) => {
          document.documentElement.dataset['theme'] = name;
        }, theme);
        expect.soft(await findings(page), `${kind.name}, ${theme}`).toEqual([]);
      }
    }
  });
}

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
