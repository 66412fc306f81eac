/**
 * Every point at which something can fail: `npm run test:faults`, after a build; `npm test` tries a few of them. What was
 * walked over this build is written down: broken off, it goes on where it was, and what was wrong is walked again. An
 * argument names some: `mutants`, `publisher`, `brokenRequests`, `killed`, `soak`; what follows goes to the runner, such as
 * `npm run test:faults -- brokenRequests -g "take along.*captive"`. `LEDE_LANES` says how many walks go side by side.
 */
import { spawn } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { plantMutants } from './faults/plantMutants.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const runner = (name) => fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));
/** Journeys that are walked whole here. */
const journeys = ['brokenRequests', 'killed', 'soak'];

const given = process.argv.slice(2);
const firstOption = given.findIndex((one) => one.startsWith('-'));
const names = firstOption === -1 ? given : given.slice(0, firstOption);
const options = firstOption === -1 ? [] : given.slice(firstOption);
const wantedJourneys = journeys.filter((name) => names.length === 0 || names.includes(name));
const wantedFiles = names.filter((name) => name !== 'mutants' && !journeys.includes(name));

let isWell = true;
if (names.length === 0 || names.includes('mutants')) isWell = await plantMutants(root);
if (names.length === 0 || wantedFiles.length > 0) {
  const areWell = await run('vitest/vitest.mjs', [
    ...['run', '--config', 'test/faults/vitest.config.ts'],
    ...wantedFiles,
  ]);
  isWell &&= areWell;
}
if (wantedJourneys.length > 0) {
  const config = ['test', '-c', 'test/journeys/playwright.config.ts'];
  const files = wantedJourneys.map((name) => `${name}.journey`);
  const began = { at: Date.now(), walks: (await readBook()).made };
  const timer = setInterval(() => void tellProgress(began), 20_000);
  const areWell = await run('@playwright/test/cli.js', [...config, ...files, ...options]);
  clearInterval(timer);
  isWell &&= areWell;
  const { made, met, red } = await readBook();
  console.log(`${made} ways to break a journey tried, ${met} met, ${red.length} wrong`);
  for (const one of red) console.log(`  ${one}`);
}
process.exitCode = isWell ? 0 : 1;

function run(program, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [runner(program), ...args], {
      cwd: root,
      env: { ...process.env, LEDE_FAULTS: 'all' },
      stdio: 'inherit',
    });
    child.on('close', (code) => resolve(code === 0));
  });
}

/** How far it is, and how long it still takes at the pace so far. */
async function tellProgress(began) {
  const { made, total, red } = await readBook();
  const now = made - began.walks;
  if (now <= 0) return;
  const minutes = Math.ceil((((Date.now() - began.at) / now) * (total - made)) / 60_000);
  console.log(`${made} of ${total} walks made, ${red.length} wrong, ${minutes} minutes left`);
}

/** What is written down of the walks over the build at hand, see WalkBook.ts. */
async function readBook() {
  const folder = `${root}test/results/walks/`;
  const books = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    books.map(async (name) => ({ name, at: (await stat(folder + name)).mtimeMs })),
  );
  const newest = files.toSorted((one, other) => other.at - one.at)[0];
  const text = newest === undefined ? '' : await readFile(folder + newest.name, 'utf8');
  const lines = text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
  const points = new Map(
    lines.flatMap((line) => (line.points ? [[line.journey, line.points.length]] : [])),
  );
  const walks = new Map(
    lines.flatMap((line) => (line.walk ? [[`${line.journey}: ${line.walk}`, line.wrong]] : [])),
  );
  return {
    made: walks.size,
    met: [...walks.values()].filter((wrong) => wrong !== null).length,
    // Each request in sixteen ways, once and from there on.
    total: [...points.values()].reduce((sum, count) => sum + count * 32, 0),
    red: [...walks].flatMap(([name, wrong]) => (wrong ?? []).map((one) => `${name}: ${one}`)),
  };
}
