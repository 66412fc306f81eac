import { describe, expect, it } from 'vitest';
import { foreignHtml } from '../../../../src/publisher/wire/feeds/foreignHtml.ts';
import { readFile } from '../../../../src/publisher/wire/readFile.ts';
import { randomNumbers } from '../randomNumbers.ts';

/** Pieces of which a browser shows every word: `~` is a word, `{line}` is put among words, `{block}` on lines of its own. */
const lines = [
  ...['~ ~', '<b>{line}</b>{line}', '<i>{line}</i>', '<a href="https://a.example.org/">{line}</a>'],
  ...['<a href="javascript:x">{line}</a>', '<span lang="fr">{line}<br>{line}<br><br>{line}</span>'],
  ...['<ruby>~<rp>(</rp><rt>~</rt></ruby>', '<math><mfrac><mi>~</mi><mn>~</mn></mfrac></math>'],
  ...[
    '<sub>{line}</sub><sup>{line}</sup>',
    '<q>{line}</q>',
    '<cite>{line}</cite>',
    '<code>{line}</code>',
  ],
  ...[
    '<abbr title="x">{line}</abbr>',
    '<time>~</time>',
    '<label>{line}</label>',
    '<x-own>{line}</x-own>',
  ],
  ...[
    '<del>{line}</del><ins>{line}</ins>',
    '<map name="m">{line}<area href="x"></map>',
    '<bdo dir="rtl">{line}</bdo>',
  ],
  ...[
    '<a href="/x"><b>~</b><a href="/y">~</a></a>',
    '<output>{line}</output>',
    '<small>{line}</small>',
  ],
];
const picture = '<img src="https://a.example.org/#.jpg" alt="">';
const captioned = `<figure>${picture}<figcaption>{line}</figcaption></figure>`;
const blocks = [
  ...[
    '<p>{line}</p>',
    `<p>{line}${picture}{line}</p>`,
    '<div>{block}{block}</div>',
    '{line}',
    captioned,
  ],
  '<figure>{block}<figcaption>{line}</figcaption></figure>',
  `<figure>${captioned}<figcaption>{line}</figcaption></figure>`,
  `<figure class="wp-block-gallery">${captioned}${captioned}<figcaption>{line}</figcaption></figure>`,
  `<figure class="wp-block-gallery"><ul><li>${captioned}</li></ul><figcaption>{line}</figcaption></figure>`,
  `<figure>${picture}{line}<figcaption>{line}<span class="credit">~</span></figcaption></figure>`,
  '<figure><table><caption>{line}</caption><tr><td>{line}<td>{line}</table><figcaption>{line}</figcaption></figure>',
  '<figure><blockquote>{block}</blockquote><figcaption>{line}</figcaption><figcaption>{line}</figcaption></figure>',
  '<figure><iframe src="https://v.example.org/x"></iframe><figcaption>{line}</figcaption></figure>',
  '<figure class="wp-block-pullquote"><blockquote>{block}<cite>{line}</cite></blockquote></figure>',
  '<blockquote>{block}<footer>{line}<cite>{line}</cite></footer></blockquote>',
  '<aside class="pullquote">{block}</aside>',
  '<details><summary>{line}</summary>{block}</details>',
  '<dl><dt>{line}<dd>{block}<div><dt>{line}<dd>{block}</div></dl>',
  '<form><fieldset><legend>{line}</legend><label>{line}<input></label><select><option>~<option>~</select></fieldset></form>',
  '<table><caption>{line}</caption><thead><tr><th>{line}<th>{line}<tbody><tr><td>{block}<td>{line}<tfoot><tr><td>{line}</table>',
  `<table><tr><td>{line}<td><ul><li>{block}<li>${captioned}{line}</ul></table>`,
  '<table><tr><td>{line}<table><caption>{line}</caption><tr><td>{line}<td>{line}</table><td>{line}</table>',
  '<ul>{line}<li>{block}</li>{line}<li>{line}<ol start="3"><li>{block}</ol></ul>',
  '<h1>{line}</h1><h5>{line}</h5><pre><code>~</code> <b>~</b></pre><xmp>~</xmp>',
  '<noscript>{block}</noscript><object data="https://v.example.org/a.pdf">{line}</object>',
  '<wp-block-own>{block}</wp-block-own><div aria-hidden="true">{block}</div><div hidden="until-found">{block}</div>',
  '<section class="wp-block-group">{block}</section><header>{block}</header><nav>{block}</nav><dialog open>{block}</dialog>',
];

/** @param depth how deep pieces may lie in each other */
function madeHtml(next: () => number, depth: number, word: () => string): string {
  const fill = (piece: string, left: number): string =>
    piece
      .replace(/\{(line|block)\}/g, (_, kind: string) => {
        const from = left === 0 ? ['~ ~'] : kind === 'line' ? lines : blocks;
        return fill(from[Math.floor(next() * from.length)] ?? '', left === 0 ? 0 : left - 1);
      })
      .replace(/~/g, word)
      .replace(/#/g, word);
  return fill('{block} {block}', depth);
}

const wordsIn = (text: string): string[] => text.match(/w\d+q(?!\.jpg)/g) ?? [];

describe('of the words that a browser would show', () => {
  const next = randomNumbers(11);
  let count = 0;
  const bodies = Array.from({ length: 600 }, () => madeHtml(next, 4, () => `w${(count += 1)}q`));

  it('a foreign body keeps every one, once, whatever they stand in', () => {
    for (const html of bodies) {
      const kept = wordsIn(
        JSON.stringify(foreignHtml(html, { base: 'https://a.example.org' }).blocks),
      );
      expect(kept.toSorted(), html).toEqual(wordsIn(html).toSorted());
    }
  });

  it('a saved page keeps every one, or counts it among what it left out', () => {
    for (const html of bodies.filter((body) => body.includes('<p>'))) {
      const page = `<!doctype html><title>Tides</title><article><h1>Tides</h1>${html}</article>`;
      const { items, warnings } = readFile({ name: 'a.html', bytes: Buffer.from(page) });
      const kept = new Set(wordsIn(JSON.stringify(items)));
      const lost = wordsIn(html).filter((word) => !kept.has(word));
      const told = /\((\d+) words?\)/.exec(JSON.stringify(warnings))?.[1] ?? '0';
      expect(lost.length, html).toBeLessThanOrEqual(Number(told));
    }
  });

  it('a card of a related headline counts those beside its link', () => {
    const card =
      '<aside class="element-rich-link"><p>Read more: <a href="/x">The tide turns</a></p></aside>';
    const { related, losses } = foreignHtml(card);
    expect(related).toEqual([{ headline: 'The tide turns' }]);
    expect(losses.toProblems('body')[0]?.message).toBe(
      'left out what is no part of a story (2 words): 1 label of a related headline',
    );
  });
});
