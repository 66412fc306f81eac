import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { randomNumbers } from '../publisher/wire/randomNumbers.ts';
import { chromiumFlags } from '../support/chromium.mjs';
import { expect, test } from './support/walk/ground.ts';
import { stories } from './support/walk/walkEdition.ts';

/** How often the browser is killed; `npm run test:faults` does it fifty times. */
const kills = process.env['LEDE_FAULTS'] === 'all' ? 50 : 3;
/** A save takes about so long, milliseconds: the kill falls before, into or after it. */
const longest = 400;

test('a browser that is killed while a story is saved has it whole, or not at all', async ({
  walked: { host, next },
}, testInfo) => {
  test.setTimeout(60_000 + kills * 20_000);
  host.breakWith();
  host.publish(next);
  const profile = await mkdtemp(path.join(tmpdir(), 'lede-killed-'));
  const random = randomNumbers(7);
  const count = { whole: 0, none: 0 };
  const slugs = [stories.lead, stories.near, stories.far];
  for (let kill = 0; kill < kills; kill += 1) {
    const slug = slugs[kill % slugs.length] ?? '';
    const first = await openBrowser(profile);
    await first.page.goto(`${host.address}story/${slug}`);
    const button = first.page.getByRole('button', { name: /^Saved?$/ });
    await button.waitFor();
    // What an earlier round kept is taken out first.
    if ((await button.getAttribute('aria-pressed')) === 'true') {
      await button.click();
      await first.page.getByText('Removed from your saved stories.').waitFor();
    }
    await first.page.evaluate(() => {
      const found = [...document.querySelectorAll('button')];
      found.find(({ textContent }) => textContent?.trim() === 'Save')?.click();
    });
    await wait(random() * longest);
    await first.kill();

    const again = await openBrowser(profile);
    await again.page.goto(`${host.address}saved`);
    const list = again.page.getByRole('main');
    await expect(list.getByText(/Nothing here yet|all on this device/)).toBeVisible();
    const kept = await storedOf(again.page);
    expect(kept.saved, `kill ${kill}`).toEqual(kept.copies);
    count[kept.saved.includes(slug) ? 'whole' : 'none'] += 1;
    await again.kill();
  }
  testInfo.annotations.push({
    type: 'walked',
    description: `${kills} kills: ${count.whole} whole, ${count.none} not there`,
  });
  console.log(`killed ${kills} times while saving: ${count.whole} whole, ${count.none} not there`);
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** The slugs in the list, and those of copies that are whole. */
function storedOf(page: Page): Promise<{ saved: string[]; copies: string[] }> {
  return page.evaluate(async () => {
    const [found] = await indexedDB.databases();
    const opening = indexedDB.open(found?.name ?? '');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const database = opening.result;
    const read = async (name: string): Promise<Record<string, unknown>[]> => {
      const asking = database.transaction([name]).objectStore(name).getAll();
      await new Promise((resolve) => asking.addEventListener('success', resolve));
      return asking.result as Record<string, unknown>[];
    };
    const saved = (await read('saved')).map(({ slug }) => String(slug));
    const copies = (await read('copies')).flatMap(({ slug, story }) =>
      JSON.stringify(story).includes(`So ends ${String(slug)}.`) ? [String(slug)] : [],
    );
    database.close();
    return { saved, copies };
  });
}

/** A browser of its own process, over a profile that outlives it. */
async function openBrowser(profile: string): Promise<{ page: Page; kill: () => Promise<void> }> {
  const flags = [...chromiumFlags, '--headless', '--no-sandbox', '--remote-debugging-port=0'];
  const file = process.env['CHROMIUM_PATH'] ?? '';
  const child = spawn(file, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const browser = await chromium.connectOverCDP(await addressOf(child));
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('the browser came without a context');
  return {
    page: await context.newPage(),
    kill: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      await browser.close().catch(() => undefined);
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`the browser ended: ${said}`)));
  });
}
