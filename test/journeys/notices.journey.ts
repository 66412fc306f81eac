import type { Page } from '@playwright/test';
import { storyAddress } from '../../src/model/address.ts';
import type { Fault } from '../support/faults.ts';
import type { FaultyHost } from '../support/faultyHost.ts';
import { linkTo, quietStory } from './support/pageKinds.ts';
import { expect, heldAddresses, test, workerReady } from './support/offline.ts';
import { settled } from './support/reading.ts';

const noticeOf = (page: Page) => page.locator('output[data-at="foot"]');
const main = (page: Page) => page.locator('#main');

/** What a browser does when it hears of a change: the app asks how the line is. */
const hint = (page: Page): Promise<boolean> =>
  page.evaluate(() => dispatchEvent(new Event('online')));

/** Opens a page over a host that then no longer answers. */
async function openAndStop(page: Page, host: FaultyHost, address = '/'): Promise<void> {
  await page.goto(linkTo(address));
  await settled(page);
  await workerReady(page);
  await host.quiet();
  await host.stop();
  await hint(page);
  await expect(noticeOf(page)).toContainText('No connection.');
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 664 } });

  for (const kind of ['front', 'story'] as const) {
    test(`nothing of a ${kind} that gets the focus is covered by what stands at the foot`, async ({
      page,
      host,
      edition,
    }) => {
      test.slow();
      const address = kind === 'front' ? '/' : storyAddress(edition.front.lead?.trail.slug ?? '');
      await openAndStop(page, host, address);
      const covered: string[] = [];
      let seen = 0;
      for (const key of ['Tab', 'Shift+Tab']) {
        await main(page).focus();
        for (let press = 0; press < 200; press++) {
          await page.keyboard.press(key);
          const found = await page.evaluate(() => {
            const focused = document.activeElement;
            const foot = document.querySelector('output[data-at="foot"]');
            if (focused === null || foot === null || focused === document.body) return 'end';
            const { height, bottom } = focused.getBoundingClientRect();
            if (foot.contains(focused) || height === 0) return undefined;
            const hidden = Math.round(bottom - foot.getBoundingClientRect().top);
            return hidden > 0 ? `${focused.textContent}: ${hidden} of ${height}` : '';
          });
          if (found === 'end') break;
          if (found === undefined) continue;
          seen += 1;
          if (found !== '') covered.push(found);
        }
      }
      expect(seen).toBeGreaterThan(30);
      expect(covered).toEqual([]);
    });
  }
});

test('what is said of the line is put away until the line is another', async ({
  page,
  host,
  edition,
}) => {
  const story = quietStory(edition);
  await openAndStop(page, host);
  await page.getByRole('button', { name: 'Keep reading' }).press('Enter');
  await expect(noticeOf(page)).toBeEmpty();
  await expect(main(page)).toBeFocused();

  // Over a page that says for itself that it is not here, which has a frame of its own.
  const link = page.getByRole('main').getByRole('link', { name: story.headline }).last();
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'No connection' })).toBeVisible();
  await page.goBack();
  await hint(page);
  await expect(link).toBeVisible();
  await page.waitForTimeout(500);
  await expect(noticeOf(page)).toBeEmpty();

  host.breakWith(() => ({ kind: 'status', status: 503 }));
  await host.resume();
  await hint(page);
  await expect(noticeOf(page)).toContainText('The place this edition is kept at is in trouble.');
  await host.stop();
  await hint(page);
  await expect(noticeOf(page)).toContainText('No connection.');
});

test('a notice that goes by itself hands the focus to the page', async ({ page, host }) => {
  await openAndStop(page, host);
  await page.getByRole('link', { name: 'What is here' }).last().focus();
  await host.resume();
  await hint(page);
  await expect(noticeOf(page)).toBeEmpty();
  await expect(main(page)).toBeFocused();
});

const faults: { name: string; fault: Fault; says: string }[] = [
  {
    name: 'a host that does not answer in time',
    fault: { kind: 'hang' },
    says: 'The line is weak.',
  },
  {
    name: 'a host in trouble',
    fault: { kind: 'status', status: 503 },
    says: 'The place this edition is kept at is in trouble.',
  },
  {
    name: 'a network with a page of its own',
    fault: { kind: 'captive' },
    says: 'This network wants you to sign in.',
  },
  {
    name: 'a network that leads elsewhere',
    fault: { kind: 'redirect', to: '/login' },
    says: 'This network wants you to sign in.',
  },
];

for (const { name, fault, says } of faults) {
  test(`of ${name} a reader is told in words, on a page that stays`, async ({
    page,
    host,
    edition,
  }) => {
    const { headline = '' } = edition.front.lead?.trail ?? {};
    await page.goto('./');
    await settled(page);
    await workerReady(page);
    await host.quiet();
    host.breakWith(() => fault);
    await hint(page);
    await expect(noticeOf(page)).toContainText(says);
    await expect(page.getByRole('heading', { name: headline })).toBeVisible();
    const signIn = page.getByRole('link', { name: 'Sign in' });
    await expect(signIn).toHaveCount(says.includes('sign in') ? 1 : 0);

    host.breakWith();
    await hint(page);
    await expect(noticeOf(page)).toBeEmpty();
  });
}

test('signing in to the network leads past what is kept here, and then back to the edition', async ({
  page,
  host,
}) => {
  await page.goto('./');
  await settled(page);
  await workerReady(page);
  await expect.poll(() => heldAddresses(page)).toContain('/index.json');
  await host.quiet();
  host.breakWith(() => ({ kind: 'captive' }));
  await hint(page);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome to the train' })).toBeVisible();

  host.breakWith();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Lede' })).toBeVisible();
  await settled(page);
  await expect(noticeOf(page)).toBeEmpty();
});
