import * as nodeFiles from 'node:fs/promises';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Files } from '../../../src/publisher/press/files.ts';
import { openBench } from '../../../src/publisher/press/bench.ts';

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
