/**
 * A short name for a text, the same on every device: 8 hex digits, spaces counted as one.
 * Source: FNV-1a, 32 bits, over UTF-16 code units. To compare what a page says, not to prove it.
 */
export function hashText(text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (const letter of text.trim().replace(/\s+/g, ' ')) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01_00_01_93);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
