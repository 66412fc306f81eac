import { describe, expect, it } from 'vitest';
import type { Inline } from '../../../../src/model/body.ts';
import { foreignHtml } from '../../../../src/publisher/wire/feeds/foreignHtml.ts';
import type { SourceBlock } from '../../../../src/publisher/wire/wireItem.ts';
import { randomNumbers } from '../randomNumbers.ts';

const base = 'https://news.example.org/a/story';
const read = (html: string): SourceBlock[] => foreignHtml(html, { base }).blocks;

const addresses = [
  ...[
    'https://a.example.org/x',
    '/x?y=1&z=2',
    'mailto:desk@example.org',
    '#there',
    '//b.example.org',
  ],
  ...[
    'javascript:alert(1)',
    'JAVA&#83;CRIPT:x',
    ' java\tscript:x',
    '&#1;javascript:x',
    'data:text/html,x',
  ],
  ...[
    'vbscript:x',
    'blob:https://a/b',
    'filesystem:http://a/b',
    'intent://x',
    'ms-word:x',
    'view-source:x',
  ],
  ...[
    'https://user:pw@a.example.org/',
    'http:\\\\a.example.org',
    '\\\\a.example.org\\x',
    'http://',
    'x:y',
    '',
  ],
];
const slots = [
  ...[
    '<a href="@">',
    '<img src="@" alt="p">',
    '<img srcset="@ 800w">',
    '<img data-src="@">',
    '<iframe src="@">',
  ],
  ...[
    '<video src="@" poster="@">',
    '<audio><source src="@">',
    '<object data="@">',
    '<embed src="@">',
    '<q cite="@">',
  ],
  ...[
    '<blockquote cite="@">',
    '<form action="@"><button formaction="@">',
    '<base href="@">',
    '<area href="@">',
  ],
  ...[
    '<link rel="stylesheet" href="@">',
    '<meta http-equiv="refresh" content="0;url=@">',
    '<input src="@">',
  ],
  ...[
    '<svg><a xlink:href="@">',
    '<math href="@">',
    '<table background="@">',
    '<p style="background:url(@)">',
  ],
  ...[
    '<del cite="@">',
    '<a ping="@" href="https://a.example.org/">',
    '<portal src="@">',
    '<frame src="@">',
  ],
];
const markup = [
  ...[
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<ul><li>',
    '</ul>',
    '<ol start=3><li>',
    '<table><tr><td>',
    '<th>',
    '</table>',
  ],
  ...[
    '<blockquote>',
    '</blockquote>',
    '<figure>',
    '<figcaption>',
    '</figure>',
    '<pre>',
    '</pre>',
    '<b>',
    '</b>',
    '<sub>',
  ],
  ...[
    '<sup>',
    '<i lang=fr>',
    '<p dir=rtl lang=ar>',
    '<h2>',
    '</h2>',
    '<br>',
    '<hr>',
    '<code>',
    '<!-- x -->',
    '<!DOCTYPE x>',
  ],
  ...[
    '<details><summary>',
    '<dl><dt>',
    '<dd>',
    '<noscript>',
    '<select><option>',
    '<textarea>',
    '<math><mi>',
    '<nobr>',
    '<ruby><rt>',
  ],
  ...[
    '<template>',
    '</template>',
    '<a id=location name=__proto__>',
    '<p onclick=x autofocus contenteditable>',
    '<xmp>',
    '<plaintext',
  ],
];

/** Seeded HTML out of pieces that are often written, wrongly nested, and out of every place for an address. */
function madeHtml(next: () => number, words: readonly string[]): string {
  const pick = (from: readonly string[]): string => from[Math.floor(next() * from.length)] ?? '';
  return words
    .map((word) => {
      const piece =
        next() < 0.3 ? pick(slots).replaceAll('@', () => pick(addresses)) : pick(markup);
      return `${piece} ${word} `;
    })
    .join('');
}

/** A body as plain HTML, as another feed would send it on. */
function toHtml(blocks: readonly SourceBlock[]): string {
  return blocks.map(blockHtml).join('');
}

function blockHtml(block: SourceBlock): string {
  switch (block.type) {
    case 'paragraph':
      return `<p${spokenHtml(block)}>${inlinesHtml(block.children)}</p>`;
    case 'heading':
      return `<h${block.level}${spokenHtml(block)}>${inlinesHtml(block.children)}</h${block.level}>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const start = block.start === undefined ? '' : ` start="${block.start}"`;
      return `<${tag}${start}${spokenHtml(block)}>${block.items.map((item) => `<li>${toHtml(item)}</li>`).join('')}</${tag}>`;
    }
    case 'code':
      return `<pre>${escaped(block.text)}</pre>`;
    case 'rule':
      return '<hr>';
    default:
      return '';
  }
}

function spokenHtml({ language, dir }: { language?: string; dir?: string }): string {
  return `${language === undefined ? '' : ` lang="${language}"`}${dir === undefined ? '' : ` dir="${dir}"`}`;
}

const tags: Readonly<Record<string, string>> = { underline: 'u', strike: 's', quote: 'q' };

function inlinesHtml(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (typeof inline === 'string') return escaped(inline);
      if (inline.type === 'break') return '<br>';
      const words = inlinesHtml(inline.children);
      if (inline.type === 'link') return `<a href="${escaped(inline.href)}">${words}</a>`;
      if (inline.type === 'lang')
        return `<span lang="${inline.language}" dir="${inline.dir}">${words}</span>`;
      if (inline.type === 'abbr') return `<abbr title="${escaped(inline.title)}">${words}</abbr>`;
      const tag = tags[inline.type] ?? inline.type;
      return `<${tag}>${words}</${tag}>`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** Everything in a body that leads or loads from somewhere. */
function addressesIn(blocks: readonly SourceBlock[]): string[] {
  const found: string[] = [];
  JSON.stringify(blocks, (name, value: unknown) => {
    if (/^(?:href|src|url)$/.test(name) && typeof value === 'string') found.push(value);
    return value;
  });
  return found;
}

describe('any foreign body', () => {
  const next = randomNumbers(41);
  const bodies = Array.from({ length: 300 }, (_, round) => {
    const words = Array.from({ length: 12 }, (__, at) => `w${round}x${at}`);
    return madeHtml(next, words);
  });

  it('leads and loads from http, https and mailto addresses only, without names and passwords', () => {
    for (const html of bodies) {
      const unsafe = addressesIn(read(html)).filter(
        (address) => !/^(?:https?:\/\/[^/@]+(?:\/|$)|mailto:)/.test(address),
      );
      expect(unsafe, html).toEqual([]);
    }
  });

  it('holds nothing but what the closed list of blocks has: no attribute, no style, no name', () => {
    for (const html of bodies) {
      expect(JSON.stringify(read(html)), html).not.toMatch(
        /"(?:onclick|style|id|name|class|srcdoc|formaction|ping|__proto__)":/,
      );
    }
  });

  it('is the same when it is read again from what came of it', () => {
    for (const html of bodies) {
      const once = read(html).filter(({ type }) =>
        ['paragraph', 'heading', 'list', 'code', 'rule'].includes(type),
      );
      const simple = read(toHtml(once));
      expect(read(toHtml(simple)), html).toEqual(simple);
    }
  });
});
