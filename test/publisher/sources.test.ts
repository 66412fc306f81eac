import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openNewsroom, type Newsroom } from './newsroom.ts';

let room: Newsroom;
let home: Newsroom['home'];
let put: Newsroom['put'];
let story: Newsroom['story'];
let list: Newsroom['list'];
let run: Newsroom['run'];
let report: Newsroom['report'];

beforeEach(async () => {
  room = await openNewsroom();
  ({ home, put, story, list, run, report } = room);
});

afterEach(() => room.close());

describe('sources', () => {
  it('in folders are found below, without what is no source', async () => {
    await put('stories/2025/december/mars.md', '# All about Mars\n\nIt is red.');
    await put('stories/.hidden.json', 'not json');
    await put('stories/node_modules/x/package.json', '{}');
    await put('stories/style.css', 'a{}');
    await put('stories/about.md', '# About us\n\nWho we are.');
    await put('stories/lede.json', JSON.stringify({ name: 'The Sample', pages: ['about.md'] }));
    const { stories, refused, warnings } = await report({ out: 'stories/dist' });
    expect([stories, refused]).toEqual([3, []]);
    expect(warnings.map(({ ref, problem }) => `${ref} ${problem.code}`)).toContain(
      'stories/style.css ignored-file',
    );
    expect(await report({ out: 'stories/dist' })).toMatchObject({
      ...{ stories: 3, refused: [], written: 0 },
    });
    expect(await list('stories/dist')).toContain('about.html');
  });

  it('may be several, with files of one name', async () => {
    await put('more/moon.json', JSON.stringify({ headline: 'Another moon', body: 'Phobos.' }));
    const { stories, refused } = await report({ sources: ['stories', 'more', 'stories/sun.json'] });
    expect([stories, refused]).toEqual([3, []]);
  });

  it('do without lede.json, and the editor is told once', async () => {
    await rm(join(home, 'stories/lede.json'));
    const { warnings } = await report();
    expect(warnings.map(({ problem }) => problem.code)).toEqual(['no-config']);
  });

  it('are not published under a guessed name when lede.json is wrong', async () => {
    await put('stories/lede.json', '{ "name": ');
    const { written, refused } = await report();
    expect(written).toBeUndefined();
    expect(refused[0]?.ref).toBe('stories/lede.json');
    expect(await readdir(home)).not.toContain('dist');
  });

  it('that are drafts or under embargo wait', async () => {
    await story('moon', { draft: true });
    await story('sun', { embargo: '2025-12-17T07:00:00+00:00' });
    await story('mars');
    const { stories, held } = await report();
    expect([stories, held.map(({ ref }) => ref)]).toEqual([
      1,
      ['stories/moon.json', 'stories/sun.json'],
    ]);
    const later = await report({}, { now: new Date('2025-12-17T07:00:00Z') });
    expect(later.stories).toBe(2);
  });

  it('with mistakes are refused with their place, and the others go out', async () => {
    await put('stories/moon.json', '{\n  "headline": "The Moon",\n  "published": "yesterday"\n}');
    const { stories, refused, written } = await report();
    expect(stories).toBe(1);
    expect(written).toBeGreaterThan(0);
    expect(refused).toMatchObject([
      { ref: 'stories/moon.json', problems: [{ at: 'published', line: 3 }] },
    ]);
  });

  it('with mistakes stop everything when that was asked for', async () => {
    await put('stories/moon.json', '{}');
    expect((await report({ strict: true })).written).toBeUndefined();
    expect(await readdir(home)).not.toContain('dist');
  });
});

describe('a folder', () => {
  it('with files of somebody else is not published into unless that is wanted', async () => {
    await put('dist/CNAME', 'example.org');
    expect(await run()).toMatchObject({ kind: 'unfit' });
    expect(await list('dist')).toEqual(['CNAME']);
    await report({ force: true });
    expect(await list('dist')).toEqual(expect.arrayContaining(['CNAME', 'latest.json']));
  });

  it.each([['stories'], ['.']])(
    'that holds the sources is never published into: %s',
    async (out) => {
      expect(await run({ out, force: true })).toMatchObject({ kind: 'unfit' });
    },
  );

  it('that is a file is not published into', async () => {
    await put('dist', 'a file');
    expect(await run()).toEqual({
      kind: 'unfit',
      message: 'dist is a file: publish into a folder.',
    });
  });

  it('that another publisher is writing is left to it', async () => {
    await put('.lede/dist/lock', `${process.ppid}\n`);
    expect(await run()).toMatchObject({ kind: 'busy', pid: process.ppid });
    expect(await readdir(home)).not.toContain('dist');
  });

  it('is not touched when what is remembered of it cannot be read', async () => {
    await report();
    await put('.lede/dist/memory.json', '{"schema":"lede-memory/9"}');
    await expect(run()).rejects.toThrow('memory.json was damaged');
    await report({ out: 'other' });
    await put(
      '.lede/other/files.json',
      '{"schema":"lede-press/1","files":["../../stories/moon.json"]}',
    );
    await expect(run({ out: 'other' })).rejects.toThrow('files.json was damaged');
  });
});
