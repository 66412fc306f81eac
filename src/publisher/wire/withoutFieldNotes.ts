import { field } from './field.ts';
import type { Finding, Path } from './finding.ts';
import { notListed } from './notListed.ts';
import { Remarks } from './remarks.ts';
import { mayHoldNotes, withoutNotes } from './withoutNotes.ts';

/** Fields of plain text that readers see; of those that hold others, which of them. */
const texts: Readonly<Record<string, readonly string[]>> = {
  ...{ headline: [], kicker: [], standfirst: [], byline: [], dateline: [], section: [], label: [] },
  ...{ tags: [], people: [], places: [], rights: [], disclosure: [] },
  ...{ source: ['name'], corrections: ['text'], related: ['headline'] },
};
/** Notes told of one article. */
const toldLimit = 100;

/** The fields of an article or page, in which no note for editors stands; what is taken out is told. */
export function withoutFieldNotes(fields: unknown, path: Path, warnings: Finding[]): unknown {
  if (!isObject(fields)) return fields;
  const found: Finding[] = [];
  const cleaned = { ...fields };
  for (const [name, inner] of Object.entries(texts)) {
    if (!Object.hasOwn(fields, name)) continue;
    cleaned[name] = eachOf(fields[name], [...path, name], (value, at) => {
      if (!isObject(value)) return name === 'related' ? value : withoutTextNotes(value, at, found);
      const given = inner.filter((part) => Object.hasOwn(value, part));
      const parts = given.map((part) => [
        part,
        withoutTextNotes(value[part], [...at, part], found),
      ]);
      return { ...value, ...Object.fromEntries(parts) };
    });
  }
  warnings.push(...found.slice(0, toldLimit), ...notListed(found.length - toldLimit, path));
  return cleaned;
}

/** A plain text without notes; what its writer put between backticks is meant to be read. */
export function withoutTextNotes<Value>(
  value: Value,
  path: Path,
  warnings: Finding[],
): Value | string {
  if (typeof value !== 'string' || !mayHoldNotes(value)) return value;
  const remarks = new Remarks();
  const quotes = [...value.matchAll(/`[^`]+`/g)].map(({ 0: quoted, index }) => ({
    start: index,
    end: index + quoted.length,
  }));
  const text = withoutNotes(value, remarks, { code: quotes, html: [] });
  for (const { code, message, mend } of remarks.list) {
    warnings.push({ code, path, message, ...field('mend', mend) });
  }
  return text;
}

function eachOf(value: unknown, path: Path, clean: (value: unknown, path: Path) => unknown) {
  if (!Array.isArray(value)) return clean(value, path);
  return value.map((one: unknown, index) => clean(one, [...path, index]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
