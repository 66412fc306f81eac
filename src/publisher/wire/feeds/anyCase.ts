import { recordOf, type JsonRecord } from './jsonValue.ts';

/**
 * Reads fields whose names are written in several ways: ninjs 1 has `pubstatus`, ninjs 3 `pubStatus`. The first of the
 * names that holds something is taken.
 */
export function anyCase(value: unknown): (...names: readonly string[]) => unknown {
  const fields = new Map<string, unknown>();
  for (const [name, held] of Object.entries(recordOf(value) ?? ({} satisfies JsonRecord))) {
    const key = keyOf(name);
    if (!fields.has(key) && held !== null && held !== '') fields.set(key, held);
  }
  return (...names) =>
    names.map((name) => fields.get(keyOf(name))).find((held) => held !== undefined);
}

function keyOf(name: string): string {
  return name.toLowerCase().replaceAll('_', '');
}
