import { expect, test } from './support/journey.ts';
import { pageKinds } from './support/pageKinds.ts';

/**
 * What has its place only with what comes behind it, in the document's order, at the size of the screen. What stands in a
 * line comes with it, and columns of equal height are the browser's own.
 */
function misplaced(): string[] {
  const blocks = 'article, aside, div, figure, h1, h2, h3, h4, header, li, nav, ol, p, section, ul';
  const all = [...document.querySelectorAll('main, main *')];
  const placeOf = (element: Element): DOMRect => element.getBoundingClientRect();
  const isSeen = ({ width, height, top }: DOMRect): boolean =>
    width * height > 0 && top < window.innerHeight;
  const whole = all.map(placeOf);
  const found = new Map<Element, string>();
  for (const last of all.toReversed()) {
    last.remove();
    if (!last.matches(blocks)) continue;
    for (const [index, element] of all.entries()) {
      if (element === last) break;
      if (element.matches('.related *')) continue;
      const [before, after] = [placeOf(element), whole[index]];
      if (after === undefined || !isSeen(before) || !isSeen(after)) continue;
      // A row may share its baseline with what comes next in it.
      if (Math.abs(before.left - after.left) <= 1 && Math.abs(before.top - after.top) <= 8)
        continue;
      const words = `${element.tagName} “${element.textContent.slice(0, 40)}”`;
      const way = `${Math.round(before.top)} to ${Math.round(after.top)} px`;
      found.set(element, `${words}, ${way}, by ${last.tagName}`);
    }
  }
  return [...found.values()];
}

test.describe('what a slow line brings first keeps its place', () => {
  // Pages stay as they came; one kind is a 404.
  test.use({ breaksNetwork: true });

  for (const width of [390, 1280]) {
    test(`on any kind of page, at ${width} pixels`, async ({ page, edition }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.route(/\.js$/, (route) => route.abort());
      const moved: string[] = [];
      for (const { name, address } of pageKinds(edition)) {
        if (address === undefined) continue;
        await page.goto(`.${address}`);
        await expect(page.locator('main h1, main article').first(), name).toBeVisible();
        await page.evaluate(() => document.fonts.ready);
        moved.push(...(await page.evaluate(misplaced)).map((one) => `${name}: ${one}`));
      }
      expect(moved).toEqual([]);
    });
  }
});
