import * as files from 'node:fs/promises';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeLock } from '../../../src/publisher/press/lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lede-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

const lockFile = (): string => join(folder, 'lock');

it('is taken once, and free again when it is given back', async () => {
  const lock = await takeLock(files, folder);
  if (lock.kind !== 'held') throw new Error('a free lock was not given');
  expect(lock.wasStale).toBe(false);
  expect(await readFile(lockFile(), 'utf8')).toMatch(new RegExp(`^${process.pid}( \\d+)?\n$`));
  await lock.release();
  expect((await takeLock(files, folder)).kind).toBe('held');
});

it('names the publisher that is at work', async () => {
  await writeFile(lockFile(), `${process.ppid}\n`);
  expect(await takeLock(files, folder)).toEqual({
    kind: 'busy',
    pid: process.ppid,
    path: lockFile(),
  });
});

// Only there the system tells when a process began.
it.runIf(existsSync('/proc/self/stat'))(
  'is taken over where another process has the number of the publisher by now',
  async () => {
    const stat = await readFile(`/proc/${process.ppid}/stat`, 'utf8');
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    await writeFile(lockFile(), `${process.ppid} ${start}\n`);
    expect((await takeLock(files, folder)).kind).toBe('busy');
    await writeFile(lockFile(), `${process.ppid} 1\n`);
    expect(await takeLock(files, folder)).toMatchObject({ kind: 'held', wasStale: true });
  },
);

it('is taken over from a publisher that is gone', async () => {
  const { pid } = spawnSync('true');
  await writeFile(lockFile(), `${pid}\n`);
  expect(await takeLock(files, folder)).toMatchObject({ kind: 'held', wasStale: true });
});

it.each(['', 'nonsense', '-1\n'])('is taken over when it holds %j', async (text) => {
  await writeFile(lockFile(), text);
  expect((await takeLock(files, folder)).kind).toBe('held');
});
