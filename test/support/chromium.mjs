import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';

/**
 * Pages of its own that Chromium opens with every window, for what falls down from an address bar that nobody sees here:
 * they took a processor three times as long as opening the window with a small page in it (1.8 s and 0.6 s).
 */
const barPages = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

/** What Playwright switches off. Of two such lists Chromium heeds the last, ours, so that it has to name these too. */
const offForPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

/**
 * How every Chromium of the tests is started: without what a machine may lack (a sandbox for root, a graphics card) and
 * without talking to its maker.
 */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...offForPlaywright, ...barPages].join(',')}`,
];

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const programs = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [
    String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files\Chromium\Application\chrome.exe`,
  ],
};
/** A browser without recommended packages brings no font with Latin letters. */
const debianPackages = ['chromium', 'fonts-liberation'];

/**
 * A Chromium to test with: the one named by CHROMIUM_PATH, else an installed Chromium or Chrome, else Debian's when we
 * are root, else the npm package `@sparticuz/chromium`. Each choice is said through `log`.
 * @throws when CHROMIUM_PATH names nothing that can be run, or when nothing is left to try
 */
export async function findChromium({
  env = process.env,
  log = console.log,
  machine = thisMachine(env),
} = {}) {
  const found = (file, from) => {
    log(`Chromium: ${file} (${from})`);
    return { path: file, from };
  };

  if (env.CHROMIUM_PATH) {
    if (await machine.canRun(env.CHROMIUM_PATH)) return found(env.CHROMIUM_PATH, 'CHROMIUM_PATH');
    throw new Error(
      `CHROMIUM_PATH is ${env.CHROMIUM_PATH}, which is not a Chromium that starts. Mend it or unset it.`,
    );
  }

  const installed = await firstThatRuns(machine);
  if (installed !== undefined) return found(installed, 'installed');

  if (machine.isRoot && (await machine.canRun('apt-get'))) {
    log(`Chromium: none installed; asking apt-get for ${debianPackages.join(' and ')}`);
    const isThere =
      (await machine.run('apt-get', ['update'])) &&
      (await machine.run('apt-get', [
        ...['install', '--yes', '--no-install-recommends'],
        ...debianPackages,
      ]));
    const fresh = isThere ? await firstThatRuns(machine) : undefined;
    if (fresh !== undefined) return found(fresh, 'installed just now by apt-get');
    log('Chromium: apt-get brought none');
  }

  const packed = await machine.unpack();
  if (packed !== undefined && (await machine.canRun(packed))) {
    return found(packed, 'the npm package @sparticuz/chromium');
  }
  throw new Error(
    'No Chromium: none is installed, apt-get brought none, and the packed one does not start here. ' +
      'Install Chromium or Chrome, or name one with CHROMIUM_PATH.',
  );
}

async function firstThatRuns(machine) {
  for (const file of [...commands.map(machine.which), ...(programs[machine.platform] ?? [])]) {
    const candidate = await file;
    if (candidate !== undefined && (await machine.canRun(candidate))) return candidate;
  }
  return undefined;
}

/** The machine we are on. The tests hand in others. */
function thisMachine(env) {
  const run = (command, args) =>
    new Promise((resolve) => {
      const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 2 ** 26 };
      execFile(command, args, options, (error) => resolve(error === null));
    });
  return {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    run,
    /** Ubuntu's `chromium-browser` may be a stub that only says where to get one, hence the question. */
    async canRun(file) {
      // Chrome on Windows answers this question by opening a window.
      if (process.platform === 'win32') return isExecutable(file);
      return run(file, ['--version']);
    },
    async which(command) {
      for (const folder of (env.PATH ?? '').split(path.delimiter)) {
        const file = path.join(folder, command);
        if (folder !== '' && (await isExecutable(file))) return file;
      }
      return undefined;
    },
    async unpack() {
      try {
        const { default: packed } = await import('@sparticuz/chromium');
        return await packed.executablePath();
      } catch {
        return undefined;
      }
    },
  };
}

async function isExecutable(file) {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
