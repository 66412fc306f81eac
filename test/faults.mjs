/**
 * Every point at which something can fail: `npm run test:faults`. Takes minutes; `npm test` tries a few of them. Files
 * are test/faults/*.faults.ts, an argument names some of them: `npm run test:faults -- publisher`.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const wanted = process.argv.slice(2);
const child = spawn(
  process.execPath,
  [vitest, 'run', '--config', 'test/faults/vitest.config.ts', ...wanted],
  { cwd: root, stdio: 'inherit' },
);
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
