import type { Locator, Page } from '@playwright/test';
import { FaultyHost } from '../support/faultyHost.ts';
import { arabicStories, publishArabicEdition } from './support/arabicEdition.ts';
import { linkTo } from './support/pageKinds.ts';
import { expect, test as offline, workerReady } from './support/offline.ts';
import { appStarted, settled } from './support/reading.ts';

const test = offline.extend({
  viewport: { width: 390, height: 844 },

  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names from this pattern.
  host: async ({}, use) => {
    const host = await FaultyHost.start(await publishArabicEdition());
    await use(host);
    await host.close();
  },
});

// Each publishes into the same folder.
test.describe.configure({ mode: 'default' });

const [[slug, headline]] = arabicStories;

/**
 * Sentences of the interface that are told to be in the edition's language, whose characters do not stand one after
 * the other from the left, or that do not begin where the edition's lines do.
 */
async function misset(within: Locator): Promise<string[]> {
  await expect(within).toBeVisible();
  return within.evaluate((holder) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      const parent = node.parentElement;
      // One word reads the same either way; what only script hides, or is not shown, has no place.
      if (!/[a-z\d]\S* .*[a-z]/i.test(text) || !parent?.checkVisibility()) continue;
      if (parent.closest('[lang]')?.getAttribute('lang') !== 'en-GB') {
        found.push(`not in English: ${text}`);
      }
      const range = document.createRange();
      const boxOf = (at: number): DOMRect => {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect();
      };
      // Words of the edition stand in some sentences, and run their own way.
      const said = text.replace(/\u2068[^\u2069]*\u2069/g, (apart) => ' '.repeat(apart.length));
      const own = [...said].map((_, at) => at).filter((at) => /[\x21-\x7e·]/.test(said[at] ?? ''));
      for (const [nth, at] of own.entries()) {
        const before = own[nth - 1];
        if (before === undefined) continue;
        const [one, next] = [boxOf(before), boxOf(at)];
        const isNextLine = next.top > one.top + 4;
        if (isNextLine || next.left > one.left - 1) continue;
        found.push(`“${text.slice(before)}” runs back in: ${text}`);
        break;
      }
      const block = parent.closest('p, h1, h2, h3');
      if (block !== null && block.textContent === text) {
        const { right } = block.getBoundingClientRect();
        range.selectNodeContents(node);
        const edge = Math.max(...[...range.getClientRects()].map((line) => line.right));
        if (edge < right - 6) found.push(`stands at the left: ${text}`);
      }
    }
    return found;
  });
}

async function openOwn(page: Page, name: string): Promise<void> {
  await page.goto(linkTo(`/${name}`));
  await appStarted(page);
  await expect(page.getByText('Loading', { exact: true })).toHaveCount(0);
}

test('sentences of the interface run from the left, at the side where the edition begins', async ({
  page,
}) => {
  test.slow();
  await page.goto(linkTo(`/story/${slug}`));
  await workerReady(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved on this device, ')).toBeVisible();
  expect(await misset(page.getByRole('article'))).toEqual([]);
  expect(await misset(page.getByRole('contentinfo'))).toEqual([]);

  await openOwn(page, 'device');
  await expect(page.getByText(/^[\d.]+\s[kM]B in all\./)).toBeVisible();
  await expect(page.getByText('10 stories · ')).toBeVisible();
  expect(await misset(page.getByRole('main'))).toEqual([]);

  await openOwn(page, 'history');
  await expect(page.getByText(/^\d\d:\d\d · (Opened|Read)$/)).toBeVisible();
  expect(await misset(page.getByRole('main'))).toEqual([]);

  await openOwn(page, 'saved');
  await expect(page.getByText(/^1 story, all on this device · /)).toBeVisible();
  expect(await misset(page.getByRole('main'))).toEqual([]);
  const saved = page.getByRole('main').getByRole('heading', { name: headline });
  expect(await saved.evaluate((copy) => copy.closest('[lang]')?.getAttribute('lang'))).toBe('ar');
  await page.getByRole('button', { name: `Remove: ${headline}` }).click();
  await expect(page.getByText(`Removed: ${headline}`)).toBeVisible();
  expect(await misset(page.getByRole('main'))).toEqual([]);

  for (const address of ['/archive', '/nowhere']) {
    await page.goto(linkTo(address));
    await appStarted(page);
    expect(await misset(page.getByRole('main'))).toEqual([]);
  }
});

test('so they do in dialogs and in what is said of the line', async ({ page, context, host }) => {
  test.slow();
  await page.goto(linkTo(`/story/${slug}`));
  await workerReady(page);
  await page.goto('./');
  await settled(page);
  expect(await misset(page.getByRole('banner'))).toEqual([]);
  expect(await misset(page.getByRole('contentinfo'))).toEqual([]);
  await page.getByRole('button', { name: 'Take along' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Take along: العلوم' }).click();
  await expect(panel.getByText('العلوم: on this device')).toBeVisible();
  expect(await misset(panel)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Appearance' }).click();
  expect(await misset(page.getByRole('dialog'))).toEqual([]);
  await page.keyboard.press('Escape');

  await host.stop();
  await context.setOffline(true);
  await page.goto(linkTo(`/story/${slug}`));
  const notice = page.getByRole('status').filter({ hasText: 'You are reading this page as of' });
  expect(await misset(notice)).toEqual([]);
  await page.goto(linkTo('/story/not-there'));
  await expect(page.getByRole('heading', { level: 1, name: 'No connection' })).toBeVisible();
  expect(await misset(page.getByRole('main'))).toEqual([]);
});

test('an hour and its half of the day stand on one line', async ({ page }) => {
  await page.goto('./');
  const times = page.getByRole('region', { name: /^Latest/ }).getByRole('time');
  await expect(times.first()).toHaveText(/^\d\d:\d\d ص$/);
  const lines = await times.evaluateAll((all) =>
    all.map((time) => {
      const range = document.createRange();
      range.selectNodeContents(time);
      const [first, ...others] = range.getClientRects();
      return others.filter(({ top }) => top > (first?.bottom ?? 0) - 4).length;
    }),
  );
  expect(new Set(lines)).toEqual(new Set([0]));
});
