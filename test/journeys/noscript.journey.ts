import { bodyTexts } from '../../src/model/words.ts';
import { expect, test } from './support/journey.ts';
import { linkTo, pageKinds } from './support/pageKinds.ts';

test.use({ javaScriptEnabled: false, breaksNetwork: true });

test('every page has its words and working links without script', async ({ page, edition }) => {
  test.slow();
  const links = new Set<string>();
  for (const { name, address } of pageKinds(edition)) {
    if (address === undefined) continue;
    await page.goto(linkTo(address));
    await expect(page.getByRole('heading', { level: 1 }), name).toHaveCount(1);
    await expect(page.getByRole('heading', { level: 1 }), name).toBeVisible();
    // A control is shown only when it works.
    await expect(page.getByRole('button', { name: 'Appearance' }), name).toBeHidden();
    await expect(page.locator('footer noscript p'), name).toBeVisible();
    for (const link of await page.getByRole('link').all()) {
      const href = (await link.getAttribute('href')) ?? '';
      if (!/^(https?:|mailto:|#)/.test(href)) links.add(new URL(href, page.url()).href);
    }
  }
  expect(links.size).toBeGreaterThan(40);
  for (const link of links) {
    const answer = await page.request.get(link);
    expect(answer.status(), link).toBe(200);
  }
});

test('every story has its whole text without script', async ({ page, edition }) => {
  test.slow();
  // Line breaks and blocks part words on the page, not in its text.
  const plain = (text: string): string => text.replace(/\s+/g, '');
  for (const story of edition.stories) {
    await page.goto(linkTo(`/story/${story.slug}`));
    const shown = plain((await page.getByRole('main').textContent()) ?? '');
    expect(shown).toContain(plain(story.headline));
    for (const text of bodyTexts(story.body)) expect(shown, story.slug).toContain(plain(text));
    for (const { headline } of story.related) expect(shown, story.slug).toContain(plain(headline));
  }
});

test('a story stays readable when the script cannot be loaded', async ({
  browser,
  baseURL,
  edition,
}) => {
  // Not watched: the browser reports the script that did not come.
  const context = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled: true });
  const page = await context.newPage();
  await page.route('**/assets/*.js', (route) => route.abort());
  const { trail } = edition.front.lead ?? {};
  await page.goto(linkTo(`/story/${trail?.slug}`));
  await expect(page.getByRole('heading', { level: 1, name: trail?.headline ?? '' })).toBeVisible();
  await page.getByRole('link', { name: 'Lede' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lede' })).toBeVisible();
  await context.close();
});
