/**
 * Every point at which something can fail: `npm run test:faults`, after a build; `npm test` tries a few of them. What was
 * walked over this build is written down: broken off, it goes on where it was, and what was wrong is walked again. An
 * argument names some: `mutants`, `publisher`, `brokenRequests`, `killed`, `soak`; what follows goes to the runner, such as
 * `npm run test:faults -- brokenRequests -g "take along"`. `LEDE_LANES` says how many walks go side by side, and
 * `LEDE_FAULTS=every` breaks each request in every way, also those that are alike.
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
  const { made, total, requests, kinds, unmet, brokenOff, red } = await readBook();
  console.log(
    `${requests} requests of ${kinds} kinds in three journeys; of each kind one with every fault`,
  );
  console.log(
    `${made} of ${total} walks: ${made - unmet - brokenOff.length - red.length} well, ${red.length} wrong, ` +
      `${brokenOff.length} broken off, ${unmet} that never came to their request`,
  );
  for (const one of [...red, ...brokenOff]) console.log(`  ${one}`);
}
process.exitCode = isWell ? 0 : 1;

function run(program, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [runner(program), ...args], {
      cwd: root,
      env: { LEDE_FAULTS: 'all', ...process.env },
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
  const planned = new Map(lines.flatMap((line) => (line.planned ? [[line.journey, line]] : [])));
  const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
  const walks = new Map(
    lines.flatMap((line) => (line.walk ? [[`${line.journey}: ${line.walk}`, line.wrong]] : [])),
  );
  const wrongs = [...walks].filter(([, wrong]) => wrong?.length > 0);
  const isBrokenOff = ([, [first]]) => first.startsWith('broke off');
  const say = ([name, wrong]) => `${name}: ${wrong.join('; ')}`;
  return {
    made: walks.size,
    total: sum([...planned.values()].map((line) => line.planned)),
    kinds: sum([...planned.values()].map((line) => line.kinds)),
    requests: sum(lines.flatMap((line) => (line.points ? [line.points.length] : []))),
    unmet: [...walks.values()].filter((wrong) => wrong === null).length,
    brokenOff: wrongs.filter(isBrokenOff).map(say),
    red: wrongs.filter((one) => !isBrokenOff(one)).map(say),
  };
}
