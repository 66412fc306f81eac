/**
 * How fast the reader is beside a page written by hand and a plain client-rendered one, all of the same edition, on an
 * emulated phone: `npm run bench -- [rounds] [folder of articles]`. Needs a build. Ratios are taken within a round.
 */
import { spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from '../../support/chromium.mjs';
import { measure } from './measure.mjs';
import { drawing, summarise, table } from './report.mjs';
import { makeTargets } from './targets.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(root, 'test/results/bench');
const count = Number(process.argv[2] ?? 5);
const sources = process.argv[3] ?? join(root, 'src/sample');

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const { targets, story } = await makeTargets(folder, sources);
const hosts = await Promise.all(targets.map((target) => serve(target.folder)));
const { path, flags } = await findChromium();
const browser = await chromium.launch({ executablePath: path, args: flags });
const rounds = [];
try {
  for (let round = 0; round < count; round++) {
    const results = {};
    const order = [...targets.keys()];
    for (const index of round % 2 === 0 ? order : order.toReversed()) {
      results[targets[index].name] = await measure(browser, hosts[index].origin, story);
    }
    rounds.push(Object.fromEntries(targets.map(({ name }) => [name, results[name]])));
    console.log(`round ${round + 1} of ${count}`);
  }
} finally {
  await browser.close();
  for (const { stop } of hosts) stop();
}
const rows = summarise(rounds);
console.log(table(rows));
await writeFile(join(folder, 'report.html'), drawing(rows));
await writeFile(join(folder, 'rounds.json'), JSON.stringify(rounds));
console.log(`drawn in ${join('test/results/bench', 'report.html')}`);

/** A folder behind `lede serve`, on a free port. */
function serve(published) {
  const lede = join(root, 'build/publisher/lede.js');
  const child = spawn(process.execPath, [lede, 'serve', published, '--port', '0', '--base', '/']);
  return new Promise((resolve, reject) => {
    let said = '';
    child.on('exit', () => reject(new Error(`lede serve ended: ${said}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
        const origin = /(http:\/\/[^\s/]+)\//.exec(said)?.[1];
        if (origin !== undefined) resolve({ origin, stop: () => child.kill() });
      });
    }
  });
}
