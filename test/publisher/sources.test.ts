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

const slugs = async (): Promise<string[]> =>
  (await list('dist/story')).flatMap((path) => /^(.*)\.json$/.exec(path)?.[1] ?? []);

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

  it('of one name in several folders keep their addresses, in any order and when one is gone', async () => {
    const tale = (headline: string): string => JSON.stringify({ headline, body: `${headline}.` });
    await put('x/a.json', tale('A in x'));
    await put('y/a.json', tale('A in y'));
    await put('z/y/a.json', tale('A in y of z'));
    const headlines = async (): Promise<Record<string, string>> => {
      const all: Record<string, string> = {};
      for (const slug of await slugs()) {
        const { kind, headline } = await room.published(slug);
        all[slug] = `${kind} ${headline}`;
      }
      return all;
    };
    await report({ sources: ['y', 'x', 'z', 'z/y'] });
    const first = await headlines();
    expect(Object.values(first).toSorted()).toEqual([
      ...['story A in x', 'story A in y', 'story A in y of z'],
    ]);
    await report({ sources: ['z/y', 'z', 'x', 'y'] });
    expect(await headlines()).toEqual(first);
    await rm(join(home, 'x/a.json'));
    await report({ sources: ['y', 'x', 'z'] });
    const taken = Object.entries(first).map(([slug, said]) => [
      slug,
      said === 'story A in x' ? 'withdrawn A in x' : said,
    ]);
    expect(await headlines()).toEqual(Object.fromEntries(taken));
    await report({ sources: ['y', 'z'] });
    await report({ sources: ['y'] });
    expect(Object.values(await headlines()).toSorted()).toEqual([
      ...['story A in y', 'withdrawn A in x', 'withdrawn A in y of z'],
    ]);
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

  it('say what is lost when their address is gone', async () => {
    const messages = async () => (await report()).warnings.map(({ problem }) => problem.message);
    const config = { name: 'The Sample', url: 'https://example.org' };
    await put('stories/lede.json', JSON.stringify(config));
    await report();
    await put('stories/lede.json', JSON.stringify({ name: 'The Sample' }));
    expect(await messages()).toContainEqual(expect.stringContaining('there is no url any more'));
    expect(await messages()).not.toContainEqual(expect.stringContaining('any more'));
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

describe('a .ledeignore', () => {
  it('leaves out what it names below its folder, without a word', async () => {
    await put(
      'stories/.ledeignore',
      ['# Notes are not news.', '*.txt', '!keep.txt', 'drafts/', '/sun.json', 'old/*', ''].join(
        '\n',
      ),
    );
    await put('stories/notes.txt', 'Call the mayor\n\nAt nine.');
    await put('stories/keep.txt', 'Keep this\n\nIt is news.');
    await put('stories/drafts/mars.md', '# Mars\n\nRed.');
    await put('stories/world/drafts/venus.md', '# Venus\n\nHot.');
    await put('stories/world/sun.json', JSON.stringify({ headline: 'Another sun', body: 'Far.' }));
    await put('stories/old/style.css', 'a{}');
    const { stories, refused, warnings } = await report();
    expect([stories, refused]).toEqual([3, []]);
    expect(warnings.map(({ problem }) => problem.code)).toEqual(['no-url']);
    expect(await slugs()).toEqual(['keep', 'moon', 'sun']);
    expect(await room.published('sun')).toMatchObject({ headline: 'Another sun' });
  });

  it('in a folder below adds to the one above, and may take back what that left out', async () => {
    await put('stories/.ledeignore', '*.md');
    await put('stories/world/.ledeignore', '!mars.md\n/venus.json');
    await put('stories/world/mars.md', '# Mars\n\nRed.');
    await put('stories/world/pluto.md', '# Pluto\n\nSmall.');
    await put('stories/world/venus.json', '{}');
    await report();
    expect(await slugs()).toEqual(['mars', 'moon', 'sun']);
  });

  it('does not hold for a file that is named itself', async () => {
    await put('stories/.ledeignore', '*');
    await report({ sources: ['stories', 'stories/sun.json'] });
    expect(await slugs()).toEqual(['sun']);
  });
});

describe('a pattern', () => {
  beforeEach(async () => {
    await put('stories/2025/mars.json', JSON.stringify({ headline: 'Mars', body: 'Red.' }));
    await put('stories/2025/notes.copy', 'Venus\n\nHot.');
  });

  it.each([
    ['stories/*.json', ['moon', 'sun']],
    ['stories/s?n.json', ['sun']],
    ['stories/**/*.json', ['mars', 'moon', 'sun']],
    ['stories/{moon,2025/mars}.json', ['mars', 'moon']],
    ['stories/2025/*.copy', ['notes']],
    ['**/m*s.json', ['mars']],
    ['./st*/sun.json', ['sun']],
  ])('%s names the files that fit', async (pattern, expected) => {
    const { refused } = await report({ sources: [pattern] });
    expect(refused).toEqual([]);
    expect(await slugs()).toEqual(expected);
  });

  it('leaves lede.json to its folder, and heeds .ledeignore', async () => {
    await put('stories/.ledeignore', 'moon.*');
    const { warnings } = await report({ sources: ['stories/*'] });
    expect(warnings.map(({ ref, problem }) => `${ref} ${problem.code}`)).toEqual([
      'stories/lede.json no-url',
    ]);
    expect(await slugs()).toEqual(['sun']);
  });

  it('finds what another source names again only once', async () => {
    const { refused } = await report({ sources: ['stories/**/m*.json', 'stories'] });
    expect(refused).toEqual([]);
    expect(await slugs()).toEqual(['mars', 'moon', 'sun']);
  });

  it('that nothing fits is told', async () => {
    await expect(run({ sources: ['stories/*.xml'] })).rejects.toThrow(
      'No file fits stories/*.xml.',
    );
    await expect(run({ sources: ['none/*.xml'] })).rejects.toThrow('No file fits none/*.xml.');
  });

  it('is a plain name when there is a file of that name', async () => {
    await put('stories/what?.json', JSON.stringify({ headline: 'What?', body: 'That.' }));
    await report({ sources: ['stories/what?.json'] });
    expect(await slugs()).toEqual(['what']);
  });
});

describe('standard input', () => {
  const typed = (text: string) => ({ readInput: () => Promise.resolve(Buffer.from(text)) });

  it('is one more document, in whatever format', async () => {
    const input = typed('# Mars is red\n\nVery.');
    expect(await report({ sources: ['stories', '-'] }, input)).toMatchObject({ refused: [] });
    expect(await slugs()).toEqual(['mars-is-red', 'moon', 'sun']);
  });

  it('is never remembered as one and the same story', async () => {
    await report({ sources: ['-'] }, typed('# Mars is red\n\nVery.'));
    await report({ sources: ['-'] }, typed('# Venus is hot\n\nVery.'));
    expect(await room.published('venus-is-hot')).toMatchObject({ kind: 'story' });
    expect(await room.published('mars-is-red')).toMatchObject({ kind: 'withdrawn' });
  });

  it('with mistakes is refused by its name', async () => {
    const { refused } = await report({ sources: ['stories', '-'] }, typed('{ "headline": '));
    expect(refused.map(({ ref }) => ref)).toEqual(['stdin']);
  });

  it('is not read unless it is named, and no further than a file may be long', async () => {
    const limits: number[] = [];
    const readInput = (limit: number) => {
      limits.push(limit);
      return Promise.resolve(Buffer.alloc(limit + 1, 'x'));
    };
    await report({}, { readInput });
    expect(limits).toEqual([]);
    const { refused } = await report({ sources: ['stories', '-'] }, { readInput });
    expect(limits).toEqual([10 * 1024 * 1024]);
    expect(refused[0]?.problems[0]?.code).toBe('file-too-large');
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
