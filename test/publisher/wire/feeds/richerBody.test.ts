import { describe, expect, it } from 'vitest';
import { readFile } from '../../../../src/publisher/wire/readFile.ts';

/** A saved page whose data says one text and which shows another; with what is said of words that were lost. */
function read(stated: string, shown: string) {
  const data = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'The tide' };
  const json = JSON.stringify({ ...data, articleBody: stated });
  const page = `<!doctype html><html lang="en"><script type="application/ld+json">${json}</script><body><article><h1>The tide</h1>${shown}</article>`;
  const { items, warnings } = readFile({ name: 'a.html', bytes: new TextEncoder().encode(page) });
  const said = warnings.filter(({ problem }) => problem.code === 'dropped-words');
  return { body: JSON.stringify(items[0]?.body), said: said.map(({ problem }) => problem.message) };
}

const paragraph = 'The sea rises twice a day in this harbour and falls as often as that. ';
const shown = `<p>${paragraph}</p>`.repeat(6);
const data = `${paragraph}\n\n`.repeat(6);

describe('a text that a page has twice', () => {
  it('is taken as the page shows it, and nothing is said when both are alike', () => {
    const { body, said } = read(
      data,
      shown.replace('harbour', '<a href="https://e.org/">harbour</a>'),
    );
    expect(body).toContain('https://e.org/');
    expect(said).toEqual([]);
  });

  it('loses no word of its data unsaid', () => {
    const { body, said } = read(`${data}Three fishermen drowned.`, shown);
    expect(body).not.toContain('drowned');
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('left out 3 words that only the other one has');
  });

  it('loses no word of the page unsaid where its data is taken', () => {
    const { body, said } = read(data, `<p>${paragraph}</p><p>Three fishermen drowned.</p>`);
    expect(body).not.toContain('drowned');
    expect(said[0]).toContain('left out 3 words');
  });

  it('is compared by its letters where words are not spaced apart', () => {
    const { said } = read(
      '\u6f6e\u306f\u4e00\u65e5\u306b\u4e8c\u5ea6\u3002'.repeat(9),
      `<p>${'\u6f6e\u306f\u4e00\u65e5\u306b \u4e8c\u5ea6\u3002'.repeat(9)}</p>`,
    );
    expect(said).toEqual([]);
  });

  it.each(['<aside class="pullquote"><p>', '<figure class="pull-quote"><p>', '<blockquote><p>'])(
    'may say a line twice, as a quote to look at: %s',
    (open) => {
      const quote = 'The sea rises twice a day';
      const pulled = `${shown}${open}${quote}</p></${/\w+/.exec(open)?.[0]}>`;
      expect(read(data, pulled).said).toEqual([]);
      expect(read(`${data}${quote}`, pulled).said).toEqual([]);
      const longer = `${data}${'Gulls cry over the mud. '.repeat(30)}`;
      expect(read(longer, pulled).said).toEqual([]);
    },
  );

  it('loses no word of a quote unsaid that is nowhere else', () => {
    const { said } = read(data.repeat(3), `${shown}<blockquote><p>Three drowned.</p></blockquote>`);
    expect(said[0]).toContain('left out 2 words');
  });
});
