import type { Stats } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { isMissing, systemCode, type Files } from '../press/files.ts';
import type { Notice } from '../wire/wireItem.ts';
import { isFeedAddress } from './feedAddress.ts';
import { isPattern, pathPatternOf, splitPattern } from './pattern.ts';
import { UnusableSource } from './unusableSource.ts';
import { stampOf, toSlashes, walkFolder, type Walked } from './walkFolder.ts';

/** What was found where sources were named. Plain data, since it may come from another thread. */
export interface WalkedSources {
  /** The named files, folders and patterns, in the order they were named. */
  places: WalkedPlace[];
  notices: Notice[];
}

interface WalkedPlace {
  /** The folder that was named, or that of the file that was named; absolute. */
  root: string;
  shownRoot: string;
  walked: Walked;
}

/** Where to look. */
export interface Walk {
  /** Folder that relative sources are named from; absolute. */
  cwd: string;
  /** As typed; addresses and standard input are passed over. */
  named: readonly string[];
  /** Absolute path of the published folder, which is no source. */
  out?: string | undefined;
}

/**
 * Looks at every file that the named sources mean, without reading any.
 * @throws {UnusableSource}
 */
export async function walkSources(files: Files, { cwd, named, out }: Walk): Promise<WalkedSources> {
  const notices: Notice[] = [];
  const places: WalkedPlace[] = [];
  for (const source of named.filter((one) => one !== '-' && !isFeedAddress(one))) {
    places.push(await walkNamed({ files, cwd, out, notices }, source));
  }
  return { places, notices };
}

interface Search {
  files: Files;
  cwd: string;
  out: string | undefined;
  notices: Notice[];
}

async function walkNamed(on: Search, source: string): Promise<WalkedPlace> {
  const { files } = on;
  const path = resolve(on.cwd, source);
  const stats = await statNamed(files, path, source);
  if (stats?.isDirectory() === true) {
    const place = { root: path, shownRoot: source };
    return { ...place, walked: await walkFolder({ ...on, ...place }) };
  }
  if (stats?.isFile() === true) {
    const root = dirname(path);
    const walked: Walked = {
      ...{ realRoot: root, inside: [basename(path)], real: [await files.realpath(path)] },
      ...{ stamp: [stampOf(stats)], ctimeMs: [stats.ctimeMs] },
    };
    return { root, shownRoot: dirname(source), walked };
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
  const walked = isThere ? await walkFolder(walk) : undefined;
  if (walked === undefined || walked.inside.length === 0)
    throw new UnusableSource(`No file fits ${source}.`);
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
