/**
 * A text as a number of 32 bits (FNV-1a): a tenth of its memory, and of a million terms only some hundred fall together,
 * which nobody sees in a list.
 */
export function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193);
  }
  return mixed >>> 0;
}
