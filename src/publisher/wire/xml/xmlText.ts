import { declaredText, type DeclaredText } from '../declaredText.ts';

/** An XML document's text, in the encoding that its declaration names. */
export function xmlText(bytes: Uint8Array): DeclaredText {
  return declaredText(bytes, declaredEncoding);
}

function declaredEncoding(text: string): string | undefined {
  const declaration =
    /^[\s\ufeff]{0,1000}<\?xml\s[^<>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]{1,40})\s*["']/i;
  return declaration.exec(text.slice(0, 2000))?.[1];
}
