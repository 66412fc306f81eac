import { chromium } from '@playwright/test';
import { expect, it } from 'vitest';
import { chromiumFlags, findChromium, type Machine } from '../support/chromium.mjs';

/** A machine on which exactly these programs start; apt-get brings what it is asked for. */
function machineWith(programs: string[], more: Partial<Machine> = {}) {
  const runs = new Set(programs);
  const asked: string[] = [];
  const machine: Machine = {
    platform: 'linux',
    isRoot: false,
    which: (command) => Promise.resolve(runs.has(command) ? `/usr/bin/${command}` : undefined),
    canRun: (file) => Promise.resolve(runs.has(file.replace('/usr/bin/', ''))),
    run: (command, args) => {
      asked.push([command, ...args].join(' '));
      for (const one of args) runs.add(one);
      return Promise.resolve(true);
    },
    unpack: () => Promise.resolve('/tmp/packed'),
    ...more,
  };
  return { machine, asked };
}

async function find(machine: Machine, env: Record<string, string> = {}, wantsLight = true) {
  const said: string[] = [];
  const log = (sentence: string) => said.push(sentence);
  const found = await findChromium({ env, machine, log, wantsLight });
  return { ...found, said: said.join('\n') };
}

it('takes the one that CHROMIUM_PATH names before an installed one, and says so', async () => {
  const { machine } = machineWith(['/opt/mine', 'chromium']);
  const { path, said } = await find(machine, { CHROMIUM_PATH: '/opt/mine' });
  expect(path).toBe('/opt/mine');
  expect(said).toBe('Chromium: /opt/mine (CHROMIUM_PATH)');
});

it('stops when CHROMIUM_PATH names nothing that starts, instead of taking another', async () => {
  const { machine } = machineWith(['chromium']);
  await expect(find(machine, { CHROMIUM_PATH: '/opt/gone' })).rejects.toThrow(
    'CHROMIUM_PATH is /opt/gone',
  );
});

it('takes an installed Chromium before an installed Chrome', async () => {
  const { machine } = machineWith(['google-chrome', 'chromium']);
  expect(await find(machine)).toMatchObject({ path: '/usr/bin/chromium', from: 'installed' });
});

it('names the light one beside it where that is installed', async () => {
  const { machine, asked } = machineWith(['chromium', 'chromium-headless-shell', 'apt-get'], {
    isRoot: true,
  });
  const { light, said } = await find(machine);
  expect(light).toBe('/usr/bin/chromium-headless-shell');
  expect(said).toContain('Chromium: /usr/bin/chromium-headless-shell for what needs a page alone');
  expect(asked).toEqual([]);
});

it('asks for the light one when it is root, and does without where there is none', async () => {
  const { machine, asked } = machineWith(['chromium', 'apt-get'], { isRoot: true });
  expect((await find(machine)).light).toBe('/usr/bin/chromium-headless-shell');
  expect(asked).toEqual([
    'apt-get update',
    'apt-get install --yes --no-install-recommends chromium-headless-shell',
  ]);
  const run = (_: string, args: string[]) => Promise.resolve(args[0] === 'update');
  const without = machineWith(['chromium', 'apt-get'], { isRoot: true, run });
  const { path, light, said } = await find(without.machine);
  expect({ path, light }).toEqual({ path: '/usr/bin/chromium', light: undefined });
  expect(said).toContain('apt-get brought none');
});

it('leaves the machine as it is where no light one is wanted', async () => {
  const { machine, asked } = machineWith(['chromium', 'apt-get'], { isRoot: true });
  expect((await find(machine, {}, false)).light).toBeUndefined();
  expect(asked).toEqual([]);
});

it('takes nothing beside the one that CHROMIUM_PATH names', async () => {
  const { machine } = machineWith(['/opt/mine', 'chromium-headless-shell']);
  expect((await find(machine, { CHROMIUM_PATH: '/opt/mine' })).light).toBeUndefined();
});

it('passes by a stub that does not start', async () => {
  const { machine } = machineWith(['google-chrome-stable'], {
    which: (command) => Promise.resolve(`/usr/bin/${command}`),
  });
  expect((await find(machine)).path).toBe('/usr/bin/google-chrome-stable');
});

it('finds Chrome among the applications of a Mac', async () => {
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const { machine } = machineWith([chrome], { platform: 'darwin' });
  expect((await find(machine)).path).toBe(chrome);
});

it("asks for Debian's when it is root and none is there, and says what it does", async () => {
  const { machine, asked } = machineWith(['apt-get'], { isRoot: true });
  const { path, said } = await find(machine);
  expect(path).toBe('/usr/bin/chromium');
  expect(asked).toEqual([
    'apt-get update',
    'apt-get install --yes --no-install-recommends chromium fonts-liberation',
    'apt-get install --yes --no-install-recommends chromium-headless-shell',
  ]);
  expect(said).toContain('not installed; asking apt-get for chromium and fonts-liberation');
});

it('leaves the machine alone when it is not root, and unpacks the npm package', async () => {
  const { machine, asked } = machineWith(['apt-get', '/tmp/packed']);
  const { path, from } = await find(machine);
  expect({ path, from }).toEqual({
    path: '/tmp/packed',
    from: 'the npm package @sparticuz/chromium',
  });
  expect(asked).toEqual([]);
});

it('unpacks the npm package when apt-get fails', async () => {
  const { machine } = machineWith(['apt-get', '/tmp/packed'], {
    isRoot: true,
    run: () => Promise.resolve(false),
  });
  const { path, said } = await find(machine);
  expect(path).toBe('/tmp/packed');
  expect(said).toContain('apt-get brought none');
});

it('says what to do when nothing starts', async () => {
  const { machine } = machineWith([]);
  await expect(find(machine)).rejects.toThrow('Install Chromium or Chrome');
});

/** What a command line switches off, by the list that Chromium heeds: the last. */
function switchedOff(line: string): string[] {
  const lists = [...line.matchAll(/--disable-features=([\w,]+)/g)];
  return lists.at(-1)?.[1]?.split(',') ?? [];
}

it('switches off all that Playwright does, whose own list goes unheard', async () => {
  // Node takes none of these words, so that it ends at once and Playwright tells what it was given.
  const said = await chromium.launch({ executablePath: process.execPath }).then(
    () => '',
    (error: unknown) => String(error),
  );
  const playwrights = switchedOff(said);
  expect(playwrights).toContain('PaintHolding');
  expect(switchedOff(chromiumFlags.join(' '))).toEqual(expect.arrayContaining(playwrights));
});
