import type { Stats } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { isMissing, systemCode, type Files } from './press/files.ts';
import { nameFolders, type FolderNames } from './sources/nameFolders.ts';
import { isPattern, pathPatternOf, splitPattern } from './sources/pattern.ts';
import { UnusableSource } from './sources/unusableSource.ts';
import { stampOf, toShown, toSlashes, walkFolder, type WalkedFile } from './sources/walkFolder.ts';
import type { Notice } from './wire/wireItem.ts';

/** Where a file of a source lies. */
interface SourcePlace {
  /** Absolute. */
  path: string;
  /** The folder that was named, or the folder of the file that was named; absolute. Pictures may not leave it. */
  root: string;
  /**
   * Path inside the named folder, after the folder's name where several are named. Stories without a slug are remembered by it, so it must not depend on where the
   * folder lies or how it was typed.
   */
  name: string;
  /** The path as the editor would type it, for messages. */
  shown: string;
}

/** A source file that was found, not yet read. */
export interface FoundSource extends SourcePlace {
  /** Bytes. */
  size: number;
  /** When it was last written, milliseconds since 1970 with fractions. */
  mtimeMs: number;
  /** Changes whenever the file may have: its size, its times, and which file it is. */
  stamp: string;
  /** When anything about it last changed, milliseconds since 1970 with fractions. */
  ctimeMs: number;
}

interface Found {
  sources: FoundSource[];
  /** Web addresses of feeds, as typed. */
  feeds: string[];
  /** Standard input is a source too. */
  hasInput: boolean;
  /**
   * Where lede.json is looked for: the first named folder, or that of the first named file; absolute. The working
   * folder when none is named.
   */
  home: SourcePlace;
  /** To be remembered for the next run. */
  folders: FolderNames | undefined;
  notices: Notice[];
}

/** Whether a source is named by its web address. */
export function isFeedAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/** `ftp://x/y`, `htps://x`, `https://`; the one letter of a Windows drive is no scheme. */
function isUnusableAddress(source: string): boolean {
  if (!/^[a-z][a-z\d+.-]+:\/\//i.test(source)) return false;
  return !isFeedAddress(source) || !URL.canParse(source);
}

function holdsSecret(source: string): boolean {
  if (!isFeedAddress(source) || !URL.canParse(source)) return false;
  const { username, password } = new URL(source);
  return username !== '' || password !== '';
}

/**
 * Finds the sources among what was named: files as they are, folders with everything below them, patterns
 * (`news/*.json`) with every file that fits, `-` for standard input, and web addresses of feeds, which are not asked
 * here. Hidden files, node_modules, lede.json, pictures, the published folder and what `.ledeignore` names are no
 * sources in folders and patterns.
 *
 * @param out absolute path of the published folder, if there is one
 * @param folders what the run before remembered of its folders
 * @throws {UnusableSource}
 */
export async function findSources(
  files: Files,
  cwd: string,
  named: readonly string[],
  out?: string,
  folders?: FolderNames,
): Promise<Found> {
  if (named.length === 0) throw new UnusableSource('No source was named.');
  const secret = named.find(holdsSecret);
  if (secret !== undefined) {
    // The address itself is not said: it would stand in logs and reports.
    const { host } = new URL(secret);
    throw new UnusableSource(
      `The address on ${host} holds a name or password. Ask its keeper for one that does without.`,
    );
  }
  const unusable = named.find((source) => source !== '-' && isUnusableAddress(source));
  if (unusable !== undefined) {
    // As above.
    const shown = unusable.replace(/\/\/[^/]*@/, '//');
    throw new UnusableSource(
      `${shown} is no address to read from: feeds are read from http and https, as in https://example.org/feed.xml.`,
    );
  }
  const notices: Notice[] = [];
  const sources: FoundSource[] = [];
  const places: Named[] = [];
  for (const source of named.filter((one) => one !== '-' && !isFeedAddress(one))) {
    places.push(await findNamed({ files, cwd, out, notices }, source));
  }
  const [first] = places;
  const home = first === undefined ? homeOf(cwd, '.') : homeOf(first.root, first.shownRoot);
  // A file below two of the folders belongs to the outer one, whichever was named first.
  const rootOf = new Map<string, string>();
  const isPlain = first !== undefined && places.length === 1 && areDistinct(first);
  for (const { root, walked } of isPlain ? [] : places) {
    for (const { real } of walked) {
      const other = rootOf.get(real);
      if (other === undefined || root.length < other.length) rootOf.set(real, root);
    }
  }
  const { prefixes, names } = nameFolders(
    isPlain ? [first.root] : [...new Set(rootOf.values())],
    folders,
  );
  for (const { root, shownRoot, walked } of places) {
    const prefix = prefixes.get(root) ?? '';
    const shownPrefix = toShown(shownRoot, '');
    // Joining is worth looking at the path letter by letter only where slashes have to be turned round.
    const within = join(root, sep);
    for (const { inside, real, size, mtimeMs, ctimeMs, stamp } of walked) {
      if (!isPlain) {
        if (rootOf.get(real) !== root) continue;
        rootOf.delete(real);
      }
      const path = sep === '/' ? within + inside : join(root, inside);
      const [name, shown] = [prefix + inside, shownPrefix + inside];
      // Field by field, as wherever there is one for each file of an archive: a spread costs as much as the look at it.
      sources.push({ path, root, name, shown, size, mtimeMs, ctimeMs, stamp });
    }
  }
  return {
    ...{ sources, notices, home, folders: names },
    feeds: named.filter(isFeedAddress),
    hasInput: named.includes('-'),
  };
}

/** Whether files of one folder were reached by no link, so that each is another one; for most folders it is so. */
function areDistinct({ walked }: Named): boolean {
  const [first] = walked;
  if (first === undefined) return false;
  const before = first.real.length - first.inside.length;
  return walked.every(({ inside, real }) => {
    return real.length - inside.length === before && real.endsWith(inside);
  });
}

interface Search {
  files: Files;
  cwd: string;
  out: string | undefined;
  notices: Notice[];
}

interface Named {
  root: string;
  shownRoot: string;
  walked: WalkedFile[];
}

async function findNamed(on: Search, source: string): Promise<Named> {
  const { files } = on;
  const path = resolve(on.cwd, source);
  const stats = await statNamed(files, path, source);
  if (stats?.isDirectory() === true) {
    const place = { root: path, shownRoot: source };
    return { ...place, walked: await walkFolder({ ...on, ...place }) };
  }
  if (stats?.isFile() === true) {
    const file = { inside: basename(path), real: await files.realpath(path), ...stampOf(stats) };
    return { root: dirname(path), shownRoot: dirname(source), walked: [file] };
  }
  if (stats !== undefined) {
    const message = `${source} is neither a file nor a folder. Pipe it in, and name it -.`;
    throw new UnusableSource(message);
  }
  if (!isPattern(source)) throw new UnusableSource(`There is no file or folder ${source}.`);
  const { folder, pattern } = splitPattern(toSlashes(source));
  const place = { root: resolve(on.cwd, folder), shownRoot: folder };
  const isThere = (await statNamed(files, place.root, folder))?.isDirectory() === true;
  const walk = { ...on, ...place, pattern: pathPatternOf(pattern) };
  const walked = isThere ? await walkFolder(walk) : [];
  if (walked.length === 0) throw new UnusableSource(`No file fits ${source}.`);
  return { ...place, walked };
}

async function statNamed(files: Files, path: string, source: string): Promise<Stats | undefined> {
  try {
    return await files.stat(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    if (systemCode(error) === 'EACCES') throw new UnusableSource(`${source} may not be read.`);
    throw error;
  }
}

function homeOf(root: string, shownRoot: string): SourcePlace {
  const name = 'lede.json';
  return { path: join(root, name), root, name, shown: toShown(shownRoot, name) };
}
