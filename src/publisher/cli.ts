import * as now from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseCommand } from './cli/command.ts';
import { explainFailure } from './cli/failure.ts';
import { flushDisk } from './cli/flushDisk.ts';
import { exit } from './cli/exit.ts';
import { printable } from './cli/printable.ts';
import { readStream } from './cli/readStream.ts';
import { stopSignals } from './cli/stopping.ts';
import type { Terminal } from './cli/terminal.ts';
import type { Fetch } from './fetch/safeFetch.ts';
import { openThreads } from './threads/openThreads.ts';
import { startThread } from './threads/startThread.ts';

/** Each thread holds the pages' program once more, some 60 MB, and more than four wait for the one that writes. */
const mostThreads = 4;

/**
 * The `lede` command, as started.
 * @param program where the built command lies: the built reader is beside its folder, package.json two above
 * @returns the exit code
 */
export function runLede(program: URL): Promise<number> {
  // `lede check --json | head` closes the pipe early; that is no failure.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  return runCommand(process.argv.slice(2), {
    files: { ...now, ...nodeFiles, flushDisk },
    fetch: fetchLate,
    readInput: (limit) => readStream(process.stdin, limit),
    cwd: process.cwd(),
    // Called through npx, it is not on the path.
    called: process.env['npm_command'] === 'exec' ? 'npx lede' : 'lede',
    readerFolder: fileURLToPath(new URL('../reader/', program)),
    packageFile: fileURLToPath(new URL('../../package.json', program)),
    programFolder: fileURLToPath(new URL('.', program)),
    openThreads: () => {
      const most = Math.min(availableParallelism(), mostThreads);
      return openThreads(() => startThread(new URL('thread.js', program)), most);
    },
    temporaryFolder: tmpdir(),
    now: () => new Date(),
    print: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
    isInteractive: process.stderr.isTTY && process.env['TERM'] !== 'dumb',
    columns: () => process.stderr.columns || 80,
    onSignal: (listener) => {
      for (const signal of stopSignals) process.on(signal, listener);
      return () => {
        for (const signal of stopSignals) process.off(signal, listener);
      };
    },
    onEnter,
    quit: (code) => process.exit(code),
  });
}

/** Most runs ask nobody, and are spared Node's own http: it takes as long to load as a fifth of Lede. */
const fetchLate: Fetch = async (...asked) => {
  const { safeFetch } = await import('./fetch/safeFetch.ts');
  return safeFetch(...asked);
};

/**
 * One command line over an injected terminal, clock and files; never throws. Each command is loaded when it is
 * asked for.
 */
export async function runCommand(argv: readonly string[], terminal: Terminal): Promise<number> {
  const command = parseCommand(argv);
  const complain = (text: string): void => terminal.complain(printable(text));
  try {
    switch (command.kind) {
      case 'say':
        terminal.print(command.text);
        return exit.fine;
      case 'version':
        terminal.print(`lede ${await readVersion(terminal)}\n`);
        return exit.fine;
      case 'misused':
        complain(`${command.message}\nSee lede --help.\n`);
        return exit.misused;
      case 'publish':
        return await (await import('./cli/runPublish.ts')).runPublish(command, terminal);
      case 'check':
        return await (await import('./cli/runCheck.ts')).runCheck(command, terminal);
      case 'preview':
        return await (await import('./cli/runPreview.ts')).runPreview(command, terminal);
      case 'init':
        return await (await import('./cli/runInit.ts')).runInit(command, terminal);
      case 'serve':
        return await (await import('./cli/runServe.ts')).runServe(command, terminal);
    }
  } catch (error) {
    const { message, code } = explainFailure(error);
    complain(message);
    return code;
  }
}

/** Lines of standard input, where a person is there to type them. */
function onEnter(listener: () => void): () => void {
  const { stdin } = process;
  if (!stdin.isTTY) return () => undefined;
  stdin.on('data', listener);
  return () => {
    stdin.off('data', listener);
    stdin.pause();
  };
}

async function readVersion({ files, packageFile }: Terminal): Promise<string> {
  const about: unknown = JSON.parse(await files.readFile(packageFile, 'utf8'));
  return about !== null && typeof about === 'object' && 'version' in about
    ? String(about.version)
    : 'unknown';
}
