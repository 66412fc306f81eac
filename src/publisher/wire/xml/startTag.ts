import { expandReferences, type LooseReferences } from './references.ts';

const tagName = /<([A-Za-z_:\u0080-\uffff][\w:.\u0080-\uffff-]{0,999})(?=[\s/>]|$)/y;
const attribute = /\s+([^\s=<>"'/]{1,1000})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /\s*(\/?)>/y;

/** The name in the start tag at an offset, as written; undefined when there is none. */
export function startOfTag(text: string, offset: number): string | undefined {
  tagName.lastIndex = offset;
  return tagName.exec(text)?.[1];
}

type Attributes =
  | { attributes: [name: string, value: string][]; to: number; isEmpty: boolean }
  | { fault: string }
  /** The document ends inside the tag. */
  | { end: true };

/** Attributes from behind a tag's name to the tag's end. */
export function readAttributes(text: string, from: number, loose: LooseReferences): Attributes {
  const attributes: [string, string][] = [];
  let at = from;
  for (;;) {
    attribute.lastIndex = at;
    const match = attribute.exec(text);
    if (match === null) break;
    const [written, name = '', double, single = ''] = match;
    const value = double ?? single;
    attributes.push([name, expandReferences(value, loose, at + written.length - value.length - 1)]);
    at += written.length;
  }
  tagEnd.lastIndex = at;
  const end = tagEnd.exec(text);
  if (end !== null) return { attributes, to: at + end[0].length, isEmpty: end[1] === '/' };
  const bracket = text.indexOf('>', at);
  return bracket === -1
    ? { end: true }
    : { fault: 'expected name="value" or the end of the tag, got other text' };
}
