import { extname, join, relative, sep } from 'node:path';
import { isMissing, systemCode, type Files } from '../press/files.ts';
import { decode } from '../wire/decode.ts';
import type { Notice } from '../wire/wireItem.ts';
import { isIgnored, parseIgnoreRules, type IgnoreRules } from './ignoreRules.ts';
import { UnusableSource } from './unusableSource.ts';

const storyFile =
  /\.(json|jsonld|jsonfeed|md|markdown|txt|text|html?|xhtml|xml|rss|atom|rdf|nitf|newsml)$|^[^.]+$/i;
const pictureFile = /\.(svg|png|jpe?g|webp|gif|avif|tiff?|heic|ico)$/i;

export interface Walk {
  files: Files;
  /** Absolute. */
  root: string;
  shownRoot: string;
  /** Absolute path of the published folder, which is passed over. */
  out: string | undefined;
  /** Which paths inside the folder are wanted, whatever their kind; absent: all files of the kinds that hold stories. */
  isWanted?: (path: string) => boolean;
  notices: Notice[];
  /** Real paths of what was found already; a ring of links ends here. */
  seen: Set<string>;
}

/**
 * The source files below a folder, absolute, in one order on every machine, so that one input gives one edition.
 * @throws {UnusableSource} when the folder may not be read
 */
export async function walkFolder(
  on: Walk,
  folder = on.root,
  rules: readonly IgnoreRules[] = [],
): Promise<string[]> {
  const { files, root, out, isWanted } = on;
  const inside = (path: string): string => toSlashes(relative(root, path));
  const note = (path: string, code: string, message: string, mend?: string): void => {
    const problem = { code, at: '', message, ...(mend === undefined ? {} : { mend }) };
    on.notices.push({ ref: toShown(on.shownRoot, inside(path)), problem });
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
  const allRules = [...rules, ...(await readIgnoreRules(files, folder))];
  const found: string[] = [];
  for (const { name } of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, name);
    if (name.startsWith('.') || name === 'node_modules' || name === 'lede.json') continue;
    if (path === out || pictureFile.test(name)) continue;
    const real = await files.realpath(path).catch(() => undefined);
    if (real === undefined || !`${real}/`.startsWith(`${await files.realpath(root)}/`)) {
      note(path, 'outside-file', 'the link leads out of the source folder and was passed over');
      continue;
    }
    const isFolder = (await files.stat(real)).isDirectory();
    if (isIgnored(allRules, toSlashes(path), isFolder)) continue;
    if (isFolder) {
      if (on.seen.has(real)) continue;
      on.seen.add(real);
      found.push(...(await walkFolder(on, path, allRules)));
    } else if (isWanted === undefined ? storyFile.test(name) : isWanted(inside(path))) {
      found.push(path);
    } else if (isWanted === undefined) {
      const kind = extname(name) || 'such';
      const mend = 'name the file itself to have it read, or leave it out in .ledeignore';
      note(path, 'ignored-file', `${kind} files are passed over in folders`, mend);
    }
  }
  return found;
}

async function readIgnoreRules(files: Files, folder: string): Promise<IgnoreRules[]> {
  try {
    const bytes = await files.readFile(join(folder, '.ledeignore'));
    return [parseIgnoreRules(toSlashes(folder), decode(bytes).text)];
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

export function toSlashes(path: string): string {
  return path.split(sep).join('/');
}

/** A path inside a named folder as the editor would type it. */
export function toShown(root: string, inside: string): string {
  const shown = root === '.' ? inside : `${root.replace(/\/+$/, '')}/${inside}`;
  return shown.replace(/^\.\//, '');
}
