import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/publisher/config.ts';

const parse = (config: unknown) => parseConfig(JSON.stringify(config), 'lede.json');
const wrong = (config: object) => {
  const result = parse({ name: 'The Example', ...config });
  const { ok } = result;
  return (ok ? result.warnings : result.problems).map(({ code, at }) => [ok, code, at]);
};

describe('lede.json', () => {
  it('needs a name only', () => {
    expect(parse({ name: ' The  Example ' })).toEqual({
      ok: true,
      value: {
        name: 'The Example',
        language: 'en',
        timeZone: 'UTC',
        sections: [],
        front: [],
        pages: [],
      },
      warnings: [],
    });
  });

  it('is read in full, its address without a trailing slash and with its path', () => {
    const result = parse({
      $schema: '../public/lede.schema.json',
      name: 'The Example',
      tagline: 'Every morning',
      url: 'https://Example.org/news/',
      language: 'en-gb',
      timeZone: 'Europe/London',
      icon: 'icon.svg',
      sections: ['World', 'Science'],
      lead: 'moon-is-leaving',
      front: ['tides'],
      pages: ['pages/about.md'],
    });
    expect(result).toEqual({
      ok: true,
      value: {
        name: 'The Example',
        tagline: 'Every morning',
        url: 'https://example.org/news',
        language: 'en-GB',
        timeZone: 'Europe/London',
        icon: 'icon.svg',
        sections: ['World', 'Science'],
        lead: 'moon-is-leaving',
        front: ['tides'],
        pages: ['pages/about.md'],
      },
      warnings: [],
    });
  });

  it.each([
    [{ name: '' }, 'missing-name', 'name'],
    [{ name: undefined }, 'missing-name', 'name'],
    [{ url: 'example.org' }, 'invalid-url', 'url'],
    [{ url: 'ftp://example.org/' }, 'invalid-url', 'url'],
    [{ url: 'https://example.org/?a' }, 'invalid-url', 'url'],
    [{ language: 'English (UK)' }, 'invalid-language', 'language'],
    [{ timeZone: 'London' }, 'invalid-time-zone', 'timeZone'],
    [{ timeZone: '+01:00' }, 'invalid-time-zone', 'timeZone'],
    [{ icon: '/etc/icon.svg' }, 'invalid-icon', 'icon'],
    [{ sections: 'World' }, 'invalid-sections', 'sections'],
    [{ sections: ['World', 7] }, 'invalid-sections', 'sections[1]'],
    [{ sections: ['Arts', 'World', 'arts!'] }, 'invalid-sections', 'sections[2]'],
    [{ lead: 'The Moon' }, 'invalid-lead', 'lead'],
    [{ front: ['ok', 'Not ok'] }, 'invalid-front', 'front[1]'],
    [{ pages: ['../about.md'] }, 'invalid-pages', 'pages[0]'],
    [{ pages: ['pages\\..\\..\\about.md'] }, 'invalid-pages', 'pages[0]'],
    [{ pages: ['/about.md'] }, 'invalid-pages', 'pages[0]'],
    [{ pages: ['about.html'] }, 'invalid-pages', 'pages[0]'],
    [{ pages: ['pages/archive.md'] }, 'reserved-page', 'pages[0]'],
  ])(
    'says of %j what is wrong, and goes on without it unless it is the name or the address',
    (config, code, at) => {
      expect(wrong(config)).toEqual([[at !== 'name' && at !== 'url', code, at]]);
    },
  );

  it('says where, what was expected and found, and how to mend it', () => {
    const result = parseConfig('{\n  "name": "X",\n  "timeZone": "London"\n}', 'lede.json');
    expect(result).toMatchObject({
      ok: true,
      value: { name: 'X', timeZone: 'UTC' },
      warnings: [
        {
          code: 'invalid-time-zone',
          at: 'timeZone',
          line: 3,
          column: 15,
          message: 'expected a time zone by its IANA name, got "London"; left out',
          mend: 'write a name such as Europe/London, Asia/Tokyo or UTC',
        },
      ],
    });
  });

  it('leaves out the wrong entries of a list, and the others stay', () => {
    const pages = ['about.md', '../up.md', 'archive.md'];
    const result = parse({ name: 'X', language: 7, front: ['moon', 7], pages });
    expect(result).toMatchObject({ ok: true, value: { front: ['moon'], pages: ['about.md'] } });
    expect(result.ok && result.warnings.map(({ at }) => at)).toEqual([
      ...['language', 'front[1]', 'pages[1]', 'pages[2]'],
    ]);
  });

  it.each([
    ['title', 'name'],
    ['description', 'tagline'],
    ['taglin', 'tagline'],
  ])('knows that %s was meant as %s', (other, field) => {
    const result = parse({ name: 'X', [other]: 'Y' });
    expect(result.ok && result.warnings[0]?.mend).toBe(`did you mean "${field}"?`);
  });

  it('refuses an address or a name that stands under another name', () => {
    for (const [written, meant] of [
      ...[
        ['baseUrl', 'url'],
        ['base_url', 'url'],
        ['URL', 'url'],
        ['ulr', 'url'],
        ['site', 'url'],
      ],
      ...[
        ['title', 'name'],
        ['nmae', 'name'],
      ],
    ] as const) {
      const config = { name: 'X', url: 'https://example.org', [written]: 'https://example.org' };
      const { [meant]: _, ...misspelt } = config;
      const result = parse(misspelt);
      expect(result.ok ? [] : result.problems.map(({ code, at }) => [code, at])).toEqual([
        ['misspelt-field', written],
      ]);
      expect(parse(config).ok).toBe(true);
    }
  });

  it('warns about a field it does not know, with the one that was meant', () => {
    const result = parse({ name: 'X', timezone: 'UTC' });
    expect(result.ok && result.warnings[0]).toMatchObject({
      code: 'unknown-field',
      at: 'timezone',
      mend: 'did you mean "timeZone"?',
    });
  });

  it('names the line where it is no JSON, and says what it is when it is a list', () => {
    expect(parseConfig('{\n "name": "X",\n}', 'lede.json')).toMatchObject({
      ok: false,
      problems: [{ code: 'not-json', line: 2, column: 13 }],
    });
    expect(parse([])).toMatchObject({ ok: false, problems: [{ code: 'invalid-config' }] });
  });
});
