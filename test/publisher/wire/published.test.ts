import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { blocksSchema } from '../../../src/model/body.ts';
import { markdownBlocks } from '../../../src/publisher/wire/markdownBlocks.ts';
import { randomNumbers } from './randomNumbers.ts';

// Without pictures, which the press has yet to make, a body of the wire is a body as published.
const pieces = [
  ...[
    '\n',
    '\n\n',
    '# ',
    '#### ',
    '> ',
    '- ',
    '1. ',
    '7) ',
    '**',
    '*',
    '_',
    '`',
    '```\n',
    '~~',
    '|a|b|\n|-|-|\n|c|',
  ],
  ...[
    '[a](b)',
    '[a](https://a.b)',
    '[a](/story/x)',
    '[a](//x)',
    '[r]',
    '[r]: https://r.s\n',
    '[^1]',
    '[^1]: ',
  ],
  ...[
    '<b>',
    '</b>',
    '<a href="javascript:1">',
    '</a>',
    '<abbr title="t">',
    '</abbr>',
    '<span lang="ar">',
    '</span>',
  ],
  ...[
    '<span lang="??" dir=up>',
    '<div lang=fr>',
    '</div>',
    '<table>',
    '<tr>',
    '<td colspan=9 rowspan=0>',
    '<th>',
  ],
  ...[
    '</table>',
    '<ol start=x>',
    '<ol start=4>',
    '<li>',
    '</ol>',
    '<script>',
    '</script>',
    '<p dir=rtl>',
    '<hr>',
    '<pre>',
  ],
  ...['words', ' ', '  \n', '\\', '&lt;', '\u0001', '\u2028', 'x@y.zz ', 'www.a.b '],
];

describe('blocks from any Markdown', () => {
  it('are blocks that the reader can show', { timeout: 20_000 }, () => {
    const next = randomNumbers(23);
    for (let round = 0; round < 150; round += 1) {
      const text = Array.from(
        { length: Math.floor(next() * 40) },
        () => pieces[Math.floor(next() * pieces.length)],
      ).join('');
      const result = v.safeParse(blocksSchema, markdownBlocks(text).blocks);
      expect(result.issues?.map(({ message }) => message) ?? [], JSON.stringify(text)).toEqual([]);
    }
  });

  it('hold no empty marks, links inside links, or text that begins or ends with a space', () => {
    const { blocks } = markdownBlocks(
      '** ** [](https://a.b) <a href="https://a.b">x [y](https://c.d) z</a> ',
    );
    expect(blocks).toEqual([
      {
        type: 'paragraph',
        children: ['** ** ', { type: 'link', href: 'https://a.b/', children: ['x y z'] }],
      },
    ]);
  });
});
