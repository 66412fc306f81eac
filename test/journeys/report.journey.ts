import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { projectFolder } from '../support/projectFolder.ts';
import { findings } from './support/findings.ts';
import { expect, test } from './support/journey.ts';

let folder: string;

// The report of the sample and of a folder where much is wrong, as it opens from the disk.
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lede-report-'));
  const wrong = path.join(folder, 'wrong');
  await mkdir(wrong);
  await writeFile(path.join(wrong, 'week.json'), '[{ "headline": 3 }, { "headlin": "x" }, {}]');
  await writeFile(path.join(wrong, 'broken.json'), '{ "headline": "<script>alert(1)</script>", }');
  await writeFile(path.join(wrong, 'draft.md'), '---\nheadline: Later\ndraft: true\n---\nText.');
  const lede = path.join(projectFolder, 'build/publisher/lede.js');
  const sources = [path.join(projectFolder, 'src/sample'), wrong];
  const options = ['--out', path.join(folder, 'dist'), '--report', '--no-pictures'];
  await promisify(execFile)(process.execPath, [lede, 'publish', ...sources, ...options]);
});

test.afterAll(() => rm(folder, { recursive: true }));

const addressOf = (): string => pathToFileURL(path.join(folder, '.lede/dist/report.html')).href;

test('tells what went in, what was refused and how to mend it, and how stories relate', async ({
  page,
}) => {
  await page.goto(addressOf());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lede');
  const refused = page.getByRole('table', { name: 'Refused' });
  await expect(refused.getByRole('row').filter({ hasText: 'broken.json' })).toContainText('1');
  await expect(refused).toContainText('write the headline in double quotes');
  await expect(page.getByRole('table', { name: 'Held back' })).toContainText(
    'held back as a draft',
  );
  await expect(page.getByRole('heading', { name: 'How stories relate' })).toBeVisible();
  await expect(page.locator('script')).toHaveCount(0);
});

for (const width of [390, 1440]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in the report, ${colorScheme}, ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      await page.goto(addressOf());
      for (const closed of await page.locator('details > summary').all()) await closed.click();
      expect(await findings(page)).toEqual([]);
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth).toBe(clientWidth);
    });
  }
}
