import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/publisher/wire/readFile.ts';
import { randomNumbers } from './randomNumbers.ts';

/** Milliseconds a file may take; far more than it does, for slow machines under load. */
const patience = 60_000;
const encoder = new TextEncoder();
const read = (name: string, text: string) => readFile({ name, bytes: encoder.encode(text) });
const article = JSON.stringify({
  headline: 'The Moon is leaving',
  published: '2025-12-17T05:10:00+00:00',
  body: ['It moves *away*.', { type: 'list', items: ['by 3.8 cm', 'a year'] }],
  related: ['tides', { headline: 'Apollo', reason: 'background' }],
});

describe('any input at all', () => {
  it('gives an answer for random bytes', () => {
    const next = randomNumbers(7);
    for (let round = 0; round < 200; round += 1) {
      const bytes = Uint8Array.from({ length: Math.floor(next() * 400) }, () => next() * 256);
      const name = ['a.json', 'a.md', 'a.txt', 'a'][round % 4] ?? 'a';
      const { items, refused } = readFile({ name, bytes });
      expect(items.length + refused.length).toBeGreaterThan(0);
    }
  });

  it('gives an answer for random marks of every format', { timeout: patience }, () => {
    const pieces = [
      ...[
        '---\n',
        '\n',
        '\n\n',
        '# ',
        '> ',
        '- ',
        '1. ',
        '**',
        '_',
        '`',
        '```\n',
        '~~',
        '|',
        '|-|\n',
        '[',
        '](',
      ],
      ...[
        ')',
        '![',
        '<b>',
        '</b>',
        '<div>',
        '<table>',
        '<td>',
        '<script>',
        '<!--',
        '&amp;',
        '"',
        '{',
        '}',
        ':',
        ',',
      ],
      ...[
        'headline: ',
        'x',
        '\\',
        '\u202e',
        '\u0000',
        '\ud800',
        '[^1]',
        '[^1]: ',
        'https://a.b/',
        'U.S. ',
        '. ',
      ],
    ];
    const next = randomNumbers(11);
    for (let round = 0; round < 200; round += 1) {
      const text = Array.from(
        { length: Math.floor(next() * 60) },
        () => pieces[Math.floor(next() * pieces.length)],
      ).join('');
      const form = ['a.json', 'a.md', 'a.txt'][round % 3] ?? 'a';
      expect(() => read(form, text), JSON.stringify(text)).not.toThrow();
      const inBody = JSON.stringify({ headline: 'x', body: text });
      expect(read('a.json', inBody).items, JSON.stringify(text)).toHaveLength(1);
    }
  });

  it('says where cut off JSON ends, wherever it is cut', () => {
    for (let length = 1; length < article.length; length += 1) {
      const { items, refused } = read('a.json', article.slice(0, length));
      expect(items).toEqual([]);
      expect(refused[0]?.problems[0]).toMatchObject({ code: 'not-json', line: 1 });
    }
  });

  it.each([
    ['brackets', '['.repeat(5_000_000)],
    ['closed brackets', `${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}`],
    ['nested objects', '{"headline":'.repeat(500_000)],
    ['a long list of numbers', `[${'0,'.repeat(3_000_000)}0]`],
    ['a body of numbers', `{"headline":"x","body":[${'0,'.repeat(3_000_000)}0]}`],
    [
      'unknown fields',
      `{${Array.from({ length: 200_000 }, (_, i) => `"a${i}":0,`).join('')}"headline":"x"}`,
    ],
    ['one line of 5 MB', 'The Moon moves away. '.repeat(250_000)],
    ['one word of 5 MB', 'x'.repeat(5_000_000)],
    ['quotes of 5 MB', '“'.repeat(1_500_000)],
    ['a Markdown body of 5 MB', JSON.stringify({ headline: 'x', body: '*a **b '.repeat(700_000) })],
  ])('reads or refuses %s in bounded time', { timeout: patience }, (_, text) => {
    const { items, refused } = read('a', text);
    expect(items.length + refused.length).toBeGreaterThan(0);
  });

  it.each([
    ...[
      '[',
      ']',
      '*a **b ',
      '> ',
      '1. ',
      '![',
      '`',
      '<b>',
      '<div>',
      '<table><td>',
      '<b><p>',
      '[a](',
      '[^a]',
      '~',
      '|',
      '&',
    ],
    ...['- a\n', '|a|\n|-|\n', '[a]: b\n', '> a\n', '<div></x>', '<script>', '<a href="'],
  ])('reads 100 kB of %j as Markdown in bounded time', { timeout: patience }, (piece) => {
    const text = `# Headline\n\nWords.\n\n${piece.repeat(100_000 / piece.length)}`;
    expect(read('a.md', text).items[0]?.headline).toBe('Headline');
  });

  it.each([
    [
      'a wide head over many short rows',
      `${'|a'.repeat(150)}|\n${'|-'.repeat(150)}|\n${'|word|\n'.repeat(9000)}`,
    ],
    [
      'thousands of columns',
      `${'|a'.repeat(3000)}|\n${'|-'.repeat(3000)}|\n${'|word|\n'.repeat(3000)}`,
    ],
  ])('makes few cells of a table with %s', { timeout: patience }, (_, table) => {
    const { items } = read('a.md', `# Headline\n\n${table}`);
    const cells = JSON.stringify(items[0]?.body).split('"children"').length;
    expect(cells).toBeLessThan(20_000);
    expect(JSON.stringify(items[0]?.body)).toContain('word');
  });

  it.each([
    ['brackets', '['.repeat(60_000)],
    ['lists', '- '.repeat(30_000)],
    ['aliases', 'a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\ntags: *c'],
  ])('refuses front matter of %s', { timeout: patience }, (_, yaml) => {
    const { items, refused } = read('a.md', `---\n${yaml}\n---\nWords.`);
    expect(items).toEqual([]);
    expect(refused[0]?.problems[0]?.code).toBe('not-yaml');
  });
});

describe('a file of more than anybody would write', () => {
  const opened = Array.from({ length: 60 }, (_, at) => `<font id=${at}><p>x`).join('');
  const feedOf = (...texts: string[]): string =>
    `<rss version="2.0"><channel>${texts
      .map(
        (text, at) =>
          `<item><title>${at}</title><description><![CDATA[${text}]]></description></item>`,
      )
      .join('')}</channel></rss>`;

  it('has its words kept, however often its texts open marks that they never close', () => {
    const all = Array.from({ length: 300 }, () => `${opened}word`);
    const { items, refused } = read('a.xml', feedOf(...all));
    expect(refused).toEqual([]);
    const last = items.map(({ body }) => JSON.stringify(body.at(-1)));
    expect(last.filter((text) => text.includes('word'))).toHaveLength(300);
    // What the parser adds is counted for each file by itself.
    const alone = read('b.xml', feedOf(`${opened}<p><b>word</b>`));
    expect(JSON.stringify(alone.items[0]?.body)).toContain('"strong"');
  });

  it('has a reason told for each article that is refused, and not all the others', () => {
    const corrections = Array.from({ length: 90 }, () => ({ text: 5 }));
    const articles = Array.from({ length: 200 }, () => ({ headline: 'A', body: 'B', corrections }));
    const { refused, warnings } = read('a.json', JSON.stringify(articles));
    expect(refused).toHaveLength(200);
    expect(refused.reduce((sum, { problems }) => sum + problems.length, 0)).toBe(10_200);
    expect(warnings.map(({ problem }) => problem.message)).toEqual([
      '7,800 more of the like are not listed',
    ]);
  });

  it('is refused as Markdown before it is taken apart', () => {
    const { refused } = read('a.md', `# A\n\n${'\n'.repeat(2_000_001)}`);
    expect(refused[0]?.problems[0]?.code).toBe('story-too-long');
  });
});
