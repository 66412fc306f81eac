import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, it } from 'vitest';
import { plainMarkdown } from '../../../src/publisher/wire/plainMarkdown.ts';
import { randomNumbers } from './randomNumbers.ts';

/** What the parser makes of a text, without where each piece stood. */
function parsed(text: string): unknown {
  const { children } = fromMarkdown(text, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const bare = (node: Nodes): unknown => {
    const { position: _, ...rest } = node;
    return 'children' in rest ? { ...rest, children: rest.children.map(bare) } : rest;
  };
  return children.map(bare);
}

it('takes newspaper copy as its paragraphs', () => {
  const text = [
    'The Moon leaves us by 3.8 cm a year, says Dr. Ada Moss (of Leeds) – and “nobody” minds.',
    '',
    '1914 was different: 50% more, $3.50 a head; what’s left? 7 + 3 = 10! #tides',
    "It's set in two lines\nof one paragraph.",
    '',
    'Ñandú, 月は遠い, Луна далеко.',
  ].join('\n');
  expect(plainMarkdown(text)).toHaveLength(3);
  expect(plainMarkdown(text)).toEqual(parsed(text));
});

it.each([
  ['a link', 'See [the tides](https://example.org).'],
  ['an address', 'See https://example.org for it.'],
  ['an address without its scheme', 'See WWW.example.org for it.'],
  ['a mail address', 'Write to ada@example.org.'],
  ['stress', 'It was *never* so.'],
  ['an entity', 'Moss &amp; Sons'],
  ['a heading', '# Tides'],
  ['an underlined heading', 'Tides\n====='],
  ['a rule', 'Tides\n---'],
  ['a list', '- one\n- two'],
  ['a numbered list', '1914. The lamps go out.'],
  ['a hard line break', 'Tides  \nrise'],
  ['code', '    let it be'],
])('leaves %s to the parser', (_, text) => {
  expect(plainMarkdown(text)).toBeUndefined();
});

it('says of any text what the parser says, or nothing', () => {
  const pieces = [
    ...['word', 'Word', 'é', '月', '“', '”', "'", '"', '(', ')', '.', ',', ':', ';', '!', '?', '-'],
    ...['–', '—', '+', '=', '#', '*', '_', '~', '`', '|', '>', '<', '&', '@', '[', ']', '\\', '/'],
    ...[
      '1',
      '12',
      '1914',
      '12345',
      '. ',
      ') ',
      ' ',
      '  ',
      '\t',
      '\n',
      '\n\n',
      '\n\n\n',
      '\n ',
      ' \n',
    ],
    ...['www.', 'http://a.b', 'mailto:', '^1', '$', '%', '{', '}', '\u00a0', '\u2003', '\f', '\v'],
    ...['Table: a', ':-', 'x.y', 'a.b.com', 'http:', 'ftp:', '…', '\u200b', '£5'],
  ];
  const next = randomNumbers(11);
  let plain = 0;
  for (let round = 0; round < 20_000; round += 1) {
    // Now and then from the pieces that mean nothing, or hardly any text would be plain.
    const from = round % 3 === 0 ? pieces : pieces.filter((one) => !/[*_~`|<>&@[\]\\\t]/.test(one));
    const length = 1 + Math.floor(next() * 12);
    const text = Array.from({ length }, () => from[Math.floor(next() * from.length)]).join('');
    const paragraphs = plainMarkdown(text);
    if (paragraphs === undefined) continue;
    plain += 1;
    expect(paragraphs, JSON.stringify(text)).toEqual(parsed(text));
  }
  expect(plain).toBeGreaterThan(1000);
});
