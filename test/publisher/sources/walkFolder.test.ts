import { statSync } from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import { mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Files } from '../../../src/publisher/press/files.ts';
import { findSources } from '../../../src/publisher/sources.ts';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'lede-walk-'));
});

afterEach(() => rm(home, { recursive: true }));

const put = async (...paths: string[]): Promise<void> => {
  for (const path of paths) {
    await mkdir(dirname(join(home, path)), { recursive: true });
    await writeFile(join(home, path), '{}');
  }
};
const link = async (path: string, to: string): Promise<void> => {
  await mkdir(dirname(join(home, path)), { recursive: true });
  await symlink(to, join(home, path));
};
const find = (named: string | string[] = 'news', files: Files = nodeFiles, out = 'dist') =>
  findSources(files, home, [named].flat(), join(home, out));
const shown = async (...search: Parameters<typeof find>): Promise<string[]> =>
  (await find(...search)).sources.map((source) => source.shown);
const notices = async (...search: Parameters<typeof find>): Promise<string[]> =>
  (await find(...search)).notices.map(({ ref, problem }) => `${ref} ${problem.code}`);

describe('a source that was found', () => {
  it.each([
    ['with a look that waits', nodeFiles],
    ['with one that does not', { ...nodeFiles, statSync }],
  ])('comes with what tells whether it changes: %s', async (_how, files) => {
    await put('news/moon.json');
    const { size, mtimeMs, ctimeMs, ino } = await stat(join(home, 'news/moon.json'));
    const stamp = `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
    for (const named of ['news', 'news/moon.json', 'news/*.json']) {
      const { sources } = await find(named, files);
      expect(sources).toMatchObject([{ name: 'moon.json', stamp, ctimeMs }]);
    }
  });

  it('is no published edition, whichever folder this one goes to', async () => {
    await put('news/moon.json', 'news/out/story/moon.json', 'news/.lede/out/files.json');
    expect(await shown()).toEqual(['news/moon.json']);
  });

  it('is in its place whatever order the disk lists names in', async () => {
    await put('news/b.json', 'news/a/z.json', 'news/a.json', 'news/c/d/e.json', 'news/c/a.json');
    const backwards: Files = {
      ...nodeFiles,
      readdir: (async (...args: Parameters<typeof nodeFiles.readdir>) =>
        (await nodeFiles.readdir(...args)).toReversed()) as unknown as Files['readdir'],
    };
    const there = await shown();
    expect(there).toEqual(
      ['a.json', 'b.json', 'a/z.json', 'c/a.json', 'c/d/e.json'].map((path) => `news/${path}`),
    );
    expect(await shown('news', backwards)).toEqual(there);
  });

  it('that vanishes while the folder is read is not there', async () => {
    await put('news/moon.json', 'news/sun.json');
    const vanish: Files = {
      ...nodeFiles,
      stat: (async (path: string) => {
        if (path.endsWith('sun.json')) await rm(path);
        return nodeFiles.stat(path);
      }) as Files['stat'],
    };
    expect(await shown('news', vanish)).toEqual(['news/moon.json']);
  });
});

describe('links in a folder', () => {
  it('that lead round in circles end', async () => {
    await put('news/moon.json', 'news/2025/mars.json');
    await link('news/again', '.');
    await link('news/2025/up', '..');
    await link('news/one', 'other');
    await link('news/other', 'one');
    expect(await shown()).toEqual(['news/moon.json', 'news/2025/mars.json']);
    expect(await notices()).toEqual(['news/one dangling-link', 'news/other dangling-link']);
  });

  it('never give a file another name than its own', async () => {
    await put('news/2025/mars.json', 'news/moon.json');
    await link('news/0', '2025');
    await link('news/0.json', 'moon.json');
    expect(await shown()).toEqual(['news/moon.json', 'news/2025/mars.json']);
  });

  it('may lead to what is passed over by itself, but not out of the folder', async () => {
    await put('news/.store/mars.json', 'secret/key.json', 'newsroom/x.json');
    await link('news/mars.json', '.store/mars.json');
    await link('news/key.json', '../secret/key.json');
    await link('news/up', '../secret');
    await link('news/beside', '../newsroom');
    expect(await shown()).toEqual(['news/mars.json']);
    expect(await notices()).toEqual(
      ['beside', 'key.json', 'up'].map((name) => `news/${name} outside-file`),
    );
  });

  it('may stand for the folder itself, and the published folder is known behind them', async () => {
    await put('news/moon.json', 'news/dist/latest.json');
    await link('here', 'news');
    expect(await shown('here', nodeFiles, 'news/dist')).toEqual(['here/moon.json']);
    expect(await shown('news', nodeFiles, 'here/dist')).toEqual(['news/moon.json']);
  });
});

describe('odd things in a folder', () => {
  it('with odd but readable names are sources', async () => {
    const names = ['a\nb.json', ' .json', '-rf.json', '*.json', 'caf\u00e9.json', 'a\\b.json'];
    await put(...names.map((name) => `news/${name}`));
    expect((await shown()).toSorted()).toEqual(names.map((name) => `news/${name}`).toSorted());
  });

  it.skipIf(process.platform !== 'linux')('with names that are no text are told', async () => {
    await put('news/moon.json');
    const latin1 = Buffer.concat([
      Buffer.from(join(home, 'news/caf')),
      Buffer.from([0xe9]),
      Buffer.from('.json'),
    ]);
    await writeFile(latin1, '{}');
    expect(await shown()).toEqual(['news/moon.json']);
    expect(await notices()).toEqual(['news/caf\ufffd.json unreadable-name']);
  });

  it('that are neither files nor folders are no sources', async () => {
    await put('news/moon.json');
    const socket = createServer();
    await new Promise<void>((resolve) => {
      socket.listen(join(home, 'news/socket.json'), resolve);
    });
    await link('news/link.json', 'socket.json');
    expect(await shown()).toEqual(['news/moon.json']);
    await expect(find('news/socket.json')).rejects.toThrow('neither a file nor a folder');
    await new Promise((resolve) => socket.close(resolve));
  });

  it('that may not be read stop everything, as their stories would be taken back', async () => {
    await put('news/moon.json', 'news/2025/mars.json');
    const closed: Files = {
      ...nodeFiles,
      readdir: ((path: string, options: object) => {
        if (!path.endsWith('2025')) return nodeFiles.readdir(path, options);
        throw Object.assign(new Error('EACCES'), { code: 'EACCES', path });
      }) as unknown as Files['readdir'],
    };
    await expect(find('news', closed)).rejects.toThrow(
      'news/2025 may not be read. Let it be read, or leave it out in .ledeignore.',
    );
    expect(await shown('news/*.json', closed)).toEqual(['news/moon.json']);
    await writeFile(join(home, 'news/.ledeignore'), '2025/');
    expect(await shown('news', closed)).toEqual(['news/moon.json']);
  });

  it('deep below each other are found', async () => {
    const deep = `news/${'deep/'.repeat(300)}moon.json`;
    await put(deep);
    expect(await shown()).toEqual([deep]);
  });
});

it('a pattern looks only into folders that may hold what fits', async () => {
  await put('news/2024/a.json', 'news/2025/b.json', 'news/2025/old/c.json', 'other/d.json');
  const looked: string[] = [];
  const files: Files = {
    ...nodeFiles,
    readdir: ((path: string, options: object) => {
      looked.push(path.slice(home.length + 1));
      return nodeFiles.readdir(path, options);
    }) as unknown as Files['readdir'],
  };
  expect(await shown('news/*5/*.json', files)).toEqual(['news/2025/b.json']);
  expect(looked).toEqual(['news', 'news/2025']);
});

it('an address with a password is turned away without repeating it', async () => {
  const error: unknown = await find(['https://me:secret@example.org/feed']).catch(
    (thrown: unknown) => thrown,
  );
  expect(String(error)).toContain('The address on example.org holds a name or password.');
  expect(String(error)).not.toContain('secret');
});
