import { join, sep } from 'node:path';
import type { Files } from './press/files.ts';
import { isFeedAddress } from './sources/feedAddress.ts';
import { nameFolders, type FolderNames } from './sources/nameFolders.ts';
import { UnusableSource } from './sources/unusableSource.ts';
import { toShown, type Walked } from './sources/walkFolder.ts';
import { walkSources, type WalkedSources } from './sources/walkSources.ts';
import type { Notice } from './wire/wireItem.ts';

/** Where a file of a source lies. */
export interface SourcePlace {
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
  /** Changes whenever the file may have: its size, its times, and which file it is. */
  stamp: string;
  /** When anything about it last changed, milliseconds since 1970 with fractions. */
  ctimeMs: number;
}

/** What spares finding them some work. */
interface Beforehand {
  /** What the run before remembered of its folders. */
  folders?: FolderNames | undefined;
  /** What was found where they are named, if somebody has looked; without an answer they are looked for here. */
  walked?: Promise<WalkedSources | undefined> | undefined;
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
 * @throws {UnusableSource}
 */
export async function findSources(
  files: Files,
  cwd: string,
  named: readonly string[],
  out?: string,
  { folders, walked: looked }: Beforehand = {},
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
  const { places, notices } = (await looked) ?? (await walkSources(files, { cwd, named, out }));
  const sources: FoundSource[] = [];
  const [first] = places;
  const home = first === undefined ? homeOf(cwd, '.') : homeOf(first.root, first.shownRoot);
  // A file below two of the folders belongs to the outer one, whichever was named first.
  const rootOf = new Map<string, string>();
  const isPlain = places.length === 1 && first !== undefined && areDistinct(first.walked);
  for (const { root, walked } of isPlain ? [] : places) {
    for (const at of walked.inside.keys()) {
      const real = realPathOf(walked, at);
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
    for (const [at, inside] of walked.inside.entries()) {
      if (!isPlain) {
        const real = realPathOf(walked, at);
        if (rootOf.get(real) !== root) continue;
        rootOf.delete(real);
      }
      const path = sep === '/' ? within + inside : join(root, inside);
      const [name, shown] = [prefix + inside, shownPrefix + inside];
      // Field by field, as wherever there is one for each file of an archive: a spread costs as much as the look at it.
      const [stamp = '', ctimeMs = 0] = [walked.stamp[at], walked.ctimeMs[at]];
      sources.push({ path, root, name, shown, stamp, ctimeMs });
    }
  }
  return {
    ...{ sources, notices, home, folders: names },
    feeds: named.filter(isFeedAddress),
    hasInput: named.includes('-'),
  };
}

/** Whether no link led to a file of a folder, so that each is another one; for most folders it is so. */
function areDistinct({ inside, real }: Walked): boolean {
  return inside.length > 0 && real === undefined;
}

function realPathOf({ realRoot, inside, real }: Walked, at: number): string {
  return real?.[at] ?? join(realRoot, inside[at] ?? '');
}

function homeOf(root: string, shownRoot: string): SourcePlace {
  const name = 'lede.json';
  return { path: join(root, name), root, name, shown: toShown(shownRoot, name) };
}
