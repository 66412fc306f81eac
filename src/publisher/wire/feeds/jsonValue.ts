export type JsonRecord = Readonly<Record<string, unknown>>;

/** An object, or undefined. */
export function recordOf(value: unknown): JsonRecord | undefined {
  // Every object that JSON.parse makes has text keys and values of any kind.
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as JsonRecord)
    : undefined;
}

/** One or many: a list as it is, a single value as a list of one, nothing as an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

/** The objects of a list, or the one that stands in its place. */
export function recordsOf(value: unknown): JsonRecord[] {
  return listOf(value).flatMap((one): JsonRecord[] => {
    const record = recordOf(one);
    return record === undefined ? [] : [record];
  });
}

/** Text that says something, trimmed; a number as its digits. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  return value.trim() || undefined;
}

/** The value at a path of names. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let at = value;
  for (const name of path) {
    const record = recordOf(at);
    if (record === undefined || !Object.hasOwn(record, name)) return undefined;
    at = record[name];
  }
  return at;
}

/** The text at a path of names. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  return textOf(valueAt(value, ...path));
}

/** Where a value says that a record is missing, in words for people. */
export function notARecord(at: string): { problem: { code: string; at: string; message: string } } {
  return {
    problem: { code: 'invalid-item', at, message: 'expected an object, got something else' },
  };
}
