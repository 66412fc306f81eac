import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/publisher/wire/readFile.ts';

const read = (name: string, text: string) =>
  readFile({ name, bytes: new TextEncoder().encode(text) });

describe('what an editor is told', () => {
  it('is where, what was expected, what was found and how to mend it', () => {
    const text =
      '{\n  "headline": "The Moon is leaving",\n  "picture": { "src": "moon.svg", "alt": 42 }\n}';
    expect(read('moon.json', text).refused).toEqual([
      {
        ref: 'moon.json',
        problems: [
          {
            code: 'invalid-picture',
            at: 'picture.alt',
            line: 3,
            column: 42,
            message: 'expected text, got a number',
            mend: 'write a sentence saying what is to be seen',
          },
        ],
      },
    ]);
  });

  it('names the field that a misspelt one was meant to be, and lets the story go out', () => {
    const { items, warnings } = read('a.json', '{ "headline": "A", "body": "B", "publised": "x" }');
    expect(items).toHaveLength(1);
    expect(warnings[0]?.problem).toMatchObject({
      code: 'unknown-field',
      at: 'publised',
      mend: 'did you mean "published"?',
    });
  });

  it('tells all that is wrong with a story at once, in the order of the text', () => {
    const text = '{ "updated": "now",\n "slug": "A B",\n "headline": "" }';
    const [refusal] = read('a.json', text).refused;
    expect(refusal?.problems.map(({ at, line }) => [at, line])).toEqual([
      ['updated', 1],
      ['slug', 2],
      ['headline', 3],
    ]);
  });

  it('of so many things at most, with how many more there are', () => {
    const more = (fields: Record<string, unknown>): unknown =>
      read('a.json', JSON.stringify({ headline: 'A', body: 'B.', ...fields })).warnings.at(-1)
        ?.problem;
    const strange = Array.from({ length: 150 }, (_, at) => [`field${at}`, 1] as const);
    expect(more(Object.fromEntries<unknown>(strange))).toMatchObject({
      code: 'not-listed',
      message: '130 more of the like are not listed',
    });
    const related = Array.from({ length: 101 }, () => ({ headline: 'C', colour: 'red' }));
    expect(more({ related })).toMatchObject({ message: '1 more of the like is not listed' });
    const tags = Array.from({ length: 101 }, () => 7);
    const [refusal] = read('b.json', JSON.stringify({ headline: 'A', tags })).refused;
    expect(refusal?.problems).toHaveLength(101);
    expect(refusal?.problems.map(({ message }) => message)).toContain(
      '1 more of the like is not listed',
    );
  });

  it('keeps the good stories of a list beside the bad ones, each under its own name', () => {
    const { items, refused } = read(
      'week.json',
      '[{"headline":"A"},{"headline":7},{"headline":"C"}]',
    );
    expect(items.map(({ ref }) => ref)).toEqual(['week.json [0]', 'week.json [2]']);
    expect(refused.map(({ ref }) => ref)).toEqual(['week.json [1]']);
  });

  it('refuses what is no text with a word about what it is', () => {
    const { refused } = readFile({ name: 'a.docx', bytes: Uint8Array.from([0x50, 0x4b, 3, 4, 0]) });
    expect(refused[0]?.problems[0]).toMatchObject({ code: 'not-text' });
    expect(refused[0]?.problems[0]?.message).toContain('Word');
  });

  it.each(['feed.xml', 'posts.json'])(
    'refuses a web page saved as %s: a host said sorry',
    (name) => {
      const page = '<html><head><title>Sorry</title></head><body>Service unavailable</body></html>';
      const { items, refused } = read(name, page);
      expect(items).toEqual([]);
      expect(refused[0]?.problems[0]).toMatchObject({ code: 'not-a-feed' });
      expect(refused[0]?.problems[0]?.mend).toContain('fetch it again');
      expect(read('sorry.html', page).items).toHaveLength(1);
    },
  );

  it('refuses a file above 10 MiB without reading it', () => {
    const { refused } = readFile({
      name: 'a.txt',
      bytes: new Uint8Array(10 * 1024 * 1024 + 1).fill(97),
    });
    expect(refused[0]?.problems[0]?.code).toBe('file-too-large');
  });
});

describe('more than anyone reads', () => {
  it.each([
    [
      'a story of more than two million characters',
      'a.txt',
      'word '.repeat(450_000),
      'story-too-long',
    ],
    [
      'a story of more than 50,000 paragraphs',
      'a.txt',
      'One. Two.\n\n'.repeat(50_002),
      'story-too-long',
    ],
  ])('%s is refused, and said to be too long', (_, name, text, code) => {
    const { items, refused } = read(name, text);
    expect(items).toEqual([]);
    expect(refused.flatMap(({ problems }) => problems.map((one) => one.code))).toEqual([code]);
  });

  it.each([
    ['a.xml', `<rss><channel>${'<item/>'.repeat(1_000_000)}</channel></rss>`],
    [
      'b.json',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: Array.from({ length: 10_001 }, () => ({ content_text: '' })),
      }),
    ],
  ])(
    'a feed of more than 10,000 items gives the first of them, and is refused beside them: %s',
    (name, text) => {
      const { items, refused } = read(name, text);
      const [told, ...others] = refused;
      expect(items.length + others.length).toBe(10_000);
      expect(told?.ref).toBe(name);
      const [problem] = told?.problems ?? [];
      expect(problem?.code).toBe('too-many-items');
      expect(problem?.message).toMatch(/^expected at most 10000 stories in a file, got /);
      expect(problem?.mend).toBe('cut the file into several');
    },
  );

  it('a list of more than 10,000 articles is refused: which of them should go out is not ours to say', () => {
    const list = Array.from({ length: 10_001 }, () => ({ headline: 'One' }));
    const { items, refused } = read('a.json', JSON.stringify(list));
    expect(items).toEqual([]);
    expect(refused[0]?.problems[0]).toMatchObject({
      code: 'too-many-articles',
      mend: 'cut the file into several',
    });
  });

  it.each([
    ['brackets', '['.repeat(5_000_000)],
    ['objects', '{"a":'.repeat(1_000_000)],
    ['empty objects', `[${'{},'.repeat(1_000_000)}{}]`],
    ['brackets behind a quoted one', `["]\\"]]",${'['.repeat(1_001)}`],
  ])('%s without end are not read: each would take memory', (_, text) => {
    const [refusal] = read('a.json', text).refused;
    expect(refusal?.problems.map(({ code }) => code)).toEqual(['too-many-values']);
  });

  it('what is worth telling of a file has an end, and how much more there is is said', () => {
    const list = Array.from({ length: 6000 }, () => ({ headline: 'A', colour: 'red' }));
    const ends = [
      read('a.json', JSON.stringify(list)).warnings,
      read(
        'b.xml',
        `<rss><channel>${'<item><title>A</title></item>'.repeat(9_999)}</channel></rss>`,
      ).warnings,
    ].map((warnings) => {
      const rest = warnings.find(({ problem }) => problem.code === 'not-listed');
      return [warnings.length, rest?.problem.message];
    });
    expect(ends).toEqual([
      [10_001, '2,000 more of the like are not listed'],
      [10_001, '9,998 more of the like are not listed'],
    ]);
  });

  it('a picture is no story: a message may have as many as it likes', () => {
    const open = '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>';
    const each = Array.from({ length: 10_001 }, (_, at) => `p${at}`);
    const pictures = each.map(
      (guid) =>
        `<newsItem guid="${guid}"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>`,
    );
    const links = each.map((guid) => `<link residref="${guid}"/>`).join('');
    const text = `<newsItem guid="t"><itemMeta>${links}</itemMeta><contentMeta><headline>One</headline></contentMeta></newsItem>`;
    const { items, refused } = read(
      'a.xml',
      `${open}${pictures.join('')}${text}</itemSet></newsMessage>`,
    );
    expect(refused).toEqual([]);
    expect(items.map(({ headline }) => headline)).toEqual(['One']);
  });

  it('a list inside a story counts with all that is in it', () => {
    const items = '<li>one'.repeat(60_000);
    const { refused } = read(
      'a.xml',
      `<rss><channel><item><title>A</title><description><![CDATA[<ul>${items}</ul>]]></description></item></channel></rss>`,
    );
    expect(refused[0]?.problems[0]?.code).toBe('story-too-long');
  });

  it.each(['standfirst', 'byline', 'section'])(
    'a %s of a megabyte is refused, and named',
    (field) => {
      const { refused } = read(
        'a.json',
        JSON.stringify({ headline: 'A', body: 'One.', [field]: '\u5b57'.repeat(1_000_000) }),
      );
      expect(refused[0]?.problems[0]).toMatchObject({ code: 'story-too-long', at: field });
    },
  );

  it('a page of very many breaks that nobody sees is read', () => {
    const page =
      '<!doctype html><script type="application/ld+json">' +
      '{"@context":"https://schema.org","@type":"NewsArticle","headline":"A"}</script>' +
      `<article><h1>A</h1><p>One.</p><nav>${'<br>'.repeat(150_000)}</nav></article>`;
    expect(read('a.html', page).items.map(({ headline }) => headline)).toEqual(['A']);
  });
});

describe('the format of a file', () => {
  it.each([
    ['a.txt', '[{"headline":"A"}]', 'A'],
    ['a.md', '{"headline":"A"}', 'A'],
    ['a.txt', '---\nheadline: A\n---\nB.', 'A'],
    ['a.markdown', '# A\n\nB.', 'A'],
    ['a', 'A\n\nB b.', 'A'],
    ['a.txt', '[Update] A\n\nB b.', '[Update] A'],
    ['a.txt', '--- not front matter\n\nB b.', '--- not front matter'],
  ])('%s holding %j is known by its content', (name, text, headline) => {
    expect(read(name, text).items[0]?.headline).toBe(headline);
  });
});
