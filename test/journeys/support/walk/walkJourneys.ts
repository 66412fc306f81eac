import { expect, type Page } from '@playwright/test';
import type { FaultyHost } from '../../../support/faultyHost.ts';
import { workerReady as workerInCharge } from '../offline.ts';
import { look, open, openTimed, type Opened, type Seen } from './look.ts';
import { added, changed, stories } from './walkEdition.ts';

/** A reader in the walk: one browser of their own, one page. */
export interface Walker {
  page: Page;
  host: FaultyHost;
  /** Folder of the release that comes in the middle of the journey. */
  next: string;
}

/** What a reader does while a request is broken, and what is promised afterwards. */
export interface WalkedJourney {
  name: string;
  /** Done with nothing broken; the requests of it are not walked. */
  before: (walker: Walker) => Promise<void>;
  /** @returns what was seen on the way */
  during: (walker: Walker) => Promise<Opened[]>;
  /** Once the host is well again: what a reader does to have everything. */
  heal: (walker: Walker) => Promise<void>;
  /** Addresses that then open without a connection. */
  promised: readonly string[];
  /** Whether `stories.near` was saved before, and has to stay. */
  hasSaved?: true;
}

const story = (slug: string): string => `/story/${slug}`;
const near = [story(stories.lead), story(stories.near), story('harbour')];

/** First visit: the front, the lead, then the story that is related to nothing. */
const firstVisit: WalkedJourney = {
  name: 'first visit',
  before: async () => undefined,
  during: async ({ page, host }) => {
    const front = await openTimed(page, '/');
    await host.quiet();
    const lead = await follow(page, stories.lead);
    await host.quiet();
    return [front, { address: story(stories.lead), seen: lead }];
  },
  heal: async ({ page, host }) => {
    // Who was left without a worker gets one at the next visit, and the visit after that is kept whole. A front of an
    // older release was checked just now; that there is a newer one is known once the page has asked.
    await open(page, '/');
    await workerReady(page);
    await host.quiet();
    await open(page, '/');
    await open(page, story(stories.far));
    await host.quiet();
  },
  promised: ['/', ...near, story(stories.far)],
};

/** The edition is taken along, whole. */
const takeAlong: WalkedJourney = {
  name: 'take along',
  before: async ({ page, host }) => {
    await open(page, '/');
    await host.quiet();
    await workerReady(page);
    await page.reload();
    await host.quiet();
  },
  during: async ({ page, host }) => {
    await take(page);
    await host.quiet();
    return [{ address: '/', seen: await look(page) }];
  },
  heal: async ({ page, host }) => {
    await page.goto('./');
    await host.quiet();
    await take(page);
    await expect(page.getByText('This edition is on this device')).toBeVisible({ timeout: 20_000 });
    await host.quiet();
  },
  promised: ['/', ...near, story(stories.far), story('quarry'), story(added.slug)],
};

/** A second edition, of a newer reader, comes while a story is read; one story is saved. */
const secondEdition: WalkedJourney = {
  name: 'second edition',
  hasSaved: true,
  before: async ({ page, host }) => {
    await open(page, '/');
    await host.quiet();
    await workerReady(page);
    await open(page, story(stories.near));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Saved' }).waitFor();
    await host.quiet();
  },
  during: async ({ page, host, next }) => {
    host.publish(next);
    const seen: Opened[] = [];
    for (const address of ['/', story(changed.slug), story(stories.lead)]) {
      seen.push(await openTimed(page, address));
      await host.quiet();
    }
    return seen;
  },
  heal: async ({ page, host }) => {
    for (const address of ['/', story(changed.slug), story(added.slug), '/']) {
      await open(page, address);
      await host.quiet();
      await ask(page);
      await host.quiet();
    }
  },
  promised: ['/', ...near, story(added.slug)],
};

export const walkedJourneys: readonly WalkedJourney[] = [firstVisit, takeAlong, secondEdition];

/** Opens a story as a link of the page, or where there is none by its address. */
async function follow(page: Page, slug: string): Promise<Seen> {
  const link = page.locator(`main a[href$="${story(slug)}"]`).first();
  if ((await link.count()) === 0) return open(page, story(slug));
  await link.click({ noWaitAfter: true }).catch(() => undefined);
  await page.waitForURL(`**${story(slug)}`, { waitUntil: 'commit' }).catch(() => undefined);
  return look(page);
}

/**
 * Waits for a worker that is in charge and answers, but not for ever: what is then missing on the device says so. One of
 * no byte is in charge, too, until the next takes over from it.
 */
async function workerReady(page: Page): Promise<void> {
  const answered = workerInCharge(page).then(() => page.evaluate(untilAnswered));
  await Promise.race([answered.catch(() => undefined), page.waitForTimeout(60_000)]);
}

/** Run in the page: asks the worker that is in charge until one answers. */
async function untilAnswered(): Promise<void> {
  const hears = (): Promise<boolean> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve(true));
      port1.start();
      setTimeout(() => resolve(false), 1000);
      navigator.serviceWorker.controller?.postMessage({ kind: 'state', address: '/' }, [port2]);
    });
  while (!(await hears()));
}

/** Asks for the whole edition in the dialog: for what there is to do, whatever came of it before. */
async function take(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Take along', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const wanted = dialog.getByRole('button', {
    name: /^(Take along: The whole edition|Try again)$/,
  });
  const here = dialog.getByText('This edition is on this device');
  await wanted
    .or(here)
    .first()
    .waitFor({ timeout: 3000 })
    .catch(() => undefined);
  if (await wanted.isVisible()) await wanted.click();
}

/** A reader who is told of a newer edition, or of a newer copy, asks for it. */
async function ask(page: Page): Promise<void> {
  const offer = page.getByRole('button', { name: /^(Open it|Show it)$/ });
  if (await offer.isVisible()) await offer.click();
}
