import { storyAddress } from '../../src/model/address.ts';
import { linkTo } from './support/pageKinds.ts';
import { expect, test, workerReady } from './support/offline.ts';
import { appStarted } from './support/reading.ts';
import { wholeBrowser } from './support/wholeBrowser.ts';

// What the page and its worker hear from the browser: the line counts like the wish to save data.
test.use(wholeBrowser(['--force-effective-connection-type=2G']));

test('who saves data is sent what the page needs, its worker too, and can read it without a connection', async ({
  page,
  context,
  host,
  edition,
}) => {
  const [story] = edition.stories;
  await page.goto(linkTo(storyAddress(story?.slug ?? '')));
  await appStarted(page);
  const line = await page.evaluate((): unknown => {
    const connection: unknown = Reflect.get(navigator, 'connection');
    return connection instanceof Object && Reflect.get(connection, 'effectiveType');
  });
  expect(line).toBe('2g');
  await workerReady(page);
  await page.waitForTimeout(1500);
  const assets = new Set(
    host.asked.map(({ path }) => path).filter((path) => path.startsWith('/assets/')),
  );
  const named = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  expect([...assets].filter((path) => !named.includes(path))).toEqual([]);
  expect([...assets].filter((path) => path.endsWith('.woff2'))).toEqual([]);
  expect(host.asked.filter(({ path }) => path === '/index.json')).toEqual([]);

  await context.setOffline(true);
  host.breakWith(() => ({ kind: 'refuse' }));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: story?.headline ?? '' })).toBeVisible();
  await appStarted(page);
});
