import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags } from '../support/chromium.mjs';
import { watch } from './support/journey.ts';
import { workerReady } from './support/offline.ts';
import { appStarted } from './support/reading.ts';
import { expect, test } from './support/walk/ground.ts';
import { look, open } from './support/walk/look.ts';
import { stories } from './support/walk/walkEdition.ts';

const lead = `/story/${stories.lead}`;
const near = `/story/${stories.near}`;

test.beforeEach(({ walked: { host, next } }) => {
  host.breakWith();
  host.publish(next);
});

const blocked: Record<string, () => void> = {
  'is missing': () => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  },
  throws: () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  },
  'never answers': () => {
    const real = IDBFactory.prototype.open.bind(indexedDB);
    IDBFactory.prototype.open = () => {
      const request = real('somewhere else');
      request.addEventListener = () => undefined;
      return request;
    };
  },
};

for (const [how, block] of Object.entries(blocked)) {
  test(`where IndexedDB ${how} stories are read and kept for offline, and what is off is said once`, async ({
    page,
    walked,
  }) => {
    test.slow();
    const { host } = walked;
    await page.addInitScript(block);
    await open(page, '/');
    await workerReady(page);
    expect(await open(page, near)).toMatchObject({ kind: 'story', slug: stories.near });
    await expect(page.getByText('Saving is off:')).toHaveCount(1);
    await host.quiet();
    await open(page, lead);
    await appStarted(page);
    await host.quiet();
    await page.waitForTimeout(500);
    await expect(page.getByText('Saving is off:')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
    await host.stop();
    expect(await open(page, near)).toMatchObject({ kind: 'story', slug: stories.near });
    await host.resume();
  });
}

test('a reader whose browser keeps nothing of this site reads on, and is told once', async ({
  walked: { host },
}) => {
  const profile = await mkdtemp(path.join(tmpdir(), 'lede-blocked-'));
  await mkdir(path.join(profile, 'Default'));
  // The browser's own setting for “block all site data”.
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  await writeFile(path.join(profile, 'Default/Preferences'), JSON.stringify(settings));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM_PATH'] ?? '',
    args: chromiumFlags,
    baseURL: host.address,
  });
  const faults = watch(context, host.address, true);
  const page = await context.newPage();
  expect(await open(page, '/')).toEqual({ kind: 'front' });
  expect(await open(page, near)).toMatchObject({ kind: 'story', slug: stories.near });
  await expect(page.getByText('Saving is off:')).toHaveCount(1);
  await page.locator(`main a[href$="${lead}"]`).first().click();
  await expect.poll(() => look(page)).toMatchObject({ kind: 'story', slug: stories.lead });
  await appStarted(page);
  await page.waitForTimeout(500);
  // The page that was left is still in the document, out of sight.
  await expect(page.getByText('Saving is off:').filter({ visible: true })).toHaveCount(0);
  expect(faults).toEqual([]);
  await context.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});
