import { matcherOf } from './pattern.ts';

interface Rule {
  matches: (path: string) => boolean;
  foldersOnly: boolean;
  /** The rule takes back what an earlier one left out. */
  isKept: boolean;
}

/** The rules of one `.ledeignore`, for what lies below its folder. */
export interface IgnoreRules {
  /** Path of that folder, with slashes, from where the paths count that are asked about; it begins with one. */
  folder: string;
  rules: Rule[];
}

/**
 * Reads a `.ledeignore`, which is written like a `.gitignore`, a pattern a line:
 * - empty lines and those that begin with `#` say nothing;
 * - a pattern with a slash before its end counts from the folder of the file, any other one at every depth below it;
 * - a slash at the end means folders only; what lies in a folder left out is left out with it;
 * - `!` before a pattern takes back an earlier one; the last line that fits decides;
 * - `*`, `?`, `[a-z]`, `**`, `{a,b}` and `\` as in `matcherOf`.
 */
export function parseIgnoreRules(folder: string, text: string): IgnoreRules {
  const rules = text.split('\n').flatMap((line): Rule[] => {
    const written = line.trim();
    if (written === '' || written.startsWith('#')) return [];
    const isKept = written.startsWith('!');
    const foldersOnly = written.endsWith('/');
    const pattern = written.slice(isKept ? 1 : 0, foldersOnly ? -1 : undefined);
    const isAnchored = pattern.includes('/');
    const from = pattern.replace(/^\//, '');
    if (from === '') return [];
    return [{ matches: matcherOf(isAnchored ? from : `**/${from}`), foldersOnly, isKept }];
  });
  return { folder, rules };
}

/**
 * Whether a path is left out.
 * @param all the rules of every folder above the path, the outermost first
 * @param path with slashes; it begins with one
 */
export function isIgnored(all: readonly IgnoreRules[], path: string, isFolder: boolean): boolean {
  let ignored = false;
  for (const { folder, rules } of all) {
    const inside = path.slice(folder.length).replace(/^\//, '');
    for (const { matches, foldersOnly, isKept } of rules) {
      if ((isFolder || !foldersOnly) && matches(inside)) ignored = !isKept;
    }
  }
  return ignored;
}
