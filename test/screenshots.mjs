/**
 * Pictures of every page kind of the sample edition, at three widths, light and dark: `npm run screenshots` puts them in
 * test/results/screenshots. `npm run screenshots -- --readme` makes the two of the README, in test/screenshots.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findChromium } from './support/chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { readme: { type: 'boolean', default: false } } });
const { path } = await findChromium();
const config = 'test/screenshots/playwright.config.ts';
const project = values.readme ? 'readme' : 'pages';

for (const command of [
  ['npm', 'run', '--silent', 'build'],
  ['npx', '--no-install', 'playwright', 'test', '-c', config, '--project', project],
]) {
  const { status } = spawnSync(command[0], command.slice(1), {
    cwd: root,
    env: { ...process.env, CHROMIUM_PATH: path },
    shell: process.platform === 'win32',
    stdio: 'inherit',
  });
  if (status !== 0) {
    process.exitCode = 1;
    break;
  }
}
