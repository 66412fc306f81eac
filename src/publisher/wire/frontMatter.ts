import { LineCounter, parseDocument, type Document } from 'yaml';
import type { Problem } from '../../model/problem.ts';
import type { Locate } from './finding.ts';

/** Longest front matter, in characters. */
const longest = 64 * 1024;
/** Lists and objects that may stand inside each other. */
const deepest = 50;

/** A Markdown file taken apart: its fields (undefined when there are none), and the text below them. */
export type FrontMatter =
  | { ok: true; fields: unknown; locate: Locate; body: string; firstLine: number }
  | { ok: false; problem: Problem };

/** Whether a text begins with front matter that is closed. */
export function hasFrontMatter(text: string): boolean {
  return findEnd(text) !== undefined;
}

/**
 * Takes the YAML between two lines of `---` off the beginning of a text. Values stay text, so `headline: 1984` is a
 * headline; only true, false and null are what they say. Aliases are refused, as a few of them can stand for millions.
 * `firstLine` is the 1-based line of the file on which `body` begins.
 */
export function splitFrontMatter(text: string): FrontMatter {
  if (!/^---[ \t]*\n/.test(text)) {
    return { ok: true, fields: undefined, locate: atStart, body: text, firstLine: 1 };
  }
  const end = findEnd(text);
  if (end === undefined) {
    const message = 'expected a line of --- after the fields, got the end of the file';
    return fail(
      'open-front-matter',
      message,
      'put a line of --- between the fields and the text',
      1,
      1,
    );
  }
  const start = text.indexOf('\n') + 1;
  const yaml = text.slice(start, end.from);
  if (yaml.length > longest) {
    const message = `expected at most ${longest} characters of fields, got ${yaml.length}`;
    return fail('long-front-matter', message, 'put a line of --- where the text begins', 1, 1);
  }
  const body = text.slice(end.to);
  const firstLine = text.slice(0, end.to).split('\n').length;
  if (nestsTooDeeply(yaml)) {
    const message = `expected plain fields in YAML, got more than ${deepest} lists inside each other`;
    return fail('not-yaml', message, 'put text that begins with [ or { in double quotes', 1, 1);
  }
  return readYaml(yaml, body, firstLine);
}

// The package recurses, and a full stack cannot be caught safely. An over-estimate: brackets inside text count too.
function nestsTooDeeply(yaml: string): boolean {
  let depth = 0;
  for (const mark of yaml.match(/[[\]{}]/g) ?? []) {
    depth = Math.max(0, depth + (mark === '[' || mark === '{' ? 1 : -1));
    if (depth > deepest) return true;
  }
  return yaml.split('\n').some((line) => {
    const opening = /^(?:[ \t]|[-?:](?=[ \t]))+/.exec(line)?.[0] ?? '';
    return (opening.match(/[-?:]/g)?.length ?? 0) > deepest;
  });
}

const atStart: Locate = (paths) => paths.map(() => ({ line: 1, column: 1 }));

function findEnd(text: string): { from: number; to: number } | undefined {
  if (!/^---[ \t]*\n/.test(text)) return undefined;
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/gm;
  closing.lastIndex = text.indexOf('\n') + 1;
  const match = closing.exec(text);
  // With the m flag $ stands before every line feed, so an empty rest is the end of the file.
  return match === null ? undefined : { from: match.index, to: match.index + match[0].length };
}

function readYaml(yaml: string, body: string, firstLine: number): FrontMatter {
  const lineCounter = new LineCounter();
  let document: Document.Parsed;
  let fields: unknown;
  try {
    document = parseDocument(yaml, {
      lineCounter,
      schema: 'failsafe',
      customTags: ['null', 'bool'],
      logLevel: 'silent',
      prettyErrors: false,
    });
    const [error] = document.errors;
    if (error !== undefined) {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      const [message = ''] = error.message.split('\n');
      const found = `expected fields in YAML (name: value), got a fault: ${message}`;
      return fail(
        'not-yaml',
        found,
        'put text that holds : or # or begins with a mark in double quotes',
        line + 1,
        col,
      );
    }
    fields = document.toJS({ maxAliasCount: 0 }) as unknown;
  } catch (error) {
    // The package throws for aliases past the limit.
    if (!(error instanceof Error)) throw error;
    const message = 'expected plain fields in YAML, got an alias (*)';
    return fail(
      'not-yaml',
      message,
      'write each value out, and put text that begins with a mark in quotes',
      1,
      1,
    );
  }
  const locate: Locate = (paths) =>
    paths.map((path) => {
      const { line, col } = lineCounter.linePos(offsetOf(document, path));
      return { line: line + 1, column: col };
    });
  return { ok: true, fields: fields ?? {}, locate, body, firstLine };
}

// The field itself, or the nearest thing around it that is there.
function offsetOf(document: Document.Parsed, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const range =
      node !== null && typeof node === 'object' && 'range' in node ? node.range : undefined;
    if (Array.isArray(range) && typeof range[0] === 'number') return range[0];
  }
  return document.contents?.range[0] ?? 0;
}

function fail(
  code: string,
  message: string,
  mend: string,
  line: number,
  column: number,
): FrontMatter {
  return { ok: false, problem: { code, at: '', message, mend, line, column } };
}
