import { basename, dirname, join, relative, resolve } from 'node:path';
import { isMissing, systemCode, type Files } from './press/files.ts';
import { isPattern, matcherOf, splitPattern } from './sources/pattern.ts';
import { UnusableSource } from './sources/unusableSource.ts';
import { toShown, toSlashes, walkFolder } from './sources/walkFolder.ts';
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
  /** Web addresses of feeds, as typed. */
  feeds: string[];
  /** Standard input is a source too. */
  hasInput: boolean;
  /**
   * Where lede.json is looked for: the first named folder, or that of the first named file; absolute. The working
   * folder when none is named.
   */
  home: FoundSource;
  notices: Notice[];
}

/** Whether a source is named by its web address. */
export function isFeedAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/**
 * Finds the sources among what was named: files as they are, folders with everything below them, patterns
 * (`news/*.json`) with every file that fits, `-` for standard input, and web addresses of feeds, which are not asked
 * here. Hidden files, node_modules, lede.json, pictures, the published folder and what `.ledeignore` names are no
 * sources in folders and patterns.
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
  if (named.length === 0) throw new UnusableSource('No source was named.');
  const seen = new Set<string>();
  const names = new Set<string>();
  const notices: Notice[] = [];
  const sources: FoundSource[] = [];
  let home: FoundSource | undefined;
  for (const source of named.filter((one) => one !== '-' && !isFeedAddress(one))) {
    const { root, shownRoot, paths } = await findNamed({ files, cwd, out, notices, seen }, source);
    home ??= homeOf(root, shownRoot);
    for (const path of paths) {
      const real = await files.realpath(path);
      if (seen.has(real)) continue;
      seen.add(real);
      const inside = toSlashes(relative(root, path));
      // Two folders may hold files of one name; the first named keeps the plain one.
      const name = names.has(inside) ? `${basename(root)}/${inside}` : inside;
      names.add(name);
      sources.push({ path, root, name, shown: toShown(shownRoot, inside) });
    }
  }
  return {
    ...{ sources, notices, home: home ?? homeOf(cwd, '.') },
    feeds: named.filter(isFeedAddress),
    hasInput: named.includes('-'),
  };
}

interface Search {
  files: Files;
  cwd: string;
  out: string | undefined;
  notices: Notice[];
  seen: Set<string>;
}

interface Named {
  root: string;
  shownRoot: string;
  paths: string[];
}

async function findNamed(on: Search, source: string): Promise<Named> {
  const path = resolve(on.cwd, source);
  const kind = await kindOf(on.files, path, source);
  if (kind === 'file') return { root: dirname(path), shownRoot: dirname(source), paths: [path] };
  if (kind === 'folder') {
    const place = { root: path, shownRoot: source };
    return { ...place, paths: await walkFolder({ ...on, ...place }) };
  }
  if (!isPattern(source)) throw new UnusableSource(`There is no file or folder ${source}.`);
  const { folder, pattern } = splitPattern(toSlashes(source));
  const place = { root: resolve(on.cwd, folder), shownRoot: folder };
  const isThere = (await kindOf(on.files, place.root, folder)) === 'folder';
  // Folders it passes through are not taken: another source may name them whole.
  const walk = { ...on, ...place, seen: new Set<string>(), isWanted: matcherOf(pattern) };
  const paths = isThere ? await walkFolder(walk) : [];
  if (paths.length === 0) throw new UnusableSource(`No file fits ${source}.`);
  return { ...place, paths };
}

async function kindOf(
  files: Files,
  path: string,
  source: string,
): Promise<'file' | 'folder' | undefined> {
  try {
    return (await files.stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (isMissing(error)) return undefined;
    if (systemCode(error) === 'EACCES') throw new UnusableSource(`${source} may not be read.`);
    throw error;
  }
}

function homeOf(root: string, shownRoot: string): FoundSource {
  const name = 'lede.json';
  return { path: join(root, name), root, name, shown: toShown(shownRoot, name) };
}
