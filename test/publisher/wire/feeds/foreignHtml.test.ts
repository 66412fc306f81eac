import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { blocksSchema } from '../../../../src/model/body.ts';
import { bodyTexts } from '../../../../src/model/words.ts';
import { foreignHtml } from '../../../../src/publisher/wire/feeds/foreignHtml.ts';
import type { SourceBlock } from '../../../../src/publisher/wire/wireItem.ts';
import { randomNumbers } from '../randomNumbers.ts';

const base = 'https://news.example.org/a/story';
const read = (html: string): SourceBlock[] => foreignHtml(html, { base }).blocks;
const letters = (text: string): string => text.replace(/\s+/g, '');
/** Words of a body, those of pull quotes with them. */
const wordsOf = (blocks: readonly SourceBlock[]): string =>
  letters(
    bodyTexts(
      blocks.map((block) => (block.type === 'pullquote' ? { ...block, type: 'note' } : block)),
    ).join(' '),
  );
/** Whether the reader could show it: its pictures are left out, since the press makes those. */
const isShowable = (blocks: readonly SourceBlock[]): boolean =>
  v.is(blocksSchema, JSON.parse(JSON.stringify(blocks, dropPictures)));

function dropPictures(_: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return (value as unknown[]).filter(
    (one) => !/^\{"type":"(?:picture|gallery)"/.test(JSON.stringify(one)),
  );
}

describe('a foreign body', () => {
  it('keeps its words through any nesting of any elements', () => {
    const next = randomNumbers(11);
    const tags = (
      'p div b i a span ul ol li table tr td th blockquote figure figcaption h1 h3 pre code section aside ' +
      'details summary dl dt dd q sub font center article cite footer form label button video-js math'
    ).split(' ');
    for (let round = 0; round < 400; round += 1) {
      const said: string[] = [];
      let html = '';
      for (let count = 0; count < 30; count += 1) {
        const tag = tags[Math.floor(next() * tags.length)] ?? 'p';
        const word = `w${round}x${count}`;
        said.push(word);
        html += `<${next() < 0.3 ? '/' : ''}${tag}> ${word} `;
      }
      const blocks = read(html);
      const kept = wordsOf(blocks);
      expect(
        said.filter((word) => !kept.includes(word)),
        html,
      ).toEqual([]);
      expect(isShowable(blocks), html).toBe(true);
    }
  });

  it('tells how many words went that could be seen, not those of scripts or what is hidden', () => {
    const buttons =
      '<div class="sharedaddy"><b>Share</b> this <script>let x</script><p hidden>or not</p></div>';
    const { losses } = foreignHtml(`<p>Word.</p>${buttons}<div hidden>Unseen.</div>`);
    expect(losses.toProblems('body').map(({ message }) => message)).toEqual([
      'left out what is no part of a story (2 words): 1 <div>, 1 hidden <div>',
    ]);
  });

  it('says the same when it is read a second time from its own words', () => {
    const words = 'a < b & c > d "quoted" <script>';
    const escaped = words.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);
    expect(read(`<p>${escaped}</p>`)).toEqual([{ type: 'paragraph', children: [words] }]);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://news.example.org/x',
    'https://user:pass@news.example.org/',
    'intent://x',
  ])('keeps the words of a link to %j and not the link', (href) => {
    const body = foreignHtml(`<p><a href="${href}">words</a> <img src="${href}"></p>`, { base });
    expect(body.blocks).toEqual([{ type: 'paragraph', children: ['words'] }]);
    expect(body.losses.toProblems('').map(({ code }) => code)).toContain('dropped-link');
  });

  it.each([
    'java\tscript:alert(1)',
    'jav&#x09;ascript:x',
    '&#1;javascript:x',
    '%6aavascript:x',
    'x y:z',
  ])('takes no picture from %j where relative ones are files beside it', (src) => {
    expect(foreignHtml(`<p>words <img src="${src}" alt=""></p>`).blocks).toEqual([
      { type: 'paragraph', children: ['words'] },
    ]);
  });

  it.each([
    ['a script', '<script>x</script>', '<script>'],
    ['a style', '<style>p{}</style>', '<style>'],
    ['a picture that counts readers', '<img src="/p.gif" width="1" height="1">', 'tracking pixel'],
    ['a beacon', '<img src="https://pixel.wp.com/b.gif">', 'tracking pixel'],
    ['a hidden element', '<div style="display: none">x</div>', 'hidden <div>'],
    ['a drawing', '<svg><script>x</script></svg>', '<svg>'],
    ['a frame without address', '<iframe srcdoc="<p>x">x</iframe>', '<iframe>'],
  ])('leaves out %s and says so', (_, html, what) => {
    const { blocks, losses } = foreignHtml(html, { base });
    expect(blocks).toEqual([]);
    expect(losses.toProblems('body')[0]?.message).toContain(what);
  });

  it('reads depth, width and length in bounded time and keeps the words', () => {
    const hostile = [
      `${'<div>'.repeat(100_000)}word`,
      `${'<b><i>'.repeat(50_000)}word`,
      `<p>${Array.from({ length: 400 }, (_, at) => `<b id=${at}>`).join('')}${'<p>x'.repeat(20_000)}word`,
      `<p ${Array.from({ length: 80_000 }, (_, at) => `a${at}`).join(' ')}>word</p>`,
      `${'<table><td>'.repeat(20_000)}word`,
      `${'<ul><li>'.repeat(400)}word`,
      `${'<blockquote>'.repeat(400)}word`,
      `${'<'.repeat(500_000)} word`,
      `${'&'.repeat(500_000)} word`,
      `<p>${'a '.repeat(600_000)}word</p>`,
      `<img srcset="${'a'.repeat(900_000)}">word`,
      `<!--${'-'.repeat(500_000)}-->word`,
    ];
    for (const html of hostile) {
      const start = performance.now();
      const text = bodyTexts(read(html)).join(' ');
      expect(text.endsWith('word'), html.slice(0, 40)).toBe(true);
      expect(performance.now() - start, html.slice(0, 40)).toBeLessThan(10_000);
    }
  }, 120_000);
});

describe('language and direction', () => {
  const bodyOf = (html: string): string => JSON.stringify(foreignHtml(html).blocks);
  const lang = (language: string, dir: string, text: string): string =>
    JSON.stringify({ type: 'lang', language, dir, children: [text] });

  it.each([
    ['<td lang="ar">', lang('ar', 'rtl', 'Salam')],
    ['<td lang="fr">', lang('fr', 'ltr', 'Salam')],
    ['<td dir="rtl">', lang('und', 'rtl', 'Salam')],
    ['<td><p lang="he">', lang('he', 'rtl', 'Salam')],
    ['<td dir="ltr">', '"Salam"'],
  ])('survive in the cells of a table: %s', (cell, said) => {
    const table = bodyOf(`<table><tr><td>One</td>${cell}Salam</td></tr></table>`);
    expect(table).toContain(`"children":[${said}]`);
  });

  it.each([
    ['<span dir="rtl">', lang('und', 'rtl', 'Salam')],
    ['<bdo dir="rtl">', lang('und', 'rtl', 'Salam')],
    ['<span dir="ltr">', '"He said Salam"'],
  ])('survive inside a line where no language is named: %s', (tag, said) => {
    expect(bodyOf(`<p>He said ${tag}Salam</span></bdo></p>`)).toContain(said);
  });
});
