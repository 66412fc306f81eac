/**
 * Every check of the project, in order: `npm test`. A check that fails does not stop the ones that can still say
 * something. The last line counts all of them, and every test and journey: `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { findChromium } from './support/chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const unitReport = 'test/results/unit.json';
const journeyReport = 'test/results/journeys.json';

/**
 * `report` is where a runner writes its counts, `needs` names the check without which this one says nothing.
 * Nothing here formats or mends: it only looks.
 */
const checks = [
  { name: 'types', script: 'types' },
  { name: 'lint', script: 'lint' },
  { name: 'format', script: 'format' },
  { name: 'unused code', script: 'unused' },
  {
    name: 'unit tests',
    script: 'test:unit',
    args: ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    report: unitReport,
    count: countUnitTests,
  },
  { name: 'build', script: 'build' },
  {
    name: 'journeys',
    script: 'test:journeys',
    report: journeyReport,
    count: countJourneys,
    needs: 'build',
    browser: true,
  },
];

const began = Date.now();
await rm(`${root}test/results`, { recursive: true, force: true });
await mkdir(`${root}test/results`, { recursive: true });

const env = { ...process.env };
let noBrowser;
try {
  const { path, light } = await findChromium({ wantsLight: true });
  env.CHROMIUM_PATH = path;
  env.CHROMIUM_LIGHT_PATH = light ?? path;
} catch (error) {
  noBrowser = error.message;
  console.log(noBrowser);
}

const results = [];
for (const check of checks) {
  const start = Date.now();
  console.log(`\n── ${check.name} ${'─'.repeat(60 - check.name.length)}`);
  const result = await perform(check);
  results.push(result);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`── ${check.name}: ${result.words} (${seconds} s)`);
}

const failed = results.filter((result) => result.failed > 0);
console.log(`\n${'─'.repeat(64)}\n${((Date.now() - began) / 1000).toFixed(0)} s in all`);
for (const { name, words, failures } of failed) {
  console.log(`failed: ${name}: ${words}`);
  for (const one of failures) console.log(`  - ${one}`);
}
const sum = (field) => results.reduce((total, result) => total + result[field], 0);
// Set rather than called: what was printed must reach a pipe before the end.
process.exitCode = failed.length === 0 ? 0 : 1;
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);

async function perform({ name, script, args = [], report, count, needs, browser }) {
  const wanting = results.find((result) => result.name === needs && result.failed > 0);
  if (wanting !== undefined) return failure(name, `not run, since ${needs} failed`);
  if (browser && noBrowser !== undefined) return failure(name, `not run: ${noBrowser}`);

  const isWell = await run(script, args);
  if (report === undefined) {
    return isWell ? { name, passed: 1, failed: 0, words: 'well' } : failure(name, 'failed');
  }
  const counted = await readReport(report, count);
  if (counted === undefined) return failure(name, 'wrote no report');
  const { passed, failures } = counted;
  // A run without a test proves nothing; one that ends badly with every test passed has failed outside of them.
  if (passed + failures.length === 0) return failure(name, 'found no test');
  if (!isWell && failures.length === 0) failures.push('the run itself, see above');
  const words = `${passed} passed, ${failures.length} failed`;
  return { name, passed, failed: failures.length, words, failures };
}

function failure(name, words) {
  return { name, passed: 0, failed: 1, words, failures: [] };
}

/** Runs an npm script with its output passed through; true when it ends well. */
function run(script, args) {
  return new Promise((resolve) => {
    const command = ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])];
    const shell = process.platform === 'win32';
    const child = spawn('npm', command, { cwd: root, env, shell, stdio: 'inherit' });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

async function readReport(file, count) {
  try {
    return count(JSON.parse(await readFile(root + file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Source: Vitest's JSON reporter, the same as Jest's. A file that could not be loaded counts as one failure. */
function countUnitTests({ testResults }) {
  const unloaded = testResults.filter((one) => one.status === 'failed' && isEmpty(one));
  const tests = testResults.flatMap((one) => one.assertionResults);
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failures: [
      ...unloaded.map((one) => `${one.name}: could not be loaded`),
      ...tests.filter((test) => test.status === 'failed').map((test) => test.fullName),
    ],
  };
}

function isEmpty({ assertionResults }) {
  return assertionResults.length === 0;
}

/** Source: Playwright's JSON reporter: suites inside suites, each with its tests. */
function countJourneys({ suites, errors }) {
  const specs = suites.flatMap(specsOf);
  return {
    passed: specs.filter((spec) => spec.ok && spec.tests.some(isPassed)).length,
    failures: [
      ...(errors ?? []).map((error) => error.message),
      ...specs.filter((spec) => !spec.ok).map((spec) => `${spec.file}: ${spec.title}`),
    ],
  };
}

function isPassed({ status }) {
  return status === 'expected';
}

function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}
