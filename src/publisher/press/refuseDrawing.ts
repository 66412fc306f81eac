const byteLimit = 5 * 1024 * 1024;

/**
 * What is wrong with a drawing, as the end of a sentence, before any library reads it; undefined for a good one, and
 * for what is none. Scripts and links in it are inert, but entities and compression could unfold to gigabytes.
 */
export function refuseDrawing(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'compressed drawings are not read';
  if (!/<svg|<\?xml|<!|<[\w-]+:svg/.test(textOf(bytes.subarray(0, 4096)))) return undefined;
  if (bytes.length > byteLimit) return 'the drawing is larger than 5 MiB';
  const text = textOf(bytes);
  if (/<!ENTITY/i.test(text) || /<!DOCTYPE[^>]*\[/i.test(text)) {
    return 'the drawing defines entities, which are not allowed';
  }
  return undefined;
}

/** As text in which marks can be looked for, whatever the encoding; in UTF-16 every other byte is zero. */
function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replaceAll('\0', '');
}
