import { createHash } from 'node:crypto';

/** A part of the stylesheet. Its bytes are the same on every page that carries it. */
export interface Sheet {
  /** What the build calls it. */
  name: string;
  text: string;
  isForAll: boolean;
}

/** The sheets that every page needs, or in some editions none. */
const forAll = ['faces', 'base', 'rtl'];

/** What the build puts before each module's rules, see vite.config.ts. */
const mark = /lede-sheet[^{}]*\{--of:\s*(\w+);[^}]*\}/g;

/**
 * Takes the built stylesheet apart at the marks of its modules. Within a sheet the rules keep their order; the sheets are
 * in the order in which their first rules came.
 */
export function splitSheets(style: string): Sheet[] {
  const sheets = new Map<string, string>();
  // A pattern with a group gives what stood between, then the name, and so on.
  const pieces = ['base', ...style.split(mark)];
  for (let at = 0; at < pieces.length; at += 2) {
    const [name = '', text = ''] = pieces.slice(at, at + 2);
    if (text !== '') sheets.set(name, (sheets.get(name) ?? '') + text);
  }
  return [...sheets].map(([name, text]) => ({ name, text, isForAll: forAll.includes(name) }));
}

/** A stylesheet that comes by itself, without the marks. */
export function withoutMarks(style: string): string {
  return style.replace(mark, '');
}

/** The sheets that not every page needs as one file: what a page lacks when the reader moves on from it. */
export function restOf(sheets: readonly Sheet[]): { path: string; bytes: Buffer } | undefined {
  const rest = sheets.filter(({ isForAll }) => !isForAll);
  if (rest.length === 0) return undefined;
  const bytes = Buffer.from(rest.map(({ text }) => text).join(''));
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 8);
  return { path: `assets/sheets-${hash}.css`, bytes };
}
