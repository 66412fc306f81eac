import { readSeen, watch } from './watch.mjs';

/** A phone: processor four times slower, 150 ms to the host, 1.6 Mbit/s. */
const line = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
};
/** By which a page can be read: the lead's standfirst, the first paragraph of a story. */
const readable = { front: '.standfirst', story: 'article .body p' };
/** Where the reader is in the story before they go on. Pixels. */
const place = 500;
/** Moves before memory is weighed, since what is kept of past pages is bounded, and moves that it is weighed over. */
const [before, weighed] = [45, 30];

/** One sample of everything of one target, each visit in a browser context of its own. Units are those of report.mjs. */
export async function measure(browser, origin, story) {
  const front = await firstVisit(browser, origin, '/', readable.front);
  const opened = await firstVisit(browser, origin, story, readable.story);
  return {
    ...named('front', front),
    ...named('story', opened),
    ...(await moves(browser, origin, story)),
    memory: await memory(browser, origin, story),
  };
}

const named = (page, seen) =>
  Object.fromEntries(Object.entries(seen).map(([name, value]) => [`${page} ${name}`, value]));

/** Runs work as a visitor who was never here. */
async function visitor(browser, work) {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    ...{ hasTouch: true, isMobile: true },
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const told = { shown: [], began: 0 };
    await page.exposeFunction('benchShown', (headline, at) => told.shown.push({ headline, at }));
    await page.exposeFunction('benchBegan', (at) => {
      told.began = at;
    });
    // The browser is warm, the site is not: an empty page starts the process that draws.
    await page.goto('data:text/html,<h1>warm</h1>');
    return await work(page, session, told);
  } finally {
    await context.close();
  }
}

async function slowDown(session, isSlow = true) {
  await session.send('Network.enable');
  const free = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
  await session.send('Network.emulateNetworkConditions', { ...line, ...(!isSlow && free) });
  await session.send('Emulation.setCPUThrottlingRate', { rate: isSlow ? 4 : 1 });
}

function firstVisit(browser, origin, address, selector) {
  return visitor(browser, async (page, session) => {
    await page.addInitScript(watch, selector);
    await slowDown(session);
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(origin + address);
    await page.waitForFunction(() => window.benchSeen.readable > 0, undefined, { timeout: 20_000 });
    await settle(page);
    return { ...(await page.evaluate(readSeen)), kB: bytes / 1024 };
  });
}

function moves(browser, origin, story) {
  return visitor(browser, async (page, session, told) => {
    await page.addInitScript(watch, readable.story);
    await slowDown(session);
    await page.goto(origin + story);
    await settle(page);
    await page.evaluate((top) => window.scrollTo(0, top), place);
    const left = await page.evaluate(() => window.scrollY);
    await page.waitForTimeout(500);
    const cold = await timed(told, () => clickLink(page, 3));
    await settle(page);
    const back = await timed(told, () =>
      page.evaluate(() => window.benchAct(() => window.history.back())),
    );
    await settle(page);
    const scroll = Math.abs((await page.evaluate(() => window.scrollY)) - left);
    const tap = await timed(told, () => tapLink(page, session));
    return { cold, tap, back, scroll };
  });
}

function memory(browser, origin, story) {
  return visitor(browser, async (page, session, told) => {
    await page.addInitScript(watch, readable.story);
    await slowDown(session, false);
    await page.goto(origin + story);
    await settle(page);
    const go = async (count) => {
      for (let move = 0; move < count; move++) await timed(told, () => clickLink(page, move % 5));
    };
    await go(before);
    const began = await heap(session);
    await go(weighed);
    return ((await heap(session)) - began) / weighed / 1024;
  });
}

async function settle(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1000);
}

const clickLink = (page, index) =>
  page.evaluate((at) => window.benchAct(() => window.benchLinks()[at]?.click()), index);

/** A finger on a link that has been in sight for two seconds. */
async function tapLink(page, session) {
  const point = await page.evaluate(() => {
    const [link] = window.benchLinks();
    link.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, height } = link.getBoundingClientRect();
    return { x: left + 20, y: top + height / 2 };
  });
  await page.waitForTimeout(2000);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await page.waitForTimeout(80);
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** From an act to the frame after the one that has another headline, by the pages' own clocks. Milliseconds. */
async function timed(told, act) {
  told.shown.length = 0;
  told.began = 0;
  await act();
  const latest = Date.now() + 10_000;
  while (told.shown.length === 0 || told.began === 0) {
    if (Date.now() > latest) throw new Error('no other headline came in ten seconds');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return told.shown[0].at - told.began;
}

async function heap(session) {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
