import { scriptsOf } from '../../src/worker/scriptsOf.ts';
import { expect, test } from './support/journey.ts';
import { linkTo, pageKinds } from './support/pageKinds.ts';
import { appStarted } from './support/reading.ts';

test.describe('the security policy', () => {
  test.use({ breaksNetwork: true });

  test('is kept by every page of ours', async ({ page, edition }) => {
    test.slow();
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`policy: ${violatedDirective} ${blockedURI}`);
      });
    });
    for (const kind of pageKinds(edition)) {
      await page.unrouteAll();
      await kind.open(page);
      await appStarted(page);
      const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
      await expect(policy, kind.name).toHaveCount(1);
    }
  });
});

test('a script that somebody brought into a page does not run', async ({ browser, baseURL }) => {
  // Not watched: the browser says on the console what it stopped.
  const page = await browser.newPage({ ...(baseURL === undefined ? {} : { baseURL }) });
  const stopped = page.waitForEvent('console', (message) =>
    message.text().includes('Content Security Policy'),
  );
  await page.route(
    (url) => url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      const body = text.replace('<div id="root">', '<script>window.ran = true</script>$&');
      await route.fulfill({ response, body });
    },
  );
  await page.goto(linkTo('/'));
  await stopped;
  expect(await page.evaluate((): unknown => Reflect.get(window, 'ran'))).toBeUndefined();
  await page.close();
});

test('pages come with the headers of a careful host', async ({ request }) => {
  const page = await request.get('./');
  expect(page.headers()['x-content-type-options']).toBe('nosniff');
  expect(page.headers()['content-type']).toBe('text/html; charset=utf-8');
  const [script = ''] = scriptsOf(await page.text());
  const asset = await request.get(`./${script}`);
  expect(asset.headers()['cache-control']).toContain('immutable');
});
