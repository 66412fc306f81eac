import { sha256 } from './sha256.ts';

/**
 * A picture proves itself as a page does: it carries a hash of its name and of all its other bytes, in a place that every
 * decoder passes over. A bit that was bent on the way shows so, and another picture of the same size.
 */

/** The names of pictures that carry a seal; those that an older Lede made have names without the `s`, and none. */
const sealed = /(?:^|\/)([0-9a-f]{16}s-\d+\.(?:avif|jpg))$/;
const mark = 'lede ';
const textLength = mark.length + 16;
/** A comment (COM, ITU-T T.81 B.2.4.5), and its length without the marker. */
const comment = [0xff, 0xfe, 0, textLength + 2];
/** A box of free space (ISO/IEC 14496-12 §8.1.2). */
const free = [0, 0, 0, textLength + 8, 0x66, 0x72, 0x65, 0x65];

/** Name of a rendition that carries a seal. @param hash 16 hex digits of what the picture was made from */
export function sealedName(hash: string, width: number, format: 'avif' | 'jpg'): string {
  return `${hash}s-${width}.${format}`;
}

/** A whole picture with its seal. @param name of its file, without folders */
export async function withPictureSeal(
  bytes: Uint8Array,
  name: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { at, header } = placeIn(bytes, name);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  const hash = (await sha256(joined(encode(name), before, after))).slice(0, 16);
  return joined(before, header, encode(mark + hash), after);
}

/**
 * Whether a picture is the one of its name, to the last bit. Of one whose name tells of no seal nothing is known: it is.
 *
 * @param file its path or address
 */
export async function isSealRight(bytes: Uint8Array, file: string): Promise<boolean> {
  const name = sealed.exec(file)?.[1];
  if (name === undefined) return true;
  const { at, header } = placeIn(bytes, name);
  const length = header.length + textLength;
  const start = name.endsWith('.jpg') ? at : bytes.length - length;
  if (start < 0) return false;
  const [before, after] = [bytes.subarray(0, start), bytes.subarray(start + length)];
  const hash = (await sha256(joined(encode(name), before, after))).slice(0, 16);
  const right = joined(header, encode(mark + hash));
  return right.every((byte, nth) => byte === bytes[start + nth]);
}

/** Where the seal goes: after the head of a JPEG, which JFIF wants first; at the end of an AVIF, which has places in it. */
function placeIn(bytes: Uint8Array, name: string): { at: number; header: Uint8Array } {
  if (!name.endsWith('.jpg')) return { at: bytes.length, header: Uint8Array.from(free) };
  const hasHead = bytes[2] === 0xff && bytes[3] === 0xe0;
  const head = hasHead ? 2 + (bytes[4] ?? 0) * 256 + (bytes[5] ?? 0) : 0;
  return { at: 2 + head, header: Uint8Array.from(comment) };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}
