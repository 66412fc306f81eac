import * as nodeFiles from 'node:fs/promises';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Files } from '../../../src/publisher/press/files.ts';
import { openBench } from '../../../src/publisher/press/bench.ts';
import { field } from '../../../src/publisher/wire/field.ts';

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'lede-bench-'));
});
afterEach(() => rm(out, { recursive: true }));

describe('the bench', () => {
  it('that is stopped after something failed writes nothing more', async () => {
    let go: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      go = resolve;
    });
    const files = {
      ...nodeFiles,
      rename: async (...[from, to]: Parameters<Files['rename']>) => {
        await slow;
        if (String(to).endsWith('first')) throw new Error('no room');
        await nodeFiles.rename(from, to);
      },
    };
    const bench = openBench(files, out, 'none');
    await bench.put(true, () => [{ path: 'first', content: '1' }]);
    await bench.put(true, () => [
      { path: 'second', content: '2' },
      { path: 'third', content: '3' },
    ]);
    go();
    await bench.stop();
    const there = await readdir(out);
    expect(there).not.toContain('third');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await readdir(out)).toEqual(there);
    await expect(bench.put(true, () => [{ path: 'fourth', content: '4' }])).rejects.toThrow(
      'no room',
    );
  });
});

describe('what was put', () => {
  const content = 'a page';
  /** @returns the paths that were brought to the disk one by one */
  const flushed = async (
    count: number,
    flushDisk?: NonNullable<Files['flushDisk']>,
  ): Promise<string[]> => {
    const paths: string[] = [];
    const open = (...given: Parameters<Files['open']>): ReturnType<Files['open']> => {
      paths.push(relative(out, String(given[0])));
      return nodeFiles.open(...given);
    };
    const bench = openBench({ ...nodeFiles, open, ...field('flushDisk', flushDisk) }, out, 'none');
    for (let index = 0; index < count; index += 1) {
      await bench.put(true, () => [{ path: `story/${index}.html`, content }]);
    }
    await bench.settle();
    return paths;
  };

  it('is brought to the disk file by file, and its folder', async () => {
    expect((await flushed(2, () => Promise.resolve(true))).toSorted()).toEqual([
      ...['story', 'story/0.html', 'story/1.html'],
    ]);
  });

  it('is brought there all at once when it is much, where the system can', async () => {
    const folders: string[] = [];
    const flushDisk = (folder: string): Promise<boolean> => {
      folders.push(folder);
      return Promise.resolve(true);
    };
    expect(await flushed(100, flushDisk)).toEqual([]);
    expect(folders).toEqual([out]);
  });

  it.each([[undefined], [() => Promise.resolve(false)]])(
    'is brought there file by file where the system cannot',
    async (flushDisk) => {
      expect(await flushed(100, flushDisk)).toHaveLength(101);
    },
  );
});
