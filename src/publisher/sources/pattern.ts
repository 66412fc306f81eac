/**
 * Patterns of paths, in the globs named on the command line and in `.ledeignore`:
 * `*` any characters of one name, `?` one of them, `[a-z]` one of these, `[!a-z]` one that is none of these, `**` any
 * folders, `{a,b}` one or the other, `\` before a character to mean just that one. Case counts.
 */
export function matcherOf(pattern: string): (path: string) => boolean {
  const matcher = new RegExp(`^(?:${sourceOf(pattern)})$`, 'su');
  return (path) => matcher.test(path);
}

/** A pattern of the files below a folder. */
export interface PathPattern {
  /** Whether a file is one of them; its path inside the folder, with slashes. */
  fits: (path: string) => boolean;
  /** Whether one of them may lie in a folder below: `*.json` needs no look into any. */
  mayHold: (folder: string) => boolean;
}

export function pathPatternOf(pattern: string): PathPattern {
  const parts = pattern.split('/');
  // Alternatives may hold slashes, and `**` any number of folders: then every folder is looked into.
  const isOpen = pattern.includes('**') || pattern.includes('{');
  const folders = isOpen ? [] : parts.slice(0, -1).map(matcherOf);
  return {
    fits: matcherOf(pattern),
    mayHold: (folder) => {
      const names = folder.split('/');
      return isOpen || names.every((name, depth) => folders[depth]?.(name) === true);
    },
  };
}

/** Whether a name on the command line is a pattern. */
export function isPattern(text: string): boolean {
  return /[*?{]|\[[^/]+\]/.test(text);
}

/** `news/2025/*.json` → the folder to look in, `news/2025`, and the pattern of what to find there, `*.json`. */
export function splitPattern(text: string): { folder: string; pattern: string } {
  const parts = text.split('/');
  const first = parts.findIndex(isPattern);
  const folder = parts.slice(0, first).join('/');
  return {
    folder: folder === '' ? (text.startsWith('/') ? '/' : '.') : folder,
    pattern: parts.slice(first).join('/'),
  };
}

const tokens = /\*\*\/|\*\*|\*|\?|\\.|\{[^{}]*\}|\[[!^]?\]?(?:\\.|[^\]\\/])*\]|./gsu;

function sourceOf(pattern: string): string {
  return [...pattern.matchAll(tokens)].map(([token]) => sourceOfToken(token)).join('');
}

function sourceOfToken(token: string): string {
  switch (token) {
    case '**/':
      return '(?:[^/]+/)*';
    case '**':
      return '.*';
    case '*':
      return '[^/]*';
    case '?':
      return '[^/]';
  }
  if (token.length > 1 && token.startsWith('{')) {
    return `(?:${token.slice(1, -1).split(',').map(sourceOf).join('|')})`;
  }
  if (token.length > 1 && token.startsWith('[')) return sourceOfRange(token.slice(1, -1));
  const char = token.length > 1 && token.startsWith('\\') ? token.slice(1) : token;
  return char.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

/** One character of those that `[…]` names; never a slash. A range whose ends are the wrong way round names none. */
function sourceOfRange(written: string): string {
  const [, not = '', named = ''] = /^([!^]?)(.*)$/su.exec(written) ?? [];
  const parts = [...named.matchAll(/(\\.|.)-(\\.|.)|\\.|./gsu)].flatMap(([part, from, to]) => {
    const [first, last] = [codeOf(from ?? part), codeOf(to ?? part)];
    return first <= last ? `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}` : [];
  });
  return `(?!/)[${not === '' ? '' : '^'}${parts.join('')}]`;
}

function codeOf(char: string): number {
  return (char.length > 1 && char.startsWith('\\') ? char.slice(1) : char).codePointAt(0) ?? 0;
}
