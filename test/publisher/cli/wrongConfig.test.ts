import * as files from 'node:fs/promises';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openCommandLine, type CommandLine } from '../commandLine.ts';

let commandLine: CommandLine;
let home: string;
const put: CommandLine['put'] = (path, text) => commandLine.put(path, text);
const lede: CommandLine['lede'] = (line, more) => commandLine.lede(line, more);

// React and the pages are loaded once, so that no test pays for all.
beforeAll(() => import('../../../src/publisher/press/pages.ts'), 60_000);

beforeEach(async () => {
  commandLine = await openCommandLine();
  home = commandLine.home;
});

afterEach(() => commandLine.close());

describe('a lede.json', () => {
  it('with an address that cannot be used publishes nothing, and the edition stays', async () => {
    await lede('publish stories');
    const before = await readdir(join(home, 'dist'), { recursive: true });
    expect(before).toContain('feed.xml');
    await put('stories/lede.json', '{ "name": "The Sample",\n  "url": "htps://example.org" }');
    const { code, out } = await lede('publish stories');
    expect(code).toBe(2);
    expect(out).toMatch(/^ {2}stories\/lede\.json:2:10 url: expected an http .+; write where/m);
    expect(out).not.toContain('there is no url');
    expect(out).toContain(
      'Nothing was published, as lede.json cannot be used. The edition stays as it was.',
    );
    expect(await readdir(join(home, 'dist'), { recursive: true })).toEqual(before);
    expect((await lede('check stories')).out).toContain('as lede.json cannot be used');
  });

  it('that is gone publishes nothing, and the edition stays until it is back', async () => {
    await put('stories/about.md', '# About us\n\nWho we are.');
    const config = { name: 'The Sample', url: 'https://example.org', pages: ['about.md'] };
    await put('stories/lede.json', JSON.stringify(config));
    await lede('publish stories');
    const before = await readdir(join(home, 'dist'), { recursive: true });
    await rm(join(home, 'stories/lede.json'));
    const { code, out } = await lede('publish stories');
    expect([code, out]).toEqual([
      2,
      expect.stringMatching(
        /^ {2}stories\/lede\.json: there is no lede\.json any more.+; put it back/m,
      ),
    ]);
    expect(await readdir(join(home, 'dist'), { recursive: true })).toEqual(before);
    await put('stories/lede.json', '{ "name": "The Sample" }');
    expect((await lede('publish stories')).code).toBe(0);
  });

  it('that is a folder is not passed over', async () => {
    await rm(join(home, 'stories/lede.json'));
    await mkdir(join(home, 'stories/lede.json'));
    const { code, out } = await lede('publish stories');
    expect(code).toBe(2);
    expect(out).toContain('lede.json: expected a file, got a folder; give the folder another name');
  });

  it('that may not be read is not passed over', async () => {
    const readFile = (path: string, ...more: never[]) =>
      path.endsWith('lede.json')
        ? Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' }))
        : files.readFile(path, ...more);
    const { code, out } = await lede('publish stories', {
      files: { ...files, readFile: readFile as typeof files.readFile },
    });
    expect(code).toBe(2);
    expect(out).toContain('lede.json: the file cannot be read; let this account read it');
  });

  it.each(['', ' \n'])('that is empty is told what stands in it: "%s"', async (text) => {
    await put('stories/lede.json', text);
    const { code, out } = await lede('publish stories');
    expect(code).toBe(2);
    expect(out).toContain(
      'lede.json: expected the settings of the edition, got an empty file; write {',
    );
  });

  it('with its address under another name publishes nothing', async () => {
    await put(
      'stories/lede.json',
      '{\n  "name": "The Sample",\n  "baseUrl": "https://example.org"\n}',
    );
    const { code, out } = await lede('publish stories');
    expect([code, out]).toEqual([
      2,
      expect.stringMatching(
        /^ {2}stories\/lede\.json:3:14 baseUrl: expected .+, got "baseUrl"; write "url" .+ known are \$schema, name/m,
      ),
    ]);
  });

  it('with another field that is wrong is used without it, but not under --strict', async () => {
    const config = { name: 'The Sample', url: 'https://example.org', timezone: 'UTC', front: 7 };
    await put('stories/lede.json', JSON.stringify(config));
    expect((await lede('check stories --strict')).code).toBe(2);
    expect((await lede('publish stories --strict')).code).toBe(2);
    expect((await lede('check stories')).code).toBe(0);
    const { code, out } = await lede('publish stories');
    expect([code, out]).toEqual([0, expect.stringMatching(/^Warnings: 2$/m)]);
  });

  it('that names what is not there is told where, and what to write', async () => {
    const config = { name: 'x', url: 'https://example.org', lead: 'sun', icon: 'i.svg' };
    const lists = { pages: ['about.md'], front: ['moon', 'sun'] };
    await put('stories/lede.json', JSON.stringify({ ...config, ...lists }, undefined, 1));
    const { out } = await lede('publish stories');
    const line = (start: string): RegExp => new RegExp(`^  stories/lede\\.json:${start}`, 'm');
    expect(out).toMatch(
      line('7:3 pages\\[0\\]: about\\.md: there is no such file; write the path'),
    );
    expect(out).toMatch(line('11:3 front\\[1\\]: no story .+ the slug sun'));
    expect(out).toMatch(line('4:10 lead: no story .+ the slug sun; write the slug'));
    expect(out).toMatch(line('5:10 icon: there is no icon i\\.svg; write the path'));
  });
});
