// @vitest-environment jsdom
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { buildReport } from '../../../src/publisher/report/buildReport.ts';
import type { Report } from '../../../src/publisher/report/report.ts';
import { reportPage } from '../../../src/publisher/report/reportPage.ts';
import { nothing, richReport } from './reported.ts';

const pageOf = (report: Report): Document =>
  new DOMParser().parseFromString(reportPage(report), 'text/html');

const rich = richReport();

test('tells the run in one sentence, and every problem with its place and mend', () => {
  const page = pageOf(rich);
  expect(page.querySelector('h1')?.textContent).toBe('The Sample');
  expect(page.querySelector('.stand')?.textContent).toBe(
    '39 sources gave 75 stories. 4 items refused, 1 item held back, 9 things worth a look.',
  );
  const rows = [...page.querySelectorAll('.problems')].map((table) => [
    table.querySelector('caption')?.textContent,
    table.querySelectorAll('tbody tr').length,
  ]);
  expect(rows).toEqual([
    ['Refused', 5],
    ['Held back', 1],
    ['Worth a look', 9],
  ]);
  const cells = [...page.querySelectorAll('.problems tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(cells).toContainEqual([
    ...['wire/broken.json', '12', '3', '', 'expected a comma or a closing brace, got text'],
    'put a comma after "headline": "The Moon"',
  ]);
});

test('draws an arc for every two stories of the newest 60 of which one names the other', () => {
  const page = pageOf(rich);
  expect(page.querySelectorAll('.web li')).toHaveLength(60);
  const newest = new Set(rich.related.slice(0, 60).map(({ slug }) => slug));
  const pairs = rich.related
    .slice(0, 60)
    .flatMap(({ slug, related }) =>
      related
        .filter((line) => newest.has(line.slug))
        .map((line) => [slug, line.slug].toSorted().join(' ')),
    );
  expect(page.querySelectorAll('.web path')).toHaveLength(new Set(pairs).size);
  expect(pairs.length).toBeGreaterThan(20);
});

test('every drawing is named or has its numbers beside it', () => {
  const page = pageOf(rich);
  const drawings = [...page.querySelectorAll('svg')];
  expect(drawings.length).toBeGreaterThan(5);
  for (const drawing of drawings) {
    if (drawing.getAttribute('aria-hidden') === 'true') continue;
    expect(drawing.getAttribute('role')).toBe('img');
    expect(drawing.getAttribute('aria-label')).toMatch(/\d/);
    expect(drawing.closest('figure')?.querySelector('details table caption')).not.toBeNull();
  }
});

test.each([
  ['2025-12-01', '2025-12-17', 17, 'day'],
  ['2025-01-31', '2025-12-17', 12, 'month'],
  ['1971-06-01', '2025-12-17', 55, 'year'],
  ['0001-01-01', '2025-12-17', 2, 'year'],
])('stories from %s to %s stand in %i columns, one a %s', (first, last, columns, unit) => {
  const days = [first, last].map((day) => ({ day, stories: 2 }));
  const drawing = pageOf({ ...rich, days }).querySelector('.days svg');
  expect(drawing?.getAttribute('viewBox')).toBe(`0 0 ${columns * 10} 100`);
  expect(drawing?.getAttribute('aria-label')).toContain(`by ${unit} `);
});

test('needs nothing but itself and runs nothing', () => {
  const page = pageOf(rich);
  expect(page.querySelectorAll('script, link, img, iframe, a[href], [src], [style]')).toHaveLength(
    0,
  );
  const style = page.querySelector('style')?.textContent ?? '';
  expect(style).not.toMatch(/url\(|@import/);
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = page.querySelector('meta[http-equiv]')?.getAttribute('content');
  expect(policy).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
});

test('a run that published nothing says so', () => {
  const page = pageOf(buildReport(nothing));
  expect(page.querySelector('h1')?.textContent).toBe('Nothing was published');
  expect(page.querySelector('.stand')?.textContent).toBe('No source was read. Nothing refused.');
  expect(page.querySelectorAll('svg')).toHaveLength(0);
});

test('stays small enough to open when a hundred thousand things went wrong', () => {
  const problem = { code: 'no-alt', at: '', message: 'the picture has no description' };
  const warnings = Array.from({ length: 100_000 }, (_, index) => ({
    ref: `s-${index}.md`,
    problem,
  }));
  const html = reportPage(buildReport({ ...nothing, warnings }));
  expect(html.length).toBeLessThan(1_000_000);
  expect(html).toContain('And 99,500 more in report.json.');
});

const hostile = [
  '</title><script>alert(1)</script>',
  '</style><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onclick='alert(1)",
  '<!-- <template><table>',
  '\u0000\u202e\u2066\ufeff\ud800 &#60;b&#62; ]]>',
];

test.each(hostile)('no text of a source breaks out: %j', (text) => {
  const problem = { code: text, at: text, message: text, mend: text };
  const named = { slug: 'a', headline: text, language: text, day: '2025-12-17' };
  const report: Report = {
    ...rich,
    edition: { name: text, language: text, published: '2025-12-17T04:10:00Z', stories: 1 },
    sources: [
      {
        ...{ source: text, format: text, kept: 1, warnings: [{ ref: text, problem }] },
        ...{ refused: [{ ref: text, problems: [problem] }], held: [{ ref: text, problem }] },
      },
    ],
    sections: [{ name: text, stories: 1 }],
    related: [{ ...named, related: [{ slug: 'b', headline: text, language: text }] }],
  };
  const page = pageOf(report);
  const allowed = new Set([...pageOf(rich).querySelectorAll('*')].map(({ tagName }) => tagName));
  const names = [...page.querySelectorAll('*')].map(({ tagName }) => tagName);
  expect(names.filter((name) => !allowed.has(name))).toEqual([]);
  const handlers = [...page.querySelectorAll('*')].flatMap((one) =>
    one
      .getAttributeNames()
      .filter((name) => name.startsWith('on') || name === 'style' || name === 'src'),
  );
  expect(handlers).toEqual([]);
  // Bidi controls may stand in the text, but only where they end with it.
  const controls = /[\u202a-\u202e\u2066-\u2069]/;
  const loose: string[] = [];
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    const { textContent, parentElement } = walker.currentNode;
    if (!controls.test(textContent ?? '')) continue;
    if (!parentElement?.closest('bdi')) loose.push(parentElement?.tagName ?? '');
  }
  expect(loose).toEqual([]);
});
