import { movedOn, shiftOf, watchShift } from './support/shift.ts';
import { expect, test } from './support/walk/ground.ts';

test.use({ serviceWorkers: 'block', viewport: { width: 390, height: 844 } });

test('on a phone a page that comes a few bytes at a time moves nothing that is there', async ({
  page,
  walked: { host, first },
}) => {
  test.slow();
  host.publish(first);
  host.breakWith(({ path }) => (path === '/archive' ? { kind: 'drip', bytes: 200 } : undefined));
  await watchShift(page);
  await page.goto('/archive');
  await expect(page.getByRole('contentinfo')).toBeVisible();
  const shift = await shiftOf(page);
  host.breakWith();
  expect(shift, await movedOn(page)).toBeLessThanOrEqual(0.001);
});
