import * as files from 'node:fs/promises';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Files } from '../../../src/publisher/press/files.ts';
import { makeFolder } from '../../../src/publisher/press/makeFolder.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'lede-folder-'));
});
afterEach(() => rm(home, { recursive: true }));

it('makes those above too, by several at once', async () => {
  const wanted = ['a/b/c', 'a/b/d', 'a/e', 'a/b/c'].map((path) => join(home, path));
  await Promise.all(wanted.map((path) => makeFolder(files, path)));
  for (const path of wanted) expect((await stat(path)).isDirectory()).toBe(true);
});

it('says what stands in the way', async () => {
  await writeFile(join(home, 'news'), '');
  await expect(makeFolder(files, join(home, 'news'))).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(makeFolder(files, join(home, 'news/a'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

it('says why it cannot tell what stands there', async () => {
  const refuse = () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }));
  await expect(makeFolder({ ...files, stat: refuse }, home)).rejects.toMatchObject({ code: 'EIO' });
});

it('gives up below a folder that takes none, as those of /proc', async () => {
  const asked: string[] = [];
  const stubborn: Files = {
    ...files,
    mkdir: ((path: string) => {
      asked.push(path);
      const code = path === home ? 'EEXIST' : 'ENOENT';
      return Promise.reject(Object.assign(new Error(code), { code, path }));
    }) as Files['mkdir'],
  };
  const wanted = join(home, 'x/y');
  await expect(makeFolder(stubborn, wanted)).rejects.toMatchObject({ path: dirname(wanted) });
  expect(asked.length).toBeLessThan(8);
});
