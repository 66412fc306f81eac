import * as files from 'node:fs/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Terminal } from '../../../src/publisher/cli/terminal.ts';
import { openThreads } from '../../../src/publisher/threads/openThreads.ts';
import { openCommandLine, type CommandLine } from '../commandLine.ts';

let commandLine: CommandLine;
const put: CommandLine['put'] = (path, text) => commandLine.put(path, text);
const lede: CommandLine['lede'] = (line, more) => commandLine.lede(line, more);

// React and the pages are loaded once, so that no test pays for all.
beforeAll(() => import('../../../src/publisher/press/pages.ts'), 60_000);

beforeEach(async () => {
  commandLine = await openCommandLine();
});

afterEach(() => commandLine.close());

describe('when the machine will not', () => {
  const failing = (code: string): Partial<Terminal> => ({
    files: {
      ...files,
      rename: () =>
        Promise.reject(Object.assign(new Error(`${code}: no`), { code, path: '/somewhere' })),
    },
  });

  const rendering = (error: Error): Partial<Terminal> => {
    const start = (): void => undefined;
    const walk = async (): Promise<undefined> => undefined;
    const close = async (): Promise<void> => undefined;
    const render = (): never => {
      throw error;
    };
    return { openThreads: () => ({ start, walk, close, createPageRenderer: () => render }) };
  };

  it.each([
    ['ENOSPC', 'The disk is full: /somewhere.'],
    ['EACCES', 'This account may not write here: /somewhere.'],
    ['ENOTDIR', 'A file stands where a folder is needed: /somewhere.'],
  ])('%s is one sentence', async (code, sentence) => {
    expect(await lede('publish stories', failing(code))).toEqual({
      code: 1,
      out: '',
      err: `${sentence}\n`,
    });
  });

  it('anything else is called a defect, with its stack', async () => {
    const { code, err } = await lede('publish stories', failing('EODD'));
    expect(code).toBe(1);
    expect(err).toMatch(/^This is a defect in Lede; please report it\.\nError: EODD/);
  });

  it('a page that could not be made is named, with what caused it', async () => {
    const cause = new TypeError('no such block');
    const error = new Error('the page /story/moon could not be made', { cause });
    const { err } = await lede('publish stories', rendering(error));
    expect(err).toMatch(/Error: the page \/story\/moon .*\n[^]*caused by TypeError: no such block/);
  });

  it('memory that ran out in a thread is said in words, with a mend', async () => {
    const spent = Object.assign(new Error('gone'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });
    const { code, err } = await lede('publish stories', rendering(spent));
    expect(code).toBe(1);
    expect(err).toMatch(/^The memory that Node may use ran out; .*--max-old-space-size=\d+.*\.\n$/);
  });

  it('no thread is started where another publisher is at work', async () => {
    // Any process that lives and is not this one.
    await put('.lede/dist/lock', `${process.ppid}\n`);
    const { code } = await lede('publish stories', {
      openThreads: () =>
        openThreads(() => {
          throw new Error('a thread was started');
        }, 1),
    });
    expect(code).toBe(75);
  });
});
