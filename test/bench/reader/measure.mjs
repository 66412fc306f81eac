/** A phone: processor four times slower, 150 ms to the host, 1.6 Mbit/s. */
const line = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
};

/** One visitor's measures of one target: milliseconds, and kB of script memory for the last. */
export async function measure(browser, origin, story) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    // The browser is warm, the site is not: an empty page starts the process that draws.
    await page.goto('data:text/html,<h1>warm</h1>');
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', line);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(origin);
    const front = await firstPaint(page);
    await page.goto(origin + story);
    const first = await firstPaint(page);
    await settle(page);
    const cold = await follow(page, 3);
    await settle(page);
    const back = await timed(page, () => void setTimeout(() => window.history.back(), 0));
    await settle(page);
    const seen = await follow(page, 0, true);
    await settle(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await session.send('Network.emulateNetworkConditions', {
      ...line,
      ...{ latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
    });
    // What a reader keeps of past pages is bounded; the growth that counts is what comes after that.
    for (let move = 0; move < 45; move++) await follow(page, move % 5);
    const before = await heap(session);
    const moves = 30;
    for (let move = 0; move < moves; move++) await follow(page, move % 5);
    const memory = ((await heap(session)) - before) / moves / 1024;
    return { front, story: first, 'story → story': cold, 'seen and touched': seen, back, memory };
  } finally {
    await context.close();
  }
}

async function firstPaint(page) {
  await page.waitForFunction(
    () =>
      document.querySelector('.related a') &&
      performance.getEntriesByName('first-contentful-paint')[0],
  );
  return page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    const heading = document.querySelector('main h1, main h2');
    return heading === null ? Number.NaN : paint.startTime;
  });
}

async function settle(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
}

async function follow(page, index, isTouched = false) {
  const link = page.locator('.related a').nth(index);
  if (isTouched) {
    await link.scrollIntoViewIfNeeded();
    await page.waitForTimeout(1500);
    await link.hover();
    await page.waitForTimeout(200);
  }
  // Afterwards, so that a page that is left has answered first.
  const act = (at) => {
    setTimeout(() => document.querySelectorAll('.related a')[at]?.click(), 0);
  };
  return timed(page, act, index);
}

/** From an act to the frame that shows another headline, by the clock of this process. */
async function timed(page, act, argument) {
  const before = await page.locator('h1').last().textContent();
  const start = Date.now();
  await page.evaluate(act, argument);
  await page.waitForFunction(
    (headline) => {
      const shown = [...document.querySelectorAll('h1')].at(-1)?.textContent;
      return shown !== undefined && shown !== headline;
    },
    before,
    { polling: 'raf', timeout: 10_000 },
  );
  return Date.now() - start;
}

async function heap(session) {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
