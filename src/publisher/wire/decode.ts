/** A source file's bytes as text, and how sure that is. */
export interface Decoded {
  text: string;
  /** The bytes were neither UTF-8 nor UTF-16, so windows-1252 was assumed. */
  guessed: boolean;
  /** The bytes themselves say what they are, whatever the document declares. */
  isSure: boolean;
}

/**
 * Bytes to text: a byte order mark decides, or that every other byte of the beginning is 0; without either UTF-8 if
 * the bytes are that, else windows-1252, in which every byte means something, so this never fails. The mark itself is
 * dropped. Line ends become `\n`.
 */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return { text: read(bytes, utf16), guessed: false, isSure: true };
  const isSure = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text: unifyLineEnds(text), guessed: false, isSure };
  } catch {
    return { text: readWindows1252(bytes), guessed: true, isSure };
  }
}

/** Which UTF-16 the bytes are, by their mark or by their first letters; undefined when they are none. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (isUtf32(bytes)) return undefined;
  if ((first === 0xff && second === 0xfe) || startsAs(bytes, 'a0a0a0a0')) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || startsAs(bytes, '0a0a0a0a')
    ? 'utf-16be'
    : undefined;
}

/** Whether the bytes are UTF-32, which nothing on the web reads, by their mark or by their first letters. */
export function isUtf32(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return true;
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return true;
  return startsAs(bytes, 'a000a000') || startsAs(bytes, '000a000a');
}

/** Whether the first bytes are a letter of ASCII at each `a`, and 0 at each `0`. */
function startsAs(bytes: Uint8Array, shape: string): boolean {
  return Array.from(shape).every((kind, index) => {
    const byte = bytes[index] ?? -1;
    return kind === '0' ? byte === 0 : isAscii(byte);
  });
}

function isAscii(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** What windows-1252 has for the bytes 80 to 9F; the five it leaves open are control characters. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

// Node 20's own decoder of that name reads ISO 8859-1, and so loses quotes and dashes.
function readWindows1252(bytes: Uint8Array): string {
  return read(bytes, 'latin1').replace(
    /[\u0080-\u009f]/g,
    (mark) => upper[mark.charCodeAt(0) - 0x80] ?? mark,
  );
}

function read(bytes: Uint8Array, encoding: string): string {
  return unifyLineEnds(new TextDecoder(encoding).decode(bytes));
}

/** Characters whose line ends are looked for at once. */
const part = 100_000;

/** Lines are counted and cut at \n everywhere after this. */
export function unifyLineEnds(text: string): string {
  if (!text.includes('\r')) return text;
  // In parts: where a file is nothing but line ends, all of them at once take a hundred times its length.
  let words = '';
  for (let from = 0; from < text.length;) {
    const to = from + part;
    const end = text[to - 1] === '\r' ? to + 1 : to;
    words += text.slice(from, end).replace(/\r\n?/g, '\n');
    from = end;
  }
  return words;
}
