import type { Stats } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { isMissing, systemCode, type Files } from '../press/files.ts';
import { decode } from '../wire/decode.ts';
import type { Notice } from '../wire/wireItem.ts';
import { isIgnored, parseIgnoreRules, type IgnoreRules } from './ignoreRules.ts';
import type { PathPattern } from './pattern.ts';
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
  pattern?: PathPattern;
  notices: Notice[];
}

/**
 * The source files in a folder, a column for each thing known of them: an archive has a hundred thousand, and as many
 * objects cost more than the look at the files, and more again on their way from one thread to another.
 */
export interface Walked {
  /** The folder, links resolved; absolute. */
  realRoot: string;
  /** Paths inside the folder, with slashes. */
  inside: string[];
  /** Absolute, links resolved: one file is one, however it is reached. Absent where no link led to any. */
  real?: string[];
  /** Changes whenever the file may have. */
  stamp: string[];
  /** When anything about it last changed, milliseconds since 1970 with fractions. */
  ctimeMs: number[];
}

/** A folder to look into, or what a link leads to, with the rules that hold there. */
interface Place {
  inside: string;
  real: string;
  rules: readonly IgnoreRules[];
}

/**
 * The source files below a folder, in one order on every machine, so that one input gives one edition. What links lead
 * to comes last, so that a file keeps its own path when somebody links to it.
 * @throws {UnusableSource} when a folder may not be read: passed over, its stories would be taken back
 */
export async function walkFolder(on: Walk): Promise<Walked> {
  const realRoot = await on.files.realpath(on.root);
  try {
    return await walk(on, realRoot);
  } catch (error) {
    if (!isClosed(error)) throw error;
    const inside = toSlashes(relative(realRoot, String(error.path)));
    if (inside === '') throw new UnusableSource(`${on.shownRoot} may not be read.`);
    const shown = toShown(on.shownRoot, inside);
    throw new UnusableSource(
      `${shown} may not be read. Let it be read, or leave it out in .ledeignore.`,
    );
  }
}

async function walk(on: Walk, realRoot: string): Promise<Walked> {
  const { files } = on;
  const realOut = on.out === undefined ? undefined : await realpathIfThere(files, on.out);
  const real: string[] = [];
  const found: Walked = { realRoot, inside: [], stamp: [], ctimeMs: [] };
  const links: Place[] = [];
  // A ring of links ends at a folder that was walked already.
  const walked = new Set<string>();

  const note = (inside: string, code: string, message: string, mend?: string): void => {
    const problem = { code, at: '', message, ...(mend === undefined ? {} : { mend }) };
    on.notices.push({ ref: toShown(on.shownRoot, inside), problem });
  };
  const isLeftOut = ({ inside, rules }: Place, isFolder: boolean): boolean =>
    rules.length > 0 && isIgnored(rules, `/${inside}`, isFolder);

  const takeStats = (place: Place, stats: Stats | undefined): void => {
    const { inside } = place;
    if (stats?.isFile() === true) {
      found.inside.push(inside);
      real.push(place.real);
      found.stamp.push(stampOf(stats));
      found.ctimeMs.push(stats.ctimeMs);
    } else if (inside.includes('\ufffd')) {
      const mend = 'rename it with letters that every system can read';
      note(inside, 'unreadable-name', 'the name is not in UTF-8 and was passed over', mend);
    }
  };

  const takeLate = async (place: Place): Promise<void> => {
    takeStats(place, await statIfThere(files, place.real));
  };

  /** A promise only for a file that cannot be looked at now: one for each file of an archive costs more than the look. */
  const takeFile = (place: Place): Promise<void> | undefined => {
    const { inside } = place;
    if (isLeftOut(place, false)) return undefined;
    const name = nameOf(inside);
    const isWanted = on.pattern === undefined ? storyFile.test(name) : on.pattern.fits(inside);
    if (isWanted) {
      const stats = lookNow(files, place.real);
      if (stats === undefined) return takeLate(place);
      takeStats(place, stats);
    } else if (on.pattern === undefined) {
      const kind = extname(name) || 'such';
      const mend = 'name the file itself to have it read, or leave it out in .ledeignore';
      note(inside, 'ignored-file', `${kind} files are passed over in folders`, mend);
    }
    return undefined;
  };

  const takeFolder = async (place: Place): Promise<void> => {
    const folders: Place[] = [place];
    for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
      const { inside } = next;
      if (next.real === realOut || walked.has(next.real)) continue;
      if (inside !== '' && (on.pattern?.mayHold(inside) === false || isLeftOut(next, true))) {
        continue;
      }
      walked.add(next.real);
      const { names, rules } = await readFolder(files, next);
      const within = join(next.real, sep);
      const below: Place[] = [];
      for (const entry of names) {
        const { name } = entry;
        if (isPassedOver(name)) continue;
        const path = inside === '' ? name : `${inside}/${name}`;
        const at = { inside: path, real: `${within}${name}`, rules };
        if (entry.isSymbolicLink()) links.push(at);
        else if (entry.isDirectory()) below.push(at);
        else if (entry.isFile()) {
          const late = takeFile(at);
          if (late !== undefined) await late;
        }
      }
      for (const one of below.toReversed()) folders.push(one);
    }
  };

  const takeLink = async ({ inside, real: link, rules }: Place): Promise<void> => {
    const target = await realpathIfThere(files, link);
    if (target === undefined) {
      note(inside, 'dangling-link', 'the link leads nowhere and was passed over');
    } else if (!`${target}${sep}`.startsWith(`${realRoot.replace(/[/\\]$/, '')}${sep}`)) {
      note(inside, 'outside-file', 'the link leads out of the source folder and was passed over');
    } else if ((await statIfThere(files, target))?.isDirectory() === true) {
      await takeFolder({ inside, real: target, rules });
    } else await takeFile({ inside, real: target, rules });
  };

  await takeFolder({ inside: '', real: realRoot, rules: [] });
  const straight = real.length;
  // The list grows while it is worked through: a folder behind a link may hold links.
  for (const link of links) await takeLink(link);
  return real.length > straight ? { ...found, real } : found;
}

/** What tells whether a file is still the one it was. */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/** Whether the system does not let us in somewhere, or into its depth. */
function isClosed(error: unknown): error is Error & { path: unknown } {
  const codes = ['EACCES', 'EPERM', 'ENAMETOOLONG'];
  return codes.includes(systemCode(error) ?? '') && error instanceof Error && 'path' in error;
}

function isPassedOver(name: string): boolean {
  return (
    name.startsWith('.') ||
    name === 'node_modules' ||
    name === 'lede.json' ||
    pictureFile.test(name)
  );
}

/** What lies in a folder, in order, and the rules that hold for it. */
async function readFolder(files: Files, { inside, real, rules }: Place) {
  const entries =
    files.readdirSync?.(real, { withFileTypes: true }) ??
    (await files.readdir(real, { withFileTypes: true }));
  const own = entries.some((entry) => entry.name === '.ledeignore' && !entry.isDirectory())
    ? [parseIgnoreRules(`/${inside}`, decode(await files.readFile(join(real, '.ledeignore'))).text)]
    : [];
  // An edition that lies among its sources is no source, whichever folder this run publishes into.
  const hasEditions = entries.some((entry) => entry.name === '.lede' && entry.isDirectory());
  const editions = new Set(hasEditions ? await files.readdir(join(real, '.lede')) : []);
  const names = entries
    .filter(({ name }) => !editions.has(name))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return { names, rules: [...rules, ...own] };
}

/** Stats of a file; undefined when it is gone, as an editor's temporary file is while we look. */
async function statIfThere(files: Files, path: string) {
  try {
    return await files.stat(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The same at once, where that can be had. */
function lookNow({ statSync }: Files, path: string) {
  try {
    return statSync?.(path);
  } catch {
    return undefined;
  }
}

async function realpathIfThere(files: Files, path: string): Promise<string | undefined> {
  try {
    return await files.realpath(path);
  } catch (error) {
    if (isMissing(error) || systemCode(error) === 'ELOOP') return undefined;
    throw error;
  }
}

function nameOf(inside: string): string {
  return inside.slice(inside.lastIndexOf('/') + 1);
}

export function toSlashes(path: string): string {
  return path.split(sep).join('/');
}

/** A path inside a named folder as the editor would type it. */
export function toShown(root: string, inside: string): string {
  if (root === '.') return inside;
  return `${root.replace(/\/+$/, '')}/${inside}`.replace(/^\.\//, '');
}
