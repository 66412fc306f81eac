import { isWestern } from '../wire/declaredText.ts';
import { decode } from '../wire/decode.ts';

const utf8 = /^utf-?8$/;
const mark = '\ufeff';

/**
 * Bytes in the encoding that the host named in its header, as UTF-8 behind a byte order mark, so that no declaration
 * in the document is believed instead (RFC 7303 §3). Left alone where the header says nothing, says UTF-8, cannot be
 * known, or is contradicted: bytes with a mark of their own, and bytes that are UTF-8 beyond doubt.
 */
export function toUtf8(bytes: Uint8Array, charset: string | undefined): Uint8Array {
  if (charset === undefined || utf8.test(charset) || isMarked(bytes)) return bytes;
  const plain = decode(bytes);
  const isUtf8 = !plain.guessed && bytes.some((byte) => byte > 0x7f);
  if (isUtf8) return bytes;
  if (isWestern(charset)) return Buffer.from(mark + plain.text);
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(charset);
  } catch {
    return bytes;
  }
  return Buffer.from(mark + decoder.decode(bytes));
}

function isMarked([first, second, third]: Uint8Array): boolean {
  return (
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    (first === 0xef && second === 0xbb && third === 0xbf)
  );
}
