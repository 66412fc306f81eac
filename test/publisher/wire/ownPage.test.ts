import { describe, expect, it } from 'vitest';
import { readOwnPage } from '../../../src/publisher/wire/ownPage.ts';

const read = (name: string, text: string) =>
  readOwnPage({ name, bytes: new TextEncoder().encode(text) });

describe("one of the publisher's own pages", () => {
  it('has its slug from the file and its headline from the first heading', () => {
    expect(read('pages/About us.md', '# About *us*\n\nWe print.')).toEqual({
      ok: true,
      value: {
        slug: 'about-us',
        headline: 'About us',
        body: [{ type: 'paragraph', children: ['We print.'] }],
      },
      warnings: [],
    });
  });

  it('may name headline, slug and language in front matter', () => {
    const page = read('x.md', '---\nheadline: Impressum\nslug: imprint\nlanguage: de\n---\nText.');
    expect(page).toMatchObject({
      ok: true,
      value: { slug: 'imprint', headline: 'Impressum', language: 'de' },
    });
  });

  it('has no note for editors in its headline', () => {
    const page = read('x.md', '---\nheadline: Imprint %%which court?%%\n---\nText.');
    expect(page).toMatchObject({ ok: true, value: { headline: 'Imprint' } });
    expect(page.ok ? page.warnings?.map(({ code, at }) => [code, at]) : []).toEqual([
      ['dropped-note', 'headline'],
    ]);
  });

  it.each([
    ['archive.md', '# Archive', 'reserved-slug'],
    ['about.md', 'No heading.', 'missing-headline'],
    ['版.md', '# 版', 'missing-slug'],
    ['about.md', '', 'empty-file'],
    ['about.md', '---\nslug: A B\n---\n# About', 'invalid-slug'],
    ['about.md', '---\ndraft: true\n---\n# About', 'held-page'],
    ['about.md', '---\npublished: false\n---\n# About', 'held-page'],
    ['about.md', '---\npublished: "no"\n---\n# About', 'held-page'],
    ['about.md', '---\npublished: n\n---\n# About', 'held-page'],
    ['about.md', '---\npublished: soon\n---\n# About', 'held-page'],
    ['about.md', '---\npublished: after the vote of 2024\n---\n# About', 'held-page'],
    ['about.md', '---\nembargo: 2099-01-01T00:00:00Z\n---\n# About', 'held-page'],
    ['about.md', '---\npublishDate: when it is done\n---\n# About', 'held-page'],
    ...[
      ...['2026-12-31 at noon', '12/31/2026', '31. Dezember 2026', 'Q4 2026', 'décembre 2026'],
      ...['31.2.2026', 'Mai 2099', 'im Mai 2099'],
      ...['in two weeks', 'Tomorrow', 'awaiting sign-off', 'private', 'wip', 'morgen', 'Penguin'],
    ].map((when) => ['about.md', `---\npublished: "${when}"\n---\n# About`, 'held-page']),
  ])('%s holding %j is refused', (name, text, code) => {
    const page = read(name, text);
    expect(page.ok ? [] : page.problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('says how a time is written, where it has none that can be read', () => {
    const page = read('about.md', '---\npublished: in May\n---\n# About');
    expect(page.ok ? [] : page.problems).toMatchObject([
      {
        message: 'expected a time that says whether the page may go out, got "in May"',
        mend: expect.stringContaining('2026-05-01') as string,
      },
    ]);
  });

  it.each(['draft: false', 'published: true', 'published: "yes"', 'published:'])(
    'goes out where it says so: %s',
    (field) => {
      const page = read('about.md', `---\n${field}\n---\n# About`);
      expect(page.ok && page.value).not.toHaveProperty('embargo');
      expect(page.ok ? JSON.stringify(page.warnings) : 'refused').not.toMatch(/refused|held back/);
    },
  );

  it.each([
    ['2024', '2024-12-31'],
    ['20990501', '2099-05-01'],
    ['May 2024', '2024-05-31'],
    ['Feb. 2096', '2096-02-29'],
    ['31.12.2026', '2026-12-31'],
    ['December 31st, 2026', '2026-12-31'],
    ['9 December 2099', '2099-12-09'],
    ['y', undefined],
  ])(
    'waits for the day that it names, and the end of a month or year: %s',
    (published, embargo) => {
      const page = read('about.md', `---\npublished: ${published}\n---\n# About`);
      expect(page.ok && page.value.embargo).toBe(embargo);
    },
  );
});
