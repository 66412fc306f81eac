import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Terminal } from '../../src/publisher/cli/terminal.ts';
import { openCommandLine, type CommandLine } from './commandLine.ts';

let commandLine: CommandLine;
let home: string;
const put: CommandLine['put'] = (path, text) => commandLine.put(path, text);
const lede: CommandLine['lede'] = (line, more) => commandLine.lede(line, more);

// React and the pages are loaded once, so that no test pays for all.
beforeAll(() => import('../../src/publisher/press/pages.ts'), 60_000);

beforeEach(async () => {
  commandLine = await openCommandLine();
  home = commandLine.home;
});

afterEach(() => commandLine.close());

describe('lede publish', () => {
  it('says what went out, where, and how to read it', async () => {
    await put(
      'stories/visit.txt',
      'A short first line\nThe visit is on Monday. It is the third.\n\n\nAnother headline here\nAnd one more\n',
    );
    const { code, out, err } = await lede('publish stories');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Published 2 stories, 2 briefs in dist: \d+ files written in 0\.0 s\.$/m);
    expect(out).toMatch(/^Read it with: lede serve dist$/m);
    const { out: byNpx } = await lede('publish stories', { called: 'npx lede' });
    expect(byNpx).toMatch(/^Read it with: npx lede serve dist$/m);
    expect(await readdir(join(home, 'dist'))).toContain('latest.json');
  });

  it('names the place, the field and the mend of what it refused', async () => {
    await put('stories/sun.json', '[\n  { "headline": "x",\n    "published": "today" }\n]');
    const { code, out } = await lede('publish stories --out out');
    expect(code).toBe(0);
    expect(out).toMatch(/^Refused: 1\n {2}stories\/sun\.json:3:\d+ \[0\]\.published: .+; .+$/m);
  });

  it('exits 2 when nothing is usable, or when --strict met a mistake', async () => {
    await put('stories/sun.json', '{}');
    expect((await lede('publish stories/sun.json')).code).toBe(2);
    const { code, out } = await lede('publish stories --strict');
    expect(code).toBe(2);
    expect(out).toContain('Nothing was published, as something was refused.');
    expect(await readdir(home)).not.toContain('dist');
  });

  it('goes by the time it is given', async () => {
    const embargo = '2025-12-17T07:00:00+00:00';
    await put('stories/moon.json', JSON.stringify({ headline: 'The Moon', body: 'Far.', embargo }));
    const early = await lede('publish stories');
    expect([early.code, early.out]).toEqual([2, expect.stringContaining('Held back: 1')]);
    expect((await lede(`publish stories --now ${embargo}`)).code).toBe(0);
  });

  it('exits 75 while another publisher is at work, and says which', async () => {
    await put('.lede/dist/lock', `${process.ppid}\n`);
    const { code, err } = await lede('publish stories');
    expect(code).toBe(75);
    expect(err).toContain(`process ${process.ppid}`);
  });

  it('tells ten warnings one by one and counts the others', async () => {
    const list = Array.from({ length: 14 }, (_, index) => ({
      headline: `Story number ${index}`,
      body: 'Text.',
      picture: { src: 'gone.jpg', alt: '' },
    }));
    await put('stories/list.json', JSON.stringify(list));
    const { out } = await lede('publish stories');
    expect(out).toMatch(/^Warnings: 14$/m);
    expect(out.match(/there is no picture gone\.jpg/g)).toHaveLength(10);
    expect(out).toMatch(/^ {2}and 4 more: 4 × missing picture$/m);
  });

  it('tells one of every kind before it tells two of one', async () => {
    const list = Array.from({ length: 300 }, (_, index) => ({
      headline: `Story number ${index}`,
      body: 'Text.',
      picture: { src: 'gone.jpg', alt: '' },
      ...(index === 299 ? { colour: 'red' } : {}),
    }));
    await put('stories/list.json', JSON.stringify(list));
    await put('stories/bad.json', JSON.stringify(Array.from({ length: 900 }, () => ({}))));
    const { out } = await lede('check stories');
    expect(out).toContain('list.json:1:25400 [299].colour: expected one of');
    expect(out).toMatch(/^Refused: 900$/m);
    expect(out).toMatch(/^ {2}and 860 more: 860 × missing headline$/m);
    expect(out.split('\n').length).toBeLessThan(70);
  });

  it('lets no control character of a source reach the terminal', async () => {
    await put('stories/moon.json', '{ "headline": "x", "slug": "\\u001b[2J", "body": "Text." }');
    const { out } = await lede('check stories');
    expect(out).toContain('slug');
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe('lede check', () => {
  it('takes a range for a pattern', async () => {
    expect((await lede('check stories/[a-m]oon.json')).out).toContain('To be published: 1 story.');
  });

  it('tells of an icon that cannot be used, as publish does', async () => {
    await put('stories/lede.json', '{ "name": "The Sample", "icon": "icon.png" }');
    await put('stories/icon.png', 'no picture');
    const told = /the icon icon\.png cannot be used/;
    expect((await lede('check stories')).out).toMatch(told);
    expect((await lede('publish stories')).out).toMatch(told);
  });

  it('prints what would be published and what would not, and writes nothing', async () => {
    await put('stories/sun.json', '{ "headline": "" }');
    await put(
      'stories/moon.json',
      '{ "headline": "The Moon", "body": "Far.", "picture": { "src": "gone.jpg", "alt": "" } }',
    );
    const before = await readdir(home);
    const { code, out } = await lede('check stories --json');
    expect(code).toBe(0);
    const result: unknown = JSON.parse(out);
    expect(result).toMatchObject({
      articles: [{ schema: 'lede-story/1', slug: 'moon' }],
      rejected: [{ ref: 'stories/sun.json', at: 'headline' }],
      warnings: [{ ref: 'stories/moon.json', at: 'picture', code: 'missing-picture' }],
    });
    expect(out).toMatch(/"reason": ".*headline/);
    expect(out).toMatch(/"message": ".*gone\.jpg/);
    expect(await readdir(home)).toEqual(before);
  });

  it('gives the place in the text where there is no field', async () => {
    await put('stories/moon.json', '{\n  "headline": "x",\n}');
    const { code, out } = await lede('check stories --json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ articles: [], rejected: [{ at: '2:18' }] });
  });

  it('says which section and which lead were perhaps meant', async () => {
    const config = { name: 'The Sample', sections: ['Science'], lead: 'mon' };
    await put('stories/lede.json', JSON.stringify({ ...config, url: 'https://example.org' }));
    const moon = { headline: 'The Moon', section: 'Sciense', body: 'Far.' };
    await put('stories/moon.json', JSON.stringify(moon));
    const { out } = await lede('check stories');
    expect(out).toMatch(/stories\/moon\.json section: .*did you mean "Science"\?/);
    expect(out).toMatch(/stories\/lede\.json:1:52 lead: .*did you mean moon\?/);
  });

  it('exits 2 under --strict when anything is refused', async () => {
    await put('stories/sun.json', '{}');
    expect((await lede('check stories')).code).toBe(0);
    expect((await lede('check stories --strict')).code).toBe(2);
  });
});

describe('the world outside', () => {
  it('is asked for feeds, with the hosts that the editor let through', async () => {
    const asked: unknown[] = [];
    const fetch: Terminal['fetch'] = (address, { allowHosts }) => {
      asked.push([address, allowHosts]);
      return Promise.resolve({ kind: 'not-modified' });
    };
    const feed = 'https://example.org/feed.xml';
    await lede(`check stories ${feed} --allow-host cms.local --allow-host [fd00::1]:8080`, {
      fetch,
    });
    expect(asked).toEqual([[feed, ['cms.local', '[fd00::1]:8080']]]);
    await lede(`publish stories ${feed} --offline`, { fetch });
    expect(asked).toHaveLength(1);
  });

  it('may give a document on standard input', async () => {
    const readInput = () => Promise.resolve(Buffer.from('Mars is red\n\nVery.'));
    const { code, out } = await lede('check - --json', { readInput });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ articles: [{ headline: 'Mars is red' }] });
  });
});

describe('wrong usage', () => {
  it.each([
    ['publish', 'lede publish needs at least one file, folder or feed address.'],
    ['print stories', 'There is no command print.'],
    ['chekc stories', 'There is no command chekc; did you mean check?'],
    ['check stories --strcit', "Unknown option '--strcit'; did you mean --strict?"],
    ['init', 'lede init takes one folder, new or empty.'],
    ['init stories', 'stories is not empty, and nothing in it is to be overwritten.'],
    ['preview', 'lede preview needs at least one file, folder or feed address.'],
    ['preview stories --strict', 'lede preview has no option --strict.'],
    ['preview nowhere', 'There is no file or folder nowhere.'],
    ['publish stories --fast', "Unknown option '--fast'."],
    ['publish stories --port 80', 'lede publish has no option --port.'],
    ['publish stories --now yesterday', 'Expected --now to be a time'],
    ['publish stories --allow-host http://cms.local', 'Expected --allow-host to be a host such as'],
    ['publish stories/*.xml', 'No file fits stories/*.xml.'],
    ['serve --offline', 'lede serve has no option --offline.'],
    ['serve a b', 'lede serve takes one folder.'],
    ['serve --port 99999', 'Expected --port to be a number up to 65535, got 99999.'],
    ['help print', 'There is no command print.'],
    ['publish nowhere', 'There is no file or folder nowhere.'],
    ['check ftp://x/y', 'ftp://x/y is no address to read from: feeds are read from http and https'],
    ['check ftp://me:word@x/y', 'ftp://x/y is no address'],
    ['check https://', 'https:// is no address to read from'],
    ['publish stories --out stories', 'stories holds the source stories'],
    ['serve nowhere', 'There is no edition in nowhere.'],
  ])('of the kind "%s" exits 64 and is explained', async (line, sentence) => {
    const { code, out, err } = await lede(line);
    expect([code, out]).toEqual([64, '']);
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/^\s+at /m);
    expect((await readdir(home)).toSorted()).toEqual(['package.json', 'reader', 'stories']);
  });
});

describe('help', () => {
  it.each([
    ['', 'lede publish <sources…>'],
    ['--help', 'Examples'],
    ['help publish', '--strict'],
    ['check --help', '--json'],
    ['serve -h', '--port'],
    ['--version', 'lede 1.2.3'],
  ])('answers "%s"', async (line, text) => {
    const { code, out } = await lede(line);
    expect(code).toBe(0);
    expect(out).toContain(text);
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(120);
  });
});

describe('progress', () => {
  let time = 0;
  const slow: Partial<Terminal> = { now: () => new Date((time += 600)) };

  it('is a line that comes and goes where a person watches', async () => {
    const { err } = await lede('publish stories', { ...slow, isInteractive: true });
    expect(err).toMatch(/writing pages .*\d+ of \d+/);
    expect(err.endsWith('\r\u001b[K')).toBe(true);
  });

  it('is not shown for quick work, nor where nobody watches', async () => {
    expect((await lede('publish stories', { isInteractive: true })).err).toBe('');
    expect((await lede('publish stories')).err).toBe('');
  });
});
