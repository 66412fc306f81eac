import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import { linkTo, pageKinds } from './support/pageKinds.ts';
import { appStarted } from './support/reading.ts';

/** Declarations of an element, by the names and classes of it and what it stands in. */
type Dress = Record<string, Record<string, string>>;

/**
 * How the page is dressed: the first element of each kind. Left out is what follows from the face, which may come between
 * two loads: the sizes that text takes; and from the focus, which a move sets.
 */
function dress(page: Page): Promise<Dress> {
  return page.evaluate(() => {
    const sizes =
      /size$|width|height|origin|grid-template|^(top|bottom|left|right)|^inset|^--|font-family|^transition|^outline/;
    const nameOf = (element: Element | null): string =>
      `${element?.localName}.${element?.getAttribute('class') ?? ''}`;
    const found: Dress = {};
    for (const element of document.querySelectorAll('#root :not(svg *)')) {
      const kind = `${nameOf(element.parentElement)} > ${nameOf(element)}`;
      if (found[kind] !== undefined) continue;
      const style = getComputedStyle(element);
      const names = [...style].filter((name) => !sizes.test(name));
      found[kind] = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
    }
    return found;
  });
}

/** Where two pages differ in what stands on both; and how many kinds of element that is. */
function compare(one: Dress, other: Dress): { both: number; differ: string[] } {
  const both = Object.keys(one).filter((kind) => kind in other);
  const differ = both.flatMap((kind) =>
    Object.entries(one[kind] ?? {})
      .filter(([name, value]) => other[kind]?.[name] !== value)
      .map(([name, value]) => `${kind} ${name}: ${value}, not ${other[kind]?.[name]}`),
  );
  return { both: both.length, differ };
}

/** Waits until the app stands, with the parts of the stylesheet that the page did without and what it keeps a place for. */
async function dressed(page: Page): Promise<void> {
  await appStarted(page);
  await page.waitForFunction(() => {
    const link = document.head.querySelector<HTMLLinkElement>('link[href*="/sheets-"]');
    const isSettled = document.querySelector('[data-settled]') !== null;
    const isWaiting = document.querySelector('main [data-waiting]') !== null;
    return isSettled && !isWaiting && (link === null || link.sheet !== null);
  });
}

const kinds = ['story of many blocks', 'story with a correction', 'brief', 'section', 'months'];
const moves = { front: [...kinds, 'own page', "reader's saved"], 'lead story': ['front', 'tag'] };

for (const [from, targets] of Object.entries(moves)) {
  test(`from a ${from} other kinds of page look as if they had been loaded by their address`, async ({
    page,
    edition,
  }) => {
    test.slow();
    const addressOf = (kind: string): string =>
      pageKinds(edition).find(({ name }) => name === kind)?.address ?? '/no-such-page';
    for (const kind of targets) {
      await page.goto(linkTo(addressOf(kind)));
      await dressed(page);
      const loaded = await dress(page);
      const { pathname } = new URL(page.url());

      await page.goto(linkTo(addressOf(from)));
      await dressed(page);
      await page.evaluate((href) => {
        Reflect.set(window, 'marker', 'still here');
        const link = document.createElement('a');
        link.href = href;
        document.body.append(link);
        link.click();
        link.remove();
      }, pathname);
      await page.waitForURL((url) => url.pathname === pathname);
      await page.locator('main h1, main .lead').first().waitFor();
      expect(await page.evaluate((): unknown => Reflect.get(window, 'marker'))).toBe('still here');
      await dressed(page);
      const { both, differ } = compare(loaded, await dress(page));
      expect(differ, kind).toEqual([]);
      expect(both / Object.keys(loaded).length, kind).toBeGreaterThan(0.8);
    }
  });
}

test('no page carries what only other kinds of page need', async ({ page, edition }) => {
  const sizes = await Promise.all(
    ['front', 'brief', 'story with a correction', "reader's saved"].map(async (kind) => {
      const { address = '' } = pageKinds(edition).find(({ name }) => name === kind) ?? {};
      const html = await (await page.request.get(linkTo(address))).text();
      return [...html.matchAll(/<style>(.*?)<\/style>/gs)].join('').length;
    }),
  );
  const [front = 0, brief = 0, story = 0, own = 0] = sizes;
  // The reader's own pages may show anything.
  expect(Math.max(front, brief, story)).toBeLessThan(own * 0.7);
});
