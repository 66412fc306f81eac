import { parseJson } from '../parseJson.ts';
import type { SourceFile } from '../wireItem.ts';

const parsed = new WeakMap<SourceFile, { value: unknown }>();

/** A source file's JSON, parsed once for all formats that ask what it is; undefined when it is not JSON. */
export function jsonOf(file: SourceFile, text: string): unknown {
  const known = parsed.get(file);
  if (known !== undefined) return known.value;
  let value: unknown;
  if (/^\s*[[{]/.test(text.slice(0, 1000))) {
    const result = parseJson(text);
    if (result.ok) ({ value } = result);
  }
  parsed.set(file, { value });
  return value;
}
