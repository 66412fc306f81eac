import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/publisher/wire/decode.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('bytes as text', () => {
  it('reads UTF-8 with and without its mark', () => {
    const text = new TextEncoder().encode('Köln');
    expect(decode(text)).toEqual({ text: 'Köln', guessed: false, isSure: false });
    expect(decode(bytes(0xef, 0xbb, 0xbf, ...text))).toEqual({
      text: 'Köln',
      guessed: false,
      isSure: true,
    });
  });

  it('reads UTF-16 by its mark, either way round', () => {
    expect(decode(bytes(0xff, 0xfe, 0x4b, 0, 0xf6, 0))).toEqual({
      text: 'Kö',
      guessed: false,
      isSure: true,
    });
    expect(decode(bytes(0xfe, 0xff, 0, 0x4b, 0, 0xf6))).toEqual({
      text: 'Kö',
      guessed: false,
      isSure: true,
    });
  });

  it('reads UTF-16 without its mark where it begins with four plain letters', () => {
    expect(decode(new TextEncoder().encode('Köln').slice(0, 1)).text).toBe('K');
    expect(decode(bytes(0x3c, 0, 0x72, 0, 0x73, 0, 0x73, 0, 0xf6, 0)).text).toBe('<rssö');
    expect(decode(bytes(0, 0x3c, 0, 0x72, 0, 0x73, 0, 0x73, 0, 0xf6)).text).toBe('<rssö');
  });

  it('takes other bytes for windows-1252, with its quotes, dash and euro, and says that it guessed', () => {
    const text = decode(bytes(0x93, 0x4b, 0xf6, 0x94, 0x20, 0x96, 0x20, 0x80));
    expect(text).toEqual({ text: '“Kö” – €', guessed: true, isSure: false });
  });

  it('makes all line ends one', () => {
    expect(decode(new TextEncoder().encode('a\r\nb\rc\n')).text).toBe('a\nb\nc\n');
  });

  it('makes every line end one line feed, wherever in a long text it stands', () => {
    for (const before of [99_998, 99_999, 100_000]) {
      const text = `${'a'.repeat(before)}\r\nb\r\rc\n\r\n`;
      expect(decode(new TextEncoder().encode(text)).text).toBe(`${'a'.repeat(before)}\nb\n\nc\n\n`);
    }
  });
});
