import { declaredText, type DeclaredText } from '../declaredText.ts';

/** Bytes in which a page names its encoding; HTML says 1,024, and pages are written past it. */
const searched = 8192;

/** An HTML page's text, in the encoding that its `meta` names. */
export function pageText(bytes: Uint8Array): DeclaredText {
  return declaredText(bytes, declaredEncoding);
}

function declaredEncoding(text: string): string | undefined {
  const start = text.slice(0, searched);
  const meta = /<meta\s[^<>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(start)?.[1];
  return meta ?? /^\s*<\?xml\s[^<>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(start)?.[1];
}
