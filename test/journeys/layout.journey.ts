import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import { pageKinds } from './support/pageKinds.ts';
import { appStarted, readerReturns, relatedList } from './support/reading.ts';
import { movedOn, shiftOf, watchShift } from './support/shift.ts';
import { wholeBrowser } from './support/wholeBrowser.ts';

// When a page is painted while it comes is the browser's own choice.
test.use(wholeBrowser());

/** What makes the page scroll sideways: nothing, or the elements that reach out, by their words. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollingElement } = document;
    if (scrollingElement === null || scrollingElement.scrollWidth <= window.innerWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > window.innerWidth + 1 || left < -1;
    });
    return [
      `${scrollingElement.scrollWidth} px wide`,
      ...out.map((element) => `${element.tagName} ${element.textContent?.slice(0, 50)}`).slice(-5),
    ];
  });
}

/** WCAG 2.2, 1.4.12: nothing may be lost when a reader spaces the text like this. */
const spacing = `* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`;

/** Adds a style as a reader's own would be; the page's policy refuses new style elements. */
function addStyle(page: Page, style: string): Promise<void> {
  return page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, style);
}

/** Takes away the style that was added last. */
function takeStyle(page: Page): Promise<void> {
  return page.evaluate(() => void document.adoptedStyleSheets.pop());
}

/** Puts a word longer than the screen in each place that shows words of a story. */
function lengthen(page: Page): Promise<void> {
  return page.evaluate(() => {
    const places = ':is(h1, h2, h3, .kicker, .standfirst, .summary, figcaption, [rel=author])';
    for (const place of document.querySelectorAll(`main ${places}, main li a`)) {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      const text = walker.nextNode();
      if (text !== null) {
        text.textContent = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk';
      }
    }
  });
}

test.describe('nothing scrolls sideways', () => {
  test.use({ breaksNetwork: true });

  test('at any width, with large or spaced text, with a long word', async ({ page, edition }) => {
    test.setTimeout(300_000);
    const at = async (width: number): Promise<string[]> => {
      await page.setViewportSize({ width, height: 800 });
      return sideways(page);
    };
    for (const kind of pageKinds(edition)) {
      await page.unrouteAll();
      await page.setViewportSize({ width: 320, height: 800 });
      await kind.open(page);
      for (const width of [320, 390, 820, 1440]) {
        expect(await at(width), `${kind.name} at ${width} pixels`).toEqual([]);
      }
      await addStyle(page, ':root { font-size: 200% !important; }');
      expect(await at(640), `${kind.name}, with text at 200 percent`).toEqual([]);
      await takeStyle(page);
      await addStyle(page, spacing);
      expect(await at(320), `${kind.name}, with spaced text`).toEqual([]);
      await takeStyle(page);
      // Words changed before would be words that the app did not expect.
      await appStarted(page);
      await lengthen(page);
      for (const width of [320, 390, 1440]) {
        expect(await at(width), `${kind.name} at ${width} pixels, with a long word`).toEqual([]);
      }
    }
  });

  test('with the largest text on a phone', async ({ page, edition }) => {
    test.slow();
    await page.setViewportSize({ width: 390, height: 800 });
    await page.addInitScript(() => localStorage.setItem('lede-appearance', '{"size":"7"}'));
    for (const kind of pageKinds(edition)) {
      await page.unrouteAll();
      await kind.open(page);
      expect(await sideways(page), kind.name).toEqual([]);
    }
  });
});

test('a phone shows the lead, its picture and the beginning of its related list at once', async ({
  page,
  edition,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./');
  const { lead } = edition.front;
  const main = page.getByRole('main');
  await expect(page.getByRole('heading', { level: 1, name: 'Lede' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByText(edition.front.day).first()).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeInViewport();
  await expect(main.getByRole('heading', { name: lead?.trail.headline ?? '' })).toBeInViewport({
    ratio: 1,
  });
  await expect(main.getByRole('img').first()).toBeInViewport({ ratio: 1 });
  await expect(main.getByText(lead?.standfirst ?? '').first()).toBeInViewport({ ratio: 1 });
  await expect(relatedList(page).getByRole('heading', { name: /^Related/ })).toBeInViewport();
  await expect(relatedList(page).getByRole('link').first()).toBeInViewport();
});

test('a desktop shows the lead and at least nine related headlines at once', async ({
  page,
  edition,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await readerReturns(page);
  await page.goto('./');
  const { lead } = edition.front;
  await expect(page.getByRole('heading', { name: lead?.trail.headline ?? '' })).toBeInViewport({
    ratio: 1,
  });
  await expect(relatedList(page).getByRole('link').nth(8)).toBeInViewport();
});

test.describe('nothing that is being read moves by itself', () => {
  // One of the kinds is a 404, of which the console tells.
  test.use({ breaksNetwork: true });

  for (const width of [390, 1280]) {
    test(`on any kind of page, at ${width} pixels`, async ({ page, edition }) => {
      test.slow();
      await page.setViewportSize({ width, height: 844 });
      await watchShift(page);
      const moved: string[] = [];
      // Those without an address are come to by a move, in which one page takes the place of another.
      for (const kind of pageKinds(edition).filter(({ address }) => address !== undefined)) {
        await kind.open(page);
        await appStarted(page);
        await page.waitForLoadState('networkidle');
        const shift = await shiftOf(page);
        if (shift > 0.001) moved.push(`${kind.name}: ${shift}, ${await movedOn(page)}`);
      }
      expect(moved).toEqual([]);
    });
  }
});
