import { expect, it } from 'vitest';
import { readFile } from '../../../src/publisher/wire/readFile.ts';

const wordsOf = (markdown: string): string => {
  const bytes = new TextEncoder().encode(`# T\n\n${markdown}\n`);
  return JSON.stringify(readFile({ name: 'a.md', bytes }).items[0]?.body);
};

it.each([
  ['a script', '<script>var a = "<!--";</script>\n\nWords that follow.'],
  ['a value', '<a title="<!-- x">shown words</a> and more.\n\nWords that follow. --> end'],
  ['a block’s tag', '<div title="<!-- x">\n\nWords that follow.\n\n</div>'],
])('takes nothing for a comment that stands in %s', (_, markdown) => {
  expect(wordsOf(markdown)).toContain('Words that follow.');
});

it.each([
  ['a block', '<div>a <!-- secret\n\nmore secret --> b</div>\n\nshown'],
  ['a block behind a tag', '<div class="a"><!-- secret\n\nmore secret --></div>\n\nshown'],
  ['a line behind a script', '<script>a()</script><!-- secret\n\nmore secret -->\n\nshown'],
  ['a block behind an open tag', '<div>a <b and <!-- secret\n\nmore secret --></div>\n\nshown'],
  ['a sentence', 'a <b>c</b> <!-- secret\n\nmore secret --> d\n\nshown'],
])('takes out a comment in %s, over blank lines too', (_, markdown) => {
  const words = wordsOf(markdown);
  expect(words).toContain('shown');
  expect(words).not.toContain('secret');
});

it('takes nothing out of a headline that stands between backticks', () => {
  const headline = 'Why `<!--` and `%%` matter in HTML';
  const bytes = new TextEncoder().encode(JSON.stringify({ headline, body: ['Hi.'] }));
  expect(readFile({ name: 'a.json', bytes }).items[0]?.headline).toBe(headline);
});
