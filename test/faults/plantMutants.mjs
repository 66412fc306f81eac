import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutants } from './mutants.mjs';

const copied = [
  'src',
  'test',
  'public',
  'index.html',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
];
/** What a test may take to see a bug. Milliseconds. */
const patience = 300_000;

/**
 * Plants each bug in a copy of the project, runs what should see it, and takes it out again.
 * @param root folder of the project
 * @param wanted part of the name of those to plant; all without it
 * @returns whether each was seen
 */
export async function plantMutants(root, wanted = '') {
  const home = await mkdtemp(join(tmpdir(), 'lede-mutants-'));
  for (const name of copied) {
    const filter = (from) => !from.startsWith(join(root, 'test/results'));
    await cp(join(root, name), join(home, name), { recursive: true, filter });
  }
  // What a planted bug weighs is no matter.
  await writeFile(join(home, 'test/budgets.mjs'), '');
  await symlink(join(root, 'node_modules'), join(home, 'node_modules'));
  const chosen = mutants.filter(({ breaks }) => breaks.includes(wanted));
  let unseen = 0;
  for (const [index, mutant] of chosen.entries()) {
    const isSeen = await plant(home, mutant);
    if (!isSeen) unseen += 1;
    console.log(
      `${index + 1} of ${chosen.length} ${isSeen ? 'seen' : 'NOT SEEN'}: ${mutant.breaks}`,
    );
  }
  console.log(`${chosen.length - unseen} of ${chosen.length} planted bugs seen`);
  await rm(home, { recursive: true, force: true });
  return unseen === 0;
}

async function plant(home, { file, from, to, by, test, only, env }) {
  const path = join(home, file);
  const good = await readFile(path, 'utf8');
  if (good.split(from).length < 2) throw new Error(`${file} does not say: ${from}`);
  await writeFile(
    path,
    good.replace(from, () => to),
  );
  const filter = only === undefined ? [] : ['-g', only];
  if (by === 'journey') {
    const built = await run(home, 'npm', ['run', '-s', 'build']);
    if (built.code !== 0)
      throw new Error(`with “${to}” in ${file} nothing is built: ${built.said}`);
  }
  const journeys = ['playwright', 'test', '-c', 'test/journeys/playwright.config.ts', test];
  const tests = by === 'unit' ? ['vitest', 'run', test] : [...journeys, ...filter];
  const { said } = await run(home, 'npx', tests, env);
  await writeFile(path, good);
  // A test that failed, not a file that could not be run.
  return by === 'unit' ? /Tests.*\d+ failed/.test(said) : /^\s+\d+ failed$/m.test(said);
}

function run(home, command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...{ cwd: home, stdio: ['ignore', 'pipe', 'pipe'], timeout: patience },
      env: { ...process.env, LEDE_FAULTS: '3', NO_COLOR: '1', ...env },
    });
    const parts = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => parts.push(part));
    child.on('close', (code) => resolve({ code, said: Buffer.concat(parts).toString() }));
  });
}
