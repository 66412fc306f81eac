import path from 'node:path';
import { test } from '../journeys/support/journey.ts';
import { pageKinds } from '../journeys/support/pageKinds.ts';
import { readerReturns, settled } from '../journeys/support/reading.ts';
import { projectFolder } from '../support/projectFolder.ts';

const folder = path.join(projectFolder, 'test/results/screenshots');

test.use({ breaksNetwork: true });

for (const width of [390, 820, 1440]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every page at ${width} pixels, ${colorScheme}`, async ({ page, edition }) => {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await page.emulateMedia({ colorScheme });
      await readerReturns(page);
      for (const kind of pageKinds(edition)) {
        await page.unrouteAll();
        await kind.open(page);
        await settled(page);
        const name = kind.name.replaceAll(' ', '-');
        await page.screenshot({
          path: path.join(folder, `${name}-${width}-${colorScheme}.png`),
          fullPage: true,
        });
      }
    });
  }
}

test('the Appearance dialog', async ({ page }) => {
  await readerReturns(page);
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('./');
    await settled(page);
    await page.getByRole('button', { name: 'Appearance' }).click();
    await page.screenshot({ path: path.join(folder, `appearance-${width}-light.png`) });
  }
});
