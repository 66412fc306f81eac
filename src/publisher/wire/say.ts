import * as v from 'valibot';
import { found } from './finding.ts';
import { findNearest } from './nearest.ts';

/** A schema's message: what was expected and found on its first line, how to mend it on the second. */
export type Say = (issue: v.BaseIssue<unknown>) => string;

/** `expected text, got a number` and how to mend it. */
export function say(expected: string, mend: string): Say {
  return (issue) => {
    const key = missingKey(issue);
    if (key !== undefined) return `expected a field "${key}", got nothing\n${mend}`;
    return `expected ${expected}, got ${found(issue.input)}\n${mend}`;
  };
}

/** As say, for a word out of a list: names the nearest one. */
export function sayOneOf(what: string, options: readonly (string | number)[]): Say {
  return (issue) => {
    const key = missingKey(issue);
    const list = options.join(', ');
    if (key !== undefined) return `expected a field "${key}", got nothing\nadd it: ${list}`;
    const names = options.map(String);
    const near = typeof issue.input === 'string' ? findNearest(issue.input, names) : undefined;
    const got = typeof issue.input === 'number' ? String(issue.input) : found(issue.input);
    const mend =
      near === undefined ? `write one of ${list}` : `did you mean "${near}"? One of ${list}`;
    return `expected ${what}, got ${got}\n${mend}`;
  };
}

// An object's message is also used for a required field that is not there; the path then ends in its name.
function missingKey(issue: v.BaseIssue<unknown>): string | undefined {
  if (issue.input !== undefined || issue.path === undefined) return undefined;
  const key = issue.path.at(-1)?.key;
  return typeof key === 'string' ? key : undefined;
}

/** As the schema, but a list is not taken for an object, which it is to the language. */
export function notList<Schema extends v.GenericSchema>(schema: Schema, message: Say) {
  return v.pipe(
    v.unknown(),
    v.check((value) => !Array.isArray(value), message),
    schema,
  );
}

/** A field that may be left out; null and empty text say the same. */
export function maybe<Schema extends v.GenericSchema>(
  schema: Schema,
): v.ExactOptionalSchema<v.NullableSchema<Schema, undefined>, undefined> {
  return v.exactOptional(v.nullable(schema));
}
