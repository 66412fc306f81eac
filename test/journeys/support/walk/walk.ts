import type { BrowserContext, Page } from '@playwright/test';
import { breakAt, pointsOf, type Broken, type Point } from './breaks.ts';
import type { WalkedHost } from './ground.ts';
import { readKept, wrongOnes, type Kept } from './kept.ts';
import { look, openTimed, type Opened, type Seen } from './look.ts';
import { changed, stories } from './walkEdition.ts';
import type { Walker, WalkedJourney } from './walkJourneys.ts';

export interface Ground extends WalkedHost {
  /** A host of its own: walks go on side by side. */
  newReader: () => Promise<{ context: BrowserContext; faults: readonly string[] }>;
}

/** A page that is on the device is answered in so long, whatever the line does. Milliseconds. */
const whenStored = 3000;
/** What a busy machine has not asked for by the end of a journey is waited for so long. Milliseconds. */
const whenBusy = 5000;
/** All that is promised is waited for so long once the host is well again: a busy machine is no fault. Milliseconds. */
const whenHealed = 60_000;

/** The requests of a journey, walked once with nothing broken. */
export async function recordPoints(ground: Ground, journey: WalkedJourney): Promise<Point[]> {
  const { host } = ground;
  const { context, walker } = await begin(ground, journey);
  const from = host.asked.length;
  await journey.during(walker);
  await host.quiet();
  await context.close();
  return pointsOf(host.asked.slice(from));
}

/**
 * Walks a journey with one request broken, then with the host gone, then with the host well again, then gone again.
 * @returns what is not as it should be, in words; undefined when the journey never came to that request
 */
export async function walk(
  ground: Ground,
  journey: WalkedJourney,
  broken: Broken,
): Promise<string[] | undefined> {
  const { host, published } = ground;
  const wrong: string[] = [];
  const { context, faults, walker } = await begin(ground, journey);
  const { page } = walker;
  const before = await storedOn(page);
  const { rule, wasMet } = breakAt(broken.point, broken.fault, broken.isOnce);
  host.breakWith(rule);
  const began = Date.now();
  for (const opened of await journey.during(walker)) {
    // Without a worker yet, what the network sends is what the browser shows.
    if (before === undefined) continue;
    const isHere = before.has(opened.address);
    wrong.push(...complain('while it was broken', opened, isHere));
  }
  if (Date.now() - began > 60_000) wrong.push('took more than a minute');
  for (let waited = 0; waited < whenBusy && !wasMet(); waited += 100) {
    await page.waitForTimeout(100);
  }
  host.breakWith();
  if (!wasMet()) {
    await context.close();
    return undefined;
  }

  const kept = await readKept(page);
  const isBent = broken.fault.name === 'flipped';
  wrong.push(...wrongOnes(kept, published, isBent));
  await host.stop();
  for (const address of ['/', `/story/${stories.far}`]) {
    wrong.push(...(await openOffline(page, address, kept)));
  }
  if (journey.hasSaved === true) wrong.push(...(await checkSaved(page)));

  await host.resume();
  await journey.heal(walker);
  await untilHere(page, journey);
  const healed = await readKept(page);
  wrong.push(...wrongOnes(healed, published, isBent), ...missingOnes(journey, healed));
  await host.stop();
  for (const address of ['/', `/story/${stories.near}`]) {
    const opened = await openTimed(page, address);
    wrong.push(...complain('healed, then offline', opened, true), ...wrongRelease(opened.seen));
  }
  if (journey.hasSaved === true) wrong.push(...(await checkSaved(page)));
  await host.resume();
  await context.close();
  wrong.push(...faults.filter((one) => !isOfBrokenScript(one, broken)));
  return wrong;
}

/** Paths of all that a journey promises to be on the device. */
function promisedPaths({ promised }: WalkedJourney): string[] {
  return [
    '/shell',
    ...promised.map((address) => (address === '/' ? '/index.json' : `${address}.json`)),
  ];
}

/** Waits until all that is promised is there, of the current edition, or until it should have been. */
async function untilHere(page: Page, journey: WalkedJourney): Promise<void> {
  const wanted = { paths: promisedPaths(journey), anew: `/story/${changed.slug}.json` };
  const areHere = async ({ paths, anew }: typeof wanted): Promise<boolean> => {
    const found = await Promise.all(paths.map((path) => caches.match(path)));
    const older = paths.includes(anew) ? await (await caches.match(anew))?.text() : undefined;
    return found.every((one) => one !== undefined) && !older?.includes('of the first release');
  };
  const end = Date.now() + whenHealed;
  while (Date.now() < end) {
    // Asked anew each time: the runner's own waiting takes a promise for an answer.
    if (await page.evaluate(areHere, wanted).catch(() => false)) return;
    await page.waitForTimeout(100);
  }
}

/** What is promised and not on the device. */
function missingOnes(journey: WalkedJourney, kept: readonly Kept[]): string[] {
  const here = new Set(kept.map(({ path }) => path));
  return promisedPaths(journey).flatMap((path) =>
    here.has(path) ? [] : [`healed: ${path} is not on the device`],
  );
}

/**
 * A script that no worker of its version could look at is run as it came: one that was cut says so in the browser's
 * words, one with a bent letter in any words. So is a page, whose inline style or script is then not what its policy
 * names.
 */
function isOfBrokenScript(said: string, { point, fault, isOnce }: Broken): boolean {
  if (isOnce && !['script', 'document', 'style', ''].includes(point.dest)) return false;
  if (fault.name === 'flipped') return true;
  const isPage = point.dest === 'document' || !isOnce;
  if (isPage && /^the console says: (Applying|Executing) inline/.test(said)) {
    return /^(reset|stalls|cut)/.test(fault.name);
  }
  return /SyntaxError|Unexpected (end|token|identifier)|does not provide an export|dynamically imported module|Invalid or unexpected/.test(
    said,
  );
}

async function begin(ground: Ground, journey: WalkedJourney) {
  const { host, first, next } = ground;
  await host.resume();
  host.breakWith();
  host.publish(journey.hasSaved === true ? first : next);
  const { context, faults } = await ground.newReader();
  const walker: Walker = { page: await context.newPage(), host, next };
  await journey.before(walker);
  return { context, faults, walker };
}

/** With nobody to ask: what is on the device opens, in time; what is not says so. */
async function openOffline(page: Page, address: string, kept: readonly Kept[]): Promise<string[]> {
  const file = address === '/' ? '/index.json' : `${address}.json`;
  const isShell = kept.some(
    ({ cache, path }) => cache.startsWith('lede-shell-') && path === '/shell',
  );
  const isHere = isShell && kept.some(({ path }) => path === file);
  const opened = await openTimed(page, address);
  const { seen } = opened;
  const wrong = complain('offline', opened, isHere);
  if (isShell && seen.kind === 'foreign') wrong.push(`offline: ${address} is ${seen.what}`);
  return wrong;
}

/** Addresses whose documents a worker in charge has on the device; undefined where none is in charge. */
async function storedOn(page: Page): Promise<ReadonlySet<string> | undefined> {
  const paths = await page
    .evaluate(async () => {
      if (navigator.serviceWorker.controller === null) return undefined;
      const keys = await (await caches.open('lede-data')).keys();
      return keys.map(({ url }) => new URL(url).pathname.replace(/\.json$/, ''));
    })
    .catch(() => undefined);
  return paths && new Set(paths.map((path) => (path === '/index' ? '/' : path)));
}

/** The edition that is current is the second in every journey; only one story of it is told anew. */
function wrongRelease(seen: Seen): string[] {
  if (seen.kind !== 'story') return [];
  const current = seen.slug === changed.slug ? 'second' : 'first';
  return seen.release === current ? [] : [`healed: ${seen.slug} is of the ${seen.release} release`];
}

function complain(
  when: string,
  { address, seen, answered = 0 }: Opened,
  mustBeHere: boolean,
): string[] {
  const late = Math.round(answered);
  const isLate = mustBeHere && late > whenStored;
  const slug = /^\/story\/(.*)$/.exec(address)?.[1];
  const isRight =
    slug === undefined ? seen.kind === 'front' : seen.kind === 'story' && seen.slug === slug;
  const isAllowed = isRight || (!mustBeHere && ['problem', 'foreign'].includes(seen.kind));
  return [
    ...(isAllowed ? [] : [`${when}: ${address} shows ${JSON.stringify(seen)}`]),
    ...(isLate ? [`${when}: ${address} was answered after ${late} ms`] : []),
  ];
}

/** The saved story stands in the list and opens whole. */
async function checkSaved(page: Page): Promise<string[]> {
  await page.goto('./saved', { waitUntil: 'commit' }).catch(() => undefined);
  const link = page.locator(`main a[href$="/story/${stories.near}"]`).first();
  const isListed = await link.waitFor({ timeout: 8000 }).then(
    () => true,
    () => false,
  );
  if (!isListed) return ['the saved story is not in its list'];
  await link.click({ noWaitAfter: true });
  await page.waitForURL(`**/story/${stories.near}`, { waitUntil: 'commit' }).catch(() => undefined);
  const seen = await look(page);
  return complain('saved', { address: `/story/${stories.near}`, seen }, true);
}
