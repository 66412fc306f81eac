import path from 'node:path';
import sharp from 'sharp';
import { test } from '../journeys/support/journey.ts';
import { linkTo } from '../journeys/support/pageKinds.ts';
import { readerReturns, settled } from '../journeys/support/reading.ts';
import { projectFolder } from '../support/projectFolder.ts';

const pictures = [
  { name: 'front-desktop-light', width: 1440, height: 1000, colorScheme: 'light', isFront: true },
  { name: 'story-phone-dark', width: 390, height: 844, colorScheme: 'dark', isFront: false },
] as const;

for (const { name, width, height, colorScheme, isFront } of pictures) {
  test(name, async ({ page, edition }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await readerReturns(page);
    const story = edition.front.second.find(({ picture }) => picture !== undefined);
    await page.goto(linkTo(isFront ? '/' : `/story/${story?.slug}`));
    await settled(page);
    // 128 colours: a picture that is looked at once need not weigh more than the page it shows.
    await sharp(await page.screenshot())
      .png({ palette: true, colours: 128, effort: 10, compressionLevel: 9 })
      .toFile(path.join(projectFolder, `test/screenshots/${name}.png`));
  });
}
