import type { CDPSession, Page } from '@playwright/test';
import { randomNumbers } from '../publisher/wire/randomNumbers.ts';
import { expect, test, workerReady } from './support/offline.ts';
import { settled } from './support/reading.ts';

const isWhole = process.env['LEDE_FAULTS'] === 'all';
/**
 * Moves from page to page. `npm run test:faults` measures the heap over a thousand, once most pages of the edition are in
 * memory, where they stay for half an hour.
 */
const moves = isWhole ? 1500 : 60;
/** Moves between two looks at the memory, and how many of them are not yet counted. */
const [every, warming] = isWhole ? [50, 500] : [20, 20];
/** KiB that the heap may grow by in one move. */
const slopeAtMost = 1;

test.use({ viewport: { width: 1280, height: 900 } });

test('an hour of reading on a line that comes and goes weighs no more than its first minutes', async ({
  page,
  host,
}, testInfo) => {
  test.setTimeout(isWhole ? 900_000 : 120_000);
  const random = randomNumbers(11);
  await page.goto('./');
  await settled(page);
  await workerReady(page);
  await host.quiet();
  const cdp = await page.context().newCDPSession(page);
  const looks: { move: number; kib: number; nodes: number; listeners: number }[] = [];
  let lost = 0;
  for (let move = 1; move <= moves; move += 1) {
    // In each fifty moves the host is away for a few of them.
    if (move % 50 === 40) await host.stop();
    if (move % 50 === 45) await host.resume();
    if (!(await moveOn(page, random()))) lost += 1;
    if (move % every === 0) looks.push({ move, ...(await weigh(cdp)) });
  }
  const counted = looks.filter(({ move }) => move > warming);
  const slope = (of: 'kib' | 'nodes' | 'listeners'): number =>
    slopeOf(counted.map((look) => [look.move, look[of]]));
  const says = `${moves} moves: heap ${slope('kib').toFixed(3)} KiB, ${slope('nodes').toFixed(3)} nodes, ${slope('listeners').toFixed(3)} listeners each; at the end ${JSON.stringify(looks.at(-1))}`;
  testInfo.annotations.push({ type: 'soak', description: says });
  console.log(says);
  expect(lost).toBe(0);
  expect(await boundless(page)).toEqual([]);
  if (isWhole) expect(slope('kib')).toBeLessThanOrEqual(slopeAtMost);
});

/** Follows one of the links of the page, as a reader would. @returns whether a page with a heading came */
async function moveOn(page: Page, chance: number): Promise<boolean> {
  const path = await page.evaluate((share) => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('#root a[href]')].filter(
      ({ origin, pathname, hash }) =>
        origin === window.location.origin &&
        hash === '' &&
        pathname !== window.location.pathname &&
        /^\/($|story\/|section\/|tag\/|archive|saved|history)/.test(pathname) &&
        !pathname.endsWith('.xml'),
    );
    const link = links[Math.floor(share * links.length)];
    link?.click();
    return link?.pathname;
  }, chance);
  return page
    .waitForFunction(
      (wanted) =>
        window.location.pathname === wanted &&
        (document.querySelector('h1')?.innerText ?? '') !== '',
      path,
      { timeout: 15_000, polling: 20 },
    )
    .then(
      () => true,
      () => false,
    );
}

async function weigh(cdp: CDPSession) {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('Performance.enable');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
  return {
    kib: value('JSHeapUsedSize') / 1024,
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
  };
}

/** Caches that hold more than they may. */
async function boundless(page: Page): Promise<string[]> {
  const counts = await page.evaluate(async () => {
    const found: Record<string, number> = {};
    for (const name of await caches.keys()) {
      found[name] = (await (await caches.open(name)).keys()).length;
    }
    return found;
  });
  // Eighty pages, and those that stay whatever comes: the front and the reader's own three.
  const most = { 'lede-data': 620, 'lede-pages': 84, 'lede-pictures': 300 };
  return Object.entries(most).flatMap(([name, limit]) =>
    (counts[name] ?? 0) > limit ? [`${name} holds ${counts[name]}`] : [],
  );
}

/** By least squares. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([one]) => one)), mean(points.map(([, one]) => one))];
  const spread = points.reduce((sum, [one]) => sum + (one - x) ** 2, 0);
  return points.reduce((sum, [one, other]) => sum + (one - x) * (other - y), 0) / spread;
}
