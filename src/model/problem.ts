/**
 * What was wrong with one thing we read, said so that a person can mend it.
 * Expected failure is this value; only defects of our own are thrown.
 */
export interface Problem {
  /** Stable short name for tools, e.g. `missing-headline`. */
  code: string;
  /** Path of the field inside the document, e.g. `articles[3].picture.alt`; empty for the document itself. */
  at: string;
  /** The whole story in one sentence: what was expected, what was found. No trailing full stop. */
  message: string;
  /** What to do about it, as an instruction. */
  mend?: string;
  /** 1-based place in the source text, where the format has one. */
  line?: number;
  column?: number;
}

/** A parse either gives a value (perhaps with things worth saying) or the problems that prevented it. */
export type Parsed<Value> =
  | { ok: true; value: Value; warnings: Problem[] }
  | { ok: false; problems: Problem[] };

/** Joins a field path the way people write it: `a.b[2].c`. */
export function joinPath(...parts: readonly (string | number)[]): string {
  return parts.reduce<string>((path, part) => {
    if (typeof part === 'number') return `${path}[${part}]`;
    if (part === '') return path;
    return path === '' || part.startsWith('[') ? path + part : `${path}.${part}`;
  }, '');
}

/**
 * Where a problem is: the file with line and column, as editors and terminals open it, and the field in it. The `ref`
 * of a list's item ends in its number (`week.json [3]`), which belongs to the field.
 */
export function placeOf(
  ref: string,
  { line, column, at }: Pick<Problem, 'line' | 'column' | 'at'>,
): { file: string; field: string } {
  const [, file = ref, item = ''] = /^(.*?)(?: (\[\d+\]))?$/s.exec(ref) ?? [];
  const place = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`;
  return { file: `${file}${place}`, field: at.startsWith(item) ? at : joinPath(item, at) };
}

/** Names a value's kind in plain words, for "expected text, got a list". */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return value.trim() === '' ? 'empty text' : 'text';
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return 'an object';
}
