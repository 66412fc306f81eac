import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { isMissing, systemCode, type Files } from './press/files.ts';
import type { Notice } from './wire/wireItem.ts';

/** A source file that was found, not yet read. */
export interface FoundSource {
  /** Absolute. */
  path: string;
  /** The folder that was named, or the folder of the file that was named; absolute. Pictures may not leave it. */
  root: string;
  /**
   * Path inside the named folder. Stories without a slug are remembered by it, so it must not depend on where the
   * folder lies or how it was typed.
   */
  name: string;
  /** The path as the editor would type it, for messages. */
  shown: string;
}

interface Found {
  sources: FoundSource[];
  /** Where lede.json is looked for: the first named folder, or that of the first named file; absolute. */
  home: FoundSource;
  notices: Notice[];
}

/** Thrown for a named source that is not there or may not be read; the message is a sentence for people. */
export class UnusableSource extends Error {}

const storyFile = /\.(json|jsonld|md|markdown|txt|text|html?|xhtml)$|^[^.]+$/i;
const pictureFile = /\.(svg|png|jpe?g|webp|gif|avif|tiff?|heic|ico)$/i;

/**
 * Finds the source files among what was named: files as they are, folders with everything below them. Hidden files,
 * node_modules, lede.json, pictures and the published folder are no sources.
 *
 * @param out absolute path of the published folder, if there is one
 * @throws {UnusableSource}
 */
export async function findSources(
  files: Files,
  cwd: string,
  named: readonly string[],
  out?: string,
): Promise<Found> {
  const seen = new Set<string>();
  const names = new Set<string>();
  const found: Found[] = [];
  for (const source of named) {
    const path = resolve(cwd, source);
    const isFolder = await isDirectory(files, path, source);
    const root = isFolder ? path : dirname(path);
    const shownRoot = isFolder ? source : dirname(source);
    const notices: Notice[] = [];
    const all = isFolder ? await walk({ files, root, out, notices, shownRoot, seen }) : [path];
    const sources: FoundSource[] = [];
    for (const one of all) {
      const inside = toSlashes(relative(root, one));
      const real = await files.realpath(one);
      if (seen.has(real)) continue;
      seen.add(real);
      // Two folders may hold files of one name; the first named keeps the plain one.
      const name = names.has(inside) ? `${basename(root)}/${inside}` : inside;
      names.add(name);
      sources.push({ path: one, root, name, shown: toShown(shownRoot, inside) });
    }
    const home = {
      path: join(root, 'lede.json'),
      root,
      name: 'lede.json',
      shown: toShown(shownRoot, 'lede.json'),
    };
    found.push({ sources, home, notices });
  }
  const [first] = found;
  if (first === undefined) throw new UnusableSource('No source was named.');
  return {
    sources: found.flatMap(({ sources }) => sources),
    home: first.home,
    notices: found.flatMap(({ notices }) => notices),
  };
}

async function isDirectory(files: Files, path: string, source: string): Promise<boolean> {
  try {
    return (await files.stat(path)).isDirectory();
  } catch (error) {
    if (isMissing(error)) throw new UnusableSource(`There is no file or folder ${source}.`);
    if (systemCode(error) === 'EACCES') throw new UnusableSource(`${source} may not be read.`);
    throw error;
  }
}

interface Walk {
  files: Files;
  root: string;
  shownRoot: string;
  out: string | undefined;
  notices: Notice[];
  /** Real paths of what was found already; a ring of links ends here. */
  seen: Set<string>;
}

async function walk(on: Walk, folder = on.root): Promise<string[]> {
  const { files, root, out, notices } = on;
  const shown = (path: string): string => toShown(on.shownRoot, toSlashes(relative(root, path)));
  const note = (path: string, code: string, message: string, mend?: string): void => {
    const problem = { code, at: '', message, ...(mend === undefined ? {} : { mend }) };
    notices.push({ ref: shown(path), problem });
  };
  let entries;
  try {
    entries = await files.readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (systemCode(error) !== 'EACCES') throw error;
    if (folder === root) throw new UnusableSource(`${on.shownRoot} may not be read.`);
    note(folder, 'unreadable-folder', 'the folder may not be read and was passed over');
    return [];
  }
  const found: string[] = [];
  // One order on every machine, so that one input gives one edition.
  for (const { name } of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, name);
    if (name.startsWith('.') || name === 'node_modules' || name === 'lede.json') continue;
    if (path === out || pictureFile.test(name)) continue;
    const real = await files.realpath(path).catch(() => undefined);
    if (real === undefined || !`${real}/`.startsWith(`${await files.realpath(root)}/`)) {
      note(path, 'outside-file', 'the link leads out of the source folder and was passed over');
      continue;
    }
    if ((await files.stat(real)).isDirectory()) {
      if (on.seen.has(real)) continue;
      on.seen.add(real);
      found.push(...(await walk(on, path)));
    } else if (storyFile.test(name)) {
      found.push(path);
    } else {
      const kind = extname(name) || 'such';
      const mend = 'name the file itself to have it read';
      note(path, 'ignored-file', `${kind} files are passed over in folders`, mend);
    }
  }
  return found;
}

function toSlashes(path: string): string {
  return path.split(sep).join('/');
}

function toShown(root: string, inside: string): string {
  const shown = root === '.' ? inside : `${root.replace(/\/+$/, '')}/${inside}`;
  return shown.replace(/^\.\//, '');
}
