/** A source file's bytes as text, and whether they were UTF-8 or UTF-16 as they should be. */
export interface Decoded {
  text: string;
  /** The bytes were neither UTF-8 nor marked as UTF-16, so windows-1252 was assumed. */
  guessed: boolean;
}

/**
 * Bytes to text: a byte order mark decides; without one UTF-8 if the bytes are that, else windows-1252, in which
 * every byte means something, so this never fails. The mark itself is dropped. Line ends become `\n`.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = encodingOfMark(bytes);
  if (marked !== undefined) return { text: read(bytes, marked), guessed: false };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text: unifyLineEnds(text), guessed: false };
  } catch {
    return { text: readWindows1252(bytes), guessed: true };
  }
}

function encodingOfMark([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
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

// Lines are counted and cut at \n everywhere after this.
function unifyLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
