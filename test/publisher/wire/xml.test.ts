import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/publisher/wire/readFile.ts';
import { rss } from '../../../src/publisher/wire/rss.ts';

/** Milliseconds a document may take; far more than it does, for slow machines under load. */
const patience = 60_000;
const encoder = new TextEncoder();
const read = (text: string, name = 'feed') => readFile({ name, bytes: encoder.encode(text) });
const codes = (text: string): (string | undefined)[] =>
  read(text).refused.flatMap(({ problems }) => problems.map(({ code }) => code));
const item = (title: string, more = ''): string =>
  `<item><title>${title}</title><guid>https://a.example.org/${title}</guid><description>Words.</description>${more}</item>`;
const feed = (items: string): string =>
  `<rss version="2.0"><channel><title>A</title><link>https://a.example.org/</link>${items}</channel></rss>`;

describe('XML that declares something', () => {
  it.each([
    ['entities', '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'],
    ['a file', '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
    [
      'parameter entities',
      '<!DOCTYPE rss SYSTEM "x" [<!ENTITY % p SYSTEM "http://a.example.org/x">%p;]>',
    ],
    ['nothing, in brackets', '<!DOCTYPE rss []>'],
    ['itself twice', '<!DOCTYPE rss><!DOCTYPE rss>'],
    ['itself in small letters', '<!doctype rss [<!ENTITY a "b">]>'],
    ['itself without an end', '<!DOCTYPE rss "'],
  ])('is refused: %s', (_, doctype) => {
    for (const start of ['', '<?xml version="1.0"?>\n', '<!-- a -->']) {
      const { items, refused } = read(`${start}${doctype}${feed(item('&a;'))}`);
      expect(items).toEqual([]);
      expect(refused[0]?.problems[0]).toMatchObject({ code: 'xml-doctype' });
    }
  });

  it('is refused in the middle and at the end of a feed as well', () => {
    const doctype = '<!DOCTYPE rss [<!ENTITY a "b">]>';
    expect(codes(feed(`${item('one')}${doctype}${item('two')}`))).toEqual(['xml-doctype']);
    expect(codes(`${feed(item('one'))}${doctype}`)).toEqual(['xml-doctype']);
  });

  it('is refused whatever the document is', () => {
    const text = '<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a "b">]><opml><body/></opml>';
    expect(codes(text)).toEqual(['xml-doctype']);
  });
});

describe('XML that breaks off', () => {
  it('gives the whole items before the break, wherever that is', () => {
    const text = feed(`${item('one')}\n${item('two')}`);
    const [first, second] = [...text.matchAll(/<\/item>/g)].map(
      ({ index }) => index + '</item>'.length,
    );
    for (let length = first ?? 0; length < text.length; length += 1) {
      const { items, refused, warnings } = read(text.slice(0, length));
      const whole = ['one', 'two'].slice(0, length >= (second ?? 0) ? 2 : 1);
      expect(
        items.map(({ headline }) => headline),
        text.slice(0, length),
      ).toEqual(whole);
      const told = refused.map(({ ref, problems }) => [ref, problems[0]?.code]);
      expect(told).toEqual([['feed', 'truncated']]);
      expect(warnings).toEqual([]);
    }
  });

  it('is refused when not one item is whole', () => {
    const text = feed(item('one'));
    for (let length = '<rss '.length; length < text.indexOf('</item>'); length += 1) {
      expect(codes(text.slice(0, length)), text.slice(0, length)).toEqual(['truncated']);
    }
  });

  it('takes no item out of quoted words when it finds its way again', () => {
    const quoted = `<description><![CDATA[${item('fake')}]]></description><!-- ${item('fake')} -->`;
    const { items, refused } = read(feed(`<item><b></c>${quoted}</item>${item('true')}`));
    expect(items.map(({ headline }) => headline)).toEqual(['true']);
    expect(refused.map(({ ref }) => ref)).toEqual(['feed [0]']);
  });

  it('names line and column where nothing can be saved', () => {
    const { refused } = read('<?xml version="1.0"?>\n<nitf>\n  <body></head>\n</nitf>');
    expect(refused[0]?.problems[0]).toMatchObject({ code: 'broken-xml', line: 3, column: 9 });
  });
});

describe('any XML at all', () => {
  const open = '<rss version="2.0"><channel>';
  it.each([
    ['elements inside each other', `${open}<item>${'<a>'.repeat(200_000)}`],
    ['elements side by side', `${open}<item>${'<a/>'.repeat(100_000)}</item></channel></rss>`],
    ['items', `${open}${'<item/>'.repeat(10_000)}</channel></rss>`],
    [
      'broken items',
      `${open}${'<item><a></b></item>'.repeat(3_000)}${item('last')}</channel></rss>`,
    ],
    [
      'attributes',
      `${open}<item ${Array.from({ length: 40_000 }, (_, at) => `a${at}="" `).join('')}/></channel></rss>`,
    ],
    [
      'namespaces',
      `${open}${'<item>'.repeat(20)}${Array.from({ length: 20_000 }, (_, at) => `<a${at}:b xmlns:a${at}="x"/>`).join('')}`,
    ],
    ['ampersands', `${open}<item><title>${'&'.repeat(500_000)}</title></item></channel></rss>`],
    [
      'unknown names',
      `${open}<item><title>${Array.from({ length: 50_000 }, (_, at) => `&x${at};`).join('')}</title></item></channel></rss>`,
    ],
    ['numbers', `${open}<item><title>${'&#120;'.repeat(200_000)}</title></item></channel></rss>`],
    ['comments that do not end', `${open}${'<!--'.repeat(1_000_000)}`],
    ['quotations that do not end', `${open}<item>${'<![CDATA['.repeat(500_000)}`],
    ['spaces in a tag', `${open}<item${' '.repeat(3_000_000)}`],
    ['a name of 5 MB', `<${'a'.repeat(5_000_000)}`],
    ['text after the end', `${feed(item('one'))}${' <!-- x -->'.repeat(300_000)}x`],
    ['tags without an end', `${open}${'<item '.repeat(500_000)}`],
  ])('is read or refused in bounded time: %s', { timeout: patience }, (_, text) => {
    const { items, refused, warnings } = read(text);
    expect(items.length + refused.length + warnings.length).toBeGreaterThan(0);
  });

  it('keeps a broken item from taking the others down', { timeout: patience }, () => {
    const { items, refused } = read(
      `${open}${'<item><a></b></item>'.repeat(50)}${item('last')}</channel></rss>`,
    );
    expect(items.map(({ headline }) => headline)).toEqual(['last']);
    expect(refused).toHaveLength(50);
  });

  it('is known by its first element, not by its name', () => {
    const text = feed(item('one'));
    expect(rss.recognise({ name: 'x.json', bytes: new Uint8Array() }, text)).toBe(1);
    expect(
      read(`\n \ufeff<?xml version="1.0"?><!-- a --><?b?>${text}`, 'a.md').items[0]?.headline,
    ).toBe('one');
    expect(codes('<?xml version="1.0"?><opml><body/></opml>')).toEqual(['unknown-xml']);
  });
});

describe('encodings of XML', () => {
  const declared = (encoding: string, title: string): string =>
    `<?xml version="1.0" encoding="${encoding}"?>${feed(item(title))}`;
  const bytesOf = (text: string, table: Readonly<Record<string, number>>): Uint8Array =>
    Uint8Array.from(text, (char) => table[char] ?? char.charCodeAt(0));

  it.each([
    ['windows-1251', { М: 0xcc, и: 0xe8, р: 0xf0 }],
    ['KOI8-R', { М: 0xed, и: 0xc9, р: 0xd2 }],
    ['iso-8859-5', { М: 0xbc, и: 0xd8, р: 0xe0 }],
  ])('reads %s as declared', (encoding, table) => {
    const { items, warnings } = readFile({
      name: 'a',
      bytes: bytesOf(declared(encoding, 'Мир'), table),
    });
    expect(items[0]?.headline).toBe('Мир');
    expect(warnings).toEqual([]);
  });

  it('keeps UTF-8 in which a byte was lost', () => {
    const bytes = encoder.encode(declared('utf-8', 'Zürich, Köln, Łódź ?'));
    bytes[bytes.indexOf(0x3f, 60)] = 0xff;
    const { items, warnings } = readFile({ name: 'a', bytes });
    expect(items[0]?.headline).toBe('Zürich, Köln, Łódź \ufffd');
    expect(warnings.map(({ problem }) => problem.code)).toEqual(['wrong-encoding']);
  });

  it('says so when an encoding is unknown, and reads what it can', () => {
    const { items, warnings } = readFile({
      name: 'a',
      bytes: encoder.encode(declared('utf-7', 'Peace')),
    });
    expect(items[0]?.headline).toBe('Peace');
    expect(warnings.map(({ problem }) => problem.code)).toEqual(['wrong-encoding']);
  });
});
