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
 * The same browser without what stands around a page, as a command and a package of Debian: a fresh reader with a small
 * page costs it 0.2 s of a processor, the whole browser 0.5 s.
 */
const lightChromium = 'chromium-headless-shell';

/**
 * A Chromium to test with: the one named by CHROMIUM_PATH, else an installed Chromium or Chrome, else Debian's when we
 * are root, else the npm package `@sparticuz/chromium`. Each choice is said through `log`.
 * @param options.wantsLight whether Debian's Chromium for pages alone is looked for too
 * @returns `light`: that one, when it is installed or we are root and can; never beside CHROMIUM_PATH. Undefined where
 *   there is none: `path` does all that it would
 * @throws when CHROMIUM_PATH names nothing that can be run, or when nothing is left to try
 */
export async function findChromium({
  env = process.env,
  log = console.log,
  machine = thisMachine(env),
  wantsLight = false,
} = {}) {
  const found = (file, from, light) => {
    log(`Chromium: ${file} (${from})`);
    if (light !== undefined) log(`Chromium: ${light} for what needs a page alone`);
    return { path: file, from, light };
  };

  if (env.CHROMIUM_PATH) {
    if (await machine.canRun(env.CHROMIUM_PATH)) return found(env.CHROMIUM_PATH, 'CHROMIUM_PATH');
    throw new Error(
      `CHROMIUM_PATH is ${env.CHROMIUM_PATH}, which is not a Chromium that starts. Mend it or unset it.`,
    );
  }

  const aptGet = await openAptGet(machine, log);
  const findBeside = () => (wantsLight ? findLight(machine, aptGet) : undefined);
  const installed = await firstThatRuns(machine);
  if (installed !== undefined) return found(installed, 'installed', await findBeside());

  if (aptGet !== undefined) {
    const isThere = await aptGet(debianPackages);
    const fresh = isThere ? await firstThatRuns(machine) : undefined;
    if (fresh !== undefined) {
      return found(fresh, 'installed just now by apt-get', await findBeside());
    }
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

async function findLight(machine, aptGet) {
  const there = await whichRuns(machine, lightChromium);
  if (there !== undefined || aptGet === undefined) return there;
  return (await aptGet([lightChromium])) ? whichRuns(machine, lightChromium) : undefined;
}

/** @returns how to install packages; undefined where we may not. Its promise is false when they did not come, which is said */
async function openAptGet(machine, log) {
  if (!machine.isRoot || !(await machine.canRun('apt-get'))) return undefined;
  let isUpdated = false;
  return async (packages) => {
    log(`Chromium: not installed; asking apt-get for ${packages.join(' and ')}`);
    isUpdated ||= await machine.run('apt-get', ['update']);
    const options = ['install', '--yes', '--no-install-recommends'];
    const isThere = isUpdated && (await machine.run('apt-get', [...options, ...packages]));
    if (!isThere) log('Chromium: apt-get brought none');
    return isThere;
  };
}

async function whichRuns(machine, command) {
  const file = await machine.which(command);
  return file !== undefined && (await machine.canRun(file)) ? file : undefined;
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
