import * as nodeFiles from 'node:fs/promises';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyMemory } from '../../src/publisher/desk/memory.ts';
import { edit } from '../../src/publisher/edit.ts';
import { withoutMemories } from '../../src/publisher/editing/openMemories.ts';
import { writeExample } from '../../src/publisher/init/writeExample.ts';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'lede-init-'));
});

afterEach(() => rm(home, { recursive: true }));

it('writes an example that can be published without a warning', async () => {
  expect(await writeExample(nodeFiles, join(home, 'news'), 'news')).toMatchObject({
    kind: 'written',
  });
  const edited = await edit({
    files: nodeFiles,
    fetch: () => Promise.reject(new Error('nothing was to be fetched')),
    readInput: () => Promise.resolve(new Uint8Array()),
    reach: { allowHosts: [], isOffline: false, hasPictures: true },
    cwd: home,
    sources: ['news'],
    now: new Date('2025-12-17T06:00:00Z'),
    memory: emptyMemory,
    before: new Map(),
    startedAt: 0,
    ...(await withoutMemories(nodeFiles)),
    stateFolder: join(home, 'state'),
    progress: () => undefined,
  });
  const { refused, held, warnings, read, edition } = edited;
  expect([refused, held, warnings]).toEqual([[], [], []]);
  expect(new Set(read.map(({ format }) => format)).size).toBe(3);
  expect(edition?.plan.counts).toEqual({ stories: 3, briefs: 0, withdrawn: 0 });
  expect(edition?.plan.pages).toMatchObject([{ slug: 'about' }]);
});

it('says in five lines what to do next', async () => {
  await writeExample(nodeFiles, home, 'news');
  const lines = (await readFile(join(home, 'README.md'), 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(5);
});

it('overwrites nothing, not even a hidden file', async () => {
  await writeFile(join(home, '.ledeignore'), 'mine');
  expect(await writeExample(nodeFiles, home, 'news')).toMatchObject({ kind: 'unfit' });
  expect(await readdir(home)).toEqual(['.ledeignore']);
  expect(await readFile(join(home, '.ledeignore'), 'utf8')).toBe('mine');
});
