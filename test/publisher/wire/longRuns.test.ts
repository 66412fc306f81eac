import { expect, it } from 'vitest';
import { readFile } from '../../../src/publisher/wire/readFile.ts';

const encoder = new TextEncoder();
/** A mark so often that a pattern which begins anew at each of them does not end before the test's time. */
const times = 200_000;
const marks = [' ', '\n', '\u00A0', '-', '–', '"', ',', '.', '!', '/', '#', '~', '(', '*'];

const rss = (item: string): string =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title><item><guid>1</guid>${item}</item></channel></rss>`;
const html = (body: string): string =>
  rss(`<title>T</title><content:encoded><![CDATA[${body}]]></content:encoded>`);
const newsml = (kind: string, subject: string): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g" version="1"><itemMeta><itemClass qcode="${kind}"/></itemMeta><contentMeta><headline>H</headline><subject qcode="${subject}"><name>A</name></subject></contentMeta><contentSet><inlineData contenttype="text/plain">Hi.</inlineData></contentSet></newsItem>`;

/** Files of many formats with a place for a long run. */
const files: Record<string, (run: string) => string> = {
  'headline.xml': (run) => rss(`<title>${run}</title><description>Hi.</description>`),
  'summary.xml': (run) => rss(`<title>T</title><description>${run}</description>`),
  'author.xml': (run) => rss(`<title>T</title><author>${run}</author>`),
  'paragraph.xml': (run) => html(`<p>${run}</p><p>Hi.</p>`),
  'code.xml': (run) => html(`<p>Hi.</p><pre><code>${run}</code></pre>`),
  'set.xml': (run) => html(`<p>Hi.</p><img src="https://e.org/a.jpg" srcset='${run}'>`),
  'atom.xml': (run) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>b</id><title type='text${run}'>T</title></entry></feed>`,
  'class.xml': (run) => newsml(run.replaceAll('"', ''), 'a'),
  'subject.xml': (run) => newsml('ninat:text', run.replaceAll('"', '')),
  'dateline.xml': (run) =>
    `<nitf><body><body.head><hedline><hl1>H</hl1></hedline><dateline>${run}<story.date/></dateline></body.head><body.content><p>Hi.</p></body.content></body></nitf>`,
  'title.html': (run) =>
    `<title>${run}</title><script type="application/ld+json">{"@type":"NewsArticle"}</script><article><p>Hi.</p></article>`,
  'line.md': (run) => `# T\n\n${run}\n\nHi.\n`,
  'fence.md': (run) => `# T\n\n${run.slice(1)}\`\n\nHi.\n`,
  'tag.md': (run) => `# T\n\n<title>\n\nHi.\n\n<a ${run}\n`,
  'date.md': (run) => `---\npublished: '${run.replaceAll("'", '')} 2026'\n---\n# T\n\nHi.\n`,
  'text.txt': (run) => `${run}\n\nHi, it is said.\n`,
};

it.each(Object.keys(files))('reads %s with a long run of any mark to its end', (name) => {
  for (const mark of marks) {
    const text = files[name]?.(`a${mark.repeat(times)}b`) ?? '';
    const { items, refused } = readFile({ name, bytes: encoder.encode(text) });
    expect(items.length + refused.length, JSON.stringify(mark)).toBeGreaterThan(0);
  }
});

it('reads a tag whose name does not end', () => {
  const text = `# T\n\nHi. <${'b'.repeat(times)}\n\n<title>\n`;
  const { items, refused } = readFile({ name: 'a.md', bytes: encoder.encode(text) });
  expect(items.length + refused.length).toBe(1);
});

it('reads a picture of thousands of sizes beside one that is held', () => {
  const sizes = '<source srcset="https://e.org/b.jpg 1w">'.repeat(8000);
  const pictures = '<img src="https://e.org/b.jpg">'.repeat(8000);
  const held = {
    type: 'picture',
    pubstatus: 'withheld',
    renditions: { m: { href: 'https://e.org/q.jpg' } },
  };
  const item = {
    ...{ type: 'text', uri: 'x', headline: 'H', associations: { held } },
    body_html: `<picture>${sizes}${pictures}</picture>`,
  };
  const bytes = encoder.encode(JSON.stringify(item));
  const { items, refused } = readFile({ name: 'a.json', bytes });
  expect(items.length + refused.length).toBe(1);
});
