import { checkWebManifest } from '../support/checkWebManifest.ts';
import { expect, test, workerReady } from './support/offline.ts';
import { settled } from './support/reading.ts';

test('the browser finds nothing that keeps the edition from being installed', async ({
  page,
  context,
  host,
}) => {
  await page.goto('./');
  await settled(page);
  await workerReady(page);
  const session = await context.newCDPSession(page);
  const { url, data, errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // The browser of the tests keeps nothing after them, and says so.
  const kept = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
  expect(kept).toEqual([]);

  const files = new Set<string>();
  const named = [...(data ?? '').matchAll(/"src":"([^"]+)"/g)].map(([, src = '']) => src);
  for (const src of named) {
    const answer = await page.request.get(new URL(src, host.address).href);
    if (answer.ok() && answer.headers()['content-type']?.startsWith('image/')) files.add(src);
  }
  expect(checkWebManifest(data ?? '', url, (file) => files.has(file))).toEqual([]);
});
