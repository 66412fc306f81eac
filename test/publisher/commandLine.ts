import * as files from 'node:fs/promises';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../src/publisher/cli.ts';
import type { Terminal } from '../../src/publisher/cli/terminal.ts';
import { openThreads } from '../../src/publisher/threads/openThreads.ts';
import { ownThread } from './threads/ownThread.ts';

/** A folder with a story, a lede.json and a built reader, and command lines to try there. */
export interface CommandLine {
  /** Absolute path of the folder. */
  home: string;
  put: (path: string, text: string) => Promise<void>;
  /** Runs a command line and gives what was said and the exit code. */
  lede: (
    line: string,
    more?: Partial<Terminal>,
  ) => Promise<{ code: number; out: string; err: string }>;
  close: () => Promise<void>;
}

export async function openCommandLine(): Promise<CommandLine> {
  const home = await mkdtemp(join(tmpdir(), 'lede-cli-'));

  const put: CommandLine['put'] = async (path, text) => {
    await mkdir(join(home, path, '..'), { recursive: true });
    await writeFile(join(home, path), text);
  };

  const lede: CommandLine['lede'] = async (line, more = {}) => {
    const said = { out: '', err: '' };
    const code = await runCommand(line.split(' ').filter(Boolean), {
      files,
      fetch: () => Promise.reject(new Error('nothing was to be fetched')),
      readInput: () => Promise.resolve(new Uint8Array()),
      cwd: home,
      called: 'lede',
      readerFolder: join(home, 'reader'),
      packageFile: join(home, 'package.json'),
      programFolder: join(home, 'program'),
      openThreads: () => openThreads(ownThread, 1),
      now: () => new Date('2025-12-17T06:00:00Z'),
      print: (text) => void (said.out += text),
      complain: (text) => void (said.err += text),
      temporaryFolder: join(home, 'tmp'),
      isInteractive: false,
      columns: () => 80,
      onSignal: () => () => undefined,
      onEnter: () => () => undefined,
      quit: () => undefined,
      ...more,
    });
    return { code, ...said };
  };

  await put('reader/.vite/manifest.json', '{"a":{"file":"assets/main-abc.js","isEntry":true}}');
  await put('package.json', '{"version":"1.2.3"}');
  await put('stories/lede.json', '{ "name": "The Sample", "url": "https://example.org" }');
  await put('stories/moon.json', '{ "headline": "The Moon", "body": "It is far away." }');
  return { home, put, lede, close: () => rm(home, { recursive: true }) };
}
