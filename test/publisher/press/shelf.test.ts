import * as files from 'node:fs/promises';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openShelf, type Shelf } from '../../../src/publisher/press/shelf.ts';
import { randomNumbers } from '../wire/randomNumbers.ts';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'lede-shelf-')), 'shelf');
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

const open = (): Promise<Shelf> => openShelf(files, folder, 'test');

it('holds what was put there, however it grew and whatever went', async () => {
  const next = randomNumbers(3);
  const wanted = new Map<string, string>();
  for (const changes of [3, 0, 700, 40, 3000, 1, 500]) {
    const shelf = await open();
    for (let times = 0; times < changes; times += 1) {
      const key = `story\t${Math.floor(next() * 4000)}`;
      if (next() < 0.3) {
        shelf.remove(key);
        wanted.delete(key);
      } else {
        shelf.set(key, String(next()));
        wanted.set(key, shelf.get(key) ?? '');
      }
    }
    await shelf.save();
    expect(new Map((await open()).entries())).toEqual(wanted);
  }
});

it('rewrites the one file of an entry that changed', async () => {
  const first = await open();
  for (let index = 0; index < 3000; index += 1) first.set(`story-${index}`, 'as it was');
  await first.save();
  const timesOf = async (): Promise<Map<string, number>> => {
    const names = await readdir(folder);
    return new Map(
      await Promise.all(
        names.map(async (name) => [name, (await stat(join(folder, name))).mtimeMs] as const),
      ),
    );
  };
  const before = await timesOf();
  const second = await open();
  second.set('story-7', 'told again');
  await second.save();
  const after = await timesOf();
  expect([...after].filter(([name, at]) => before.get(name) !== at)).toHaveLength(1);
  expect((await open()).get('story-8')).toBe('as it was');
});
