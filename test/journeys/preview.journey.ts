import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { projectFolder } from '../support/projectFolder.ts';
import { findings } from './support/findings.ts';
import { expect, test as base } from './support/journey.ts';

const lede = path.join(projectFolder, 'build/publisher/lede.js');

interface Desk {
  address: string;
  save: (file: string, text: string) => Promise<void>;
}

/** Journeys of an editor who writes in one window and looks at the preview in the other. */
const test = base.extend<{ desk: Desk }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from this pattern which fixtures are wanted
  desk: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'lede-desk-'));
    const save: Desk['save'] = (file, text) => writeFile(path.join(folder, file), text);
    await save('lede.json', '{ "name": "The Desk", "url": "https://example.org" }');
    await save('moon.md', '# The Moon is leaving\n\nAs fast as a fingernail grows.');
    const { child, address } = await startPreview(folder);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    try {
      await use({ address, save });
    } finally {
      child.kill('SIGINT');
    }
    expect(await ended).toBe(0);
    await rm(folder, { recursive: true });
  },
  baseURL: async ({ desk }, use) => {
    await use(desk.address);
  },
});

function startPreview(folder: string): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [lede, 'preview', folder, '--port', '0', '--no-pictures'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: folder },
  });
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const address = /http:\/\/localhost\S+/.exec(said)?.[0];
      if (address !== undefined) resolve({ child, address });
    });
    child.once('exit', (code) => reject(new Error(`lede preview ended with ${code}: ${said}`)));
  });
}

const panelOf = (page: Page) => page.getByRole('region', { name: /to mend/ });
const bad = '{\n  "headline": "Tides",\n  "published": "yesterday",\n  "body": "Twice."\n}';
const good = bad.replace('"yesterday"', '"2025-12-17T05:10:00+00:00"');

test('shows a story as it is saved, without a hand on the browser', async ({ page, desk }) => {
  await page.goto('./story/moon');
  await desk.save('moon.md', '# The Moon stays\n\nFor now.');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Moon stays');
});

test('marks a draft as one', async ({ page, desk }) => {
  await page.goto('./');
  await desk.save('tides.md', '---\nheadline: Tides\ndraft: true\n---\n\nTwice a day.');
  await page.getByRole('link', { name: 'Tides' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tides');
  const marks = page.getByRole('main').getByText('Draft', { exact: true });
  await expect(marks.filter({ visible: true })).toHaveCount(1);
});

test('says on the page what is wrong with a file, and keeps quiet once it is mended', async ({
  page,
  desk,
}) => {
  await page.goto('./');
  await desk.save('tides.json', bad);
  const panel = panelOf(page);
  await expect(panel).toContainText('tides.json:3:16');
  await expect(panel).toContainText('published');
  await expect(panel).toContainText('got "yesterday"');
  await expect(panel).toContainText('write it as 2025-12-17T05:10:00+00:00');
  await expect(page.getByRole('link', { name: 'The Moon is leaving' }).first()).toBeVisible();
  await desk.save('tides.json', good);
  await expect(panel).toBeHidden();
  await expect(page.getByRole('link', { name: 'Tides' }).first()).toBeVisible();
});

test('can be hidden with the keyboard, and comes back for another fault only', async ({
  page,
  desk,
}) => {
  await page.goto('./');
  await desk.save('tides.json', bad);
  // Not the fault of a file that is only half written yet.
  await expect(panelOf(page)).toContainText('got "yesterday"');
  await page.getByRole('button', { name: 'Hide' }).focus();
  await page.keyboard.press('Escape');
  await expect(panelOf(page)).toBeHidden();
  await expect(page.getByRole('button', { name: '1 thing to mend' })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('button', { name: '1 thing to mend' })).toBeVisible();
  await expect(panelOf(page)).toBeHidden();
  await page.getByRole('button', { name: '1 thing to mend' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Hide' })).toBeFocused();
  await page.keyboard.press('Escape');
  await desk.save('tides.json', '{ "headline": 3 }');
  await expect(panelOf(page)).toContainText('expected text, got a number');
});

test('lets no name or word of a file become markup', async ({ page, desk }) => {
  await page.goto('./');
  await desk.save('<img src=x onerror=alert(1)>.json', '{ "headline": "<b>x</b>", "body": 7 }');
  await expect(panelOf(page)).toContainText('<img src=x onerror=alert(1)>.json:1:');
  await expect(panelOf(page).locator('img')).toHaveCount(0);
});

for (const width of [390, 1440]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in the panel, ${colorScheme}, ${width} pixels`, async ({
      page,
      desk,
    }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await desk.save('tides.json', bad);
      await page.goto('./');
      await panelOf(page).waitFor();
      expect(await findings(page)).toEqual([]);
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth).toBe(clientWidth);
      await page.getByRole('button', { name: 'Hide' }).click();
      expect(await findings(page)).toEqual([]);
    });
  }
}
