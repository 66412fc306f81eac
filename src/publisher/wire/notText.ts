import { isUtf32, utf16Of } from './decode.ts';

/** Kinds of file people take for text, by their first bytes. */
const kinds: readonly (readonly [name: string, start: readonly number[]])[] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a Word or OpenDocument file (or another archive)', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Word file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
];

/** What a file is when it is not text, in words, or undefined when it may be text. */
export function findNotText(bytes: Uint8Array): string | undefined {
  const kind = kinds.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  if (kind !== undefined) return kind[0];
  if (isUtf32(bytes)) return 'UTF-32, in which nobody writes';
  if (utf16Of(bytes) !== undefined) return undefined;
  // Text of every 8-bit encoding does without these; a NUL is enough, as git has it.
  const start = bytes.subarray(0, 8000);
  if (start.includes(0)) return 'binary data';
  const controls = start.filter(
    (byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13,
  );
  return controls.length > start.length / 20 ? 'binary data' : undefined;
}
