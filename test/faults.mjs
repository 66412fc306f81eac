/**
 * Every point at which something can fail: `npm run test:faults`, after a build. Takes hours; `npm test` tries a few of
 * them. An argument names some: `publisher`, `brokenRequests`, `killed`, `soak`; what follows goes to the runner, such as
 * `npm run test:faults -- brokenRequests -g "take along.*captive"`.
 */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const runner = (name) => fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));
/** Journeys that are walked whole here. */
const journeys = ['brokenRequests', 'killed', 'soak'];

const given = process.argv.slice(2);
const firstOption = given.findIndex((one) => one.startsWith('-'));
const names = firstOption === -1 ? given : given.slice(0, firstOption);
const options = firstOption === -1 ? [] : given.slice(firstOption);
const wantedJourneys = journeys.filter((name) => names.length === 0 || names.includes(name));
const wantedFiles = names.filter((name) => !journeys.includes(name));

let isWell = true;
if (names.length === 0 || wantedFiles.length > 0) {
  isWell = await run('vitest/vitest.mjs', [
    ...['run', '--config', 'test/faults/vitest.config.ts'],
    ...wantedFiles,
  ]);
}
if (wantedJourneys.length > 0) {
  const config = ['test', '-c', 'test/journeys/playwright.config.ts'];
  const files = wantedJourneys.map((name) => `${name}.journey`);
  const areWell = await run('@playwright/test/cli.js', [...config, ...files, ...options]);
  isWell &&= areWell;
  await sumUp();
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

/** What was walked, as the journeys say it of themselves. */
async function sumUp() {
  const { suites } = JSON.parse(await readFile(`${root}test/results/journeys.json`, 'utf8'));
  const notes = suites
    .flatMap(specsOf)
    .flatMap(({ title, tests }) =>
      tests.flatMap(({ annotations }) =>
        annotations.map(({ description }) => ({ title, description })),
      ),
    );
  for (const { title, description } of notes) console.log(`${title}: ${description}`);
  const walks = notes.map(({ description }) => Number(/^(\d+) walks/.exec(description)?.[1] ?? 0));
  console.log(`${walks.reduce((sum, one) => sum + one, 0)} walks in all`);
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}
