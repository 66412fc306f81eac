import { expect, test } from './support/journey.ts';
import { linkTo } from './support/pageKinds.ts';
import { appStarted } from './support/reading.ts';

/**
 * Reasons of the browser's own, or of the tool that drives it, and of a host's headers; any other would be ours.
 * Source: https://html.spec.whatwg.org/multipage/nav-history-apis.html#dom-notrestoredreasons-reasons
 */
const notOurs = /masked|devtools|webdriver|playwright|emulat|dummy|cache-disabled|internal/i;

test('nothing of ours keeps a page from being restored as it was left', async ({
  page,
  edition,
}) => {
  await page.goto(linkTo(`/story/${edition.front.lead?.trail.slug}`));
  await appStarted(page);
  // Handlers of `unload` and a host's `no-store` are the usual reasons.
  const answer = await page.request.get(page.url());
  expect(answer.headers()['cache-control'] ?? '').not.toContain('no-store');
  await page.evaluate(() => Object.assign(window, { asItWasLeft: true }));
  // Past the app, as by a typed address: another document.
  await page.goto('./');
  await page.goBack();
  const headline = edition.front.lead?.trail.headline ?? '';
  await expect(page.getByRole('heading', { level: 1, name: headline })).toBeVisible();

  const restored = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation');
    const why: unknown = entry === undefined ? null : Reflect.get(entry, 'notRestoredReasons');
    return { isSame: 'asItWasLeft' in window, why: JSON.stringify(why) };
  });
  if (!restored.isSame) {
    const reasons = [...restored.why.matchAll(/"reason":"([^"]*)"/g)].map(([, reason]) => reason);
    expect(reasons.filter((reason) => !notOurs.test(reason ?? ''))).toEqual([]);
  }
});
