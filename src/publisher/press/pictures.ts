import { dirname, join, sep } from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { decodePath } from '../wire/bodyLink.ts';
import { field } from '../wire/field.ts';
import type { Notice, SourcePicture } from '../wire/wireItem.ts';
import { isMissing, type Files } from './files.ts';
import {
  openPictureCache,
  type Pressed,
  type PressedPicture,
  type Unpressed,
} from './pictureCache.ts';

/** A picture as a source names it, with the file that names it. */
export interface WantedPicture {
  ref: string;
  /** Absolute path, or web address, of what names the picture; its `src` is relative to that. */
  file: string;
  /** Absolute path of the folder that the picture may not leave; of no use to one on the web. */
  root: string;
  picture: SourcePicture;
}

/** The pictures that could be made, by `pictureKey`; a story goes without the others. */
export interface PressedPictures {
  made: ReadonlyMap<string, PressedPicture>;
  /** Those that could not be made for a reason that is not their own, such as a disk that failed once. */
  passing: ReadonlySet<string>;
  warnings: Notice[];
}

/** A picture of another host: where it lies since it was fetched, or why it does not. */
type FetchedPicture = { ok: true; path: string } | { ok: false; problem: Problem };

interface PictureWork {
  files: Files;
  /** Pictures of other hosts by their address; one that is not among them is only looked for. */
  fetched?: ReadonlyMap<string, FetchedPicture>;
  /** Where renditions are kept between runs; absent: pictures are only looked for, and none is made. */
  cacheFolder?: string;
  /** Milliseconds that pass, whatever the day: a test lets them fly. */
  ticks?: () => number;
  progress: (done: number, total: number) => void;
}

/** Bytes of a picture file; no camera's picture takes as many. */
const byteLimit = 64 * 1024 * 1024;
/** Pictures made at the same time: each takes a core. */
const atOnce = 2;
/** An honest picture takes less; what a feed's take beyond it is lost to the others. Milliseconds. */
const usual = 4000;
/** Time that a feed's pictures may lose in one run; then the rest of them wait for the next. Milliseconds. */
const patience = 20_000;

const mendPicture = 'save it again, as JPEG, PNG, WebP, AVIF, GIF or SVG';
const mendSlow = 'have a smaller one put in its place; until it changes it is not tried again';

/** What stands for one picture of one source file. */
export function pictureKey(file: string, src: string): string {
  return `${dirname(file)}\n${src}`;
}

/**
 * Makes our renditions of all pictures that stories name, each once.
 * Warning codes: `missing-picture` (no such file, or its host did not give it), `bad-picture` (cannot be read as a
 * picture), `outside-picture` (outside the source folder).
 */
export async function pressPictures(
  wanted: readonly WantedPicture[],
  work: PictureWork,
): Promise<PressedPictures> {
  const made = new Map<string, PressedPicture>();
  const failed = new Map<string, Problem>();
  const passing = new Set<string>();
  const { files, cacheFolder, fetched, ticks = () => performance.now() } = work;
  const press = cacheFolder === undefined ? undefined : openPictureCache(files, cacheFolder);
  const making: Making = { files, ...field('fetched', fetched), ...field('press', press) };
  const distinct = new Map(
    wanted.map((one) => [pictureKey(one.file, one.picture.src), one] as const),
  );
  const lost = new Map<string, number>();
  const pressInTime = async (one: WantedPicture): Promise<Outcome> => {
    const lostBefore = lost.get(one.file) ?? 0;
    if (isOnWeb(one.file) && lostBefore >= patience) {
      const message = 'pictures of this feed took too long; the next run goes on with them';
      return fail('bad-picture', message);
    }
    const start = ticks();
    const outcome = await pressOne(one, making);
    lost.set(one.file, lostBefore + Math.max(0, ticks() - start - usual));
    return outcome;
  };
  const queue = distinct.entries();
  let done = 0;
  const workThrough = async (): Promise<void> => {
    for (const [key, one] of queue) {
      const result = await pressInTime(one);
      if (result.kind === 'made') made.set(key, result.picture);
      if (result.kind === 'failed') failed.set(key, result.problem);
      if (result.kind === 'failed' && result.isPassing) passing.add(key);
      work.progress(++done, distinct.size);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, workThrough));
  const warnings = wanted.flatMap(({ ref, file, picture }): Notice[] => {
    const problem = failed.get(pictureKey(file, picture.src));
    return problem === undefined ? [] : [{ ref, problem }];
  });
  return { made, passing, warnings };
}

interface Making extends Pick<PictureWork, 'files' | 'fetched'> {
  press?: (picture: Unpressed) => Promise<Pressed>;
}

type Outcome =
  | { kind: 'made'; picture: PressedPicture }
  | { kind: 'seen' }
  | { kind: 'failed'; problem: Problem; isPassing?: true };

/** The web address of a picture on another host; undefined for a file, and for what is neither. */
export function remoteAddressOf({ file, picture: { src } }: WantedPicture): string | undefined {
  // Nobody on the web may name our files, so whatever a feed names is on the web too.
  const base = isOnWeb(file) ? file : isOnWeb(src) ? 'https://localhost' : undefined;
  if (base === undefined || !URL.canParse(src, base)) return undefined;
  const { href, protocol } = new URL(src, base);
  return protocol === 'http:' || protocol === 'https:' ? href : undefined;
}

function isOnWeb(name: string): boolean {
  return /^https?:|^\/\//i.test(name);
}

async function pressOne(wanted: WantedPicture, work: Making): Promise<Outcome> {
  const address = remoteAddressOf(wanted);
  if (address === undefined) return pressFile(wanted, work);
  const fetched = work.fetched?.get(address);
  if (fetched === undefined) return { kind: 'seen' };
  if (!fetched.ok) return { kind: 'failed', problem: fetched.problem };
  const refusalPath = fetched.path.replace(/\.picture$/, '.refused');
  return pressBytes(fetched.path, address.slice(0, 200), work, refusalPath);
}

async function pressFile(
  { file, root, picture: { src } }: WantedPicture,
  work: Making,
): Promise<Outcome> {
  const { files } = work;
  if (isOnWeb(file)) return fail('bad-picture', 'expected the web address of a picture');
  if (/^[a-z][a-z0-9+.-]*:/i.test(src)) {
    return fail('bad-picture', `expected the name of a picture file, got ${src.slice(0, 60)}`);
  }
  const path = await findPicture(files, dirname(file), src);
  if (path === undefined) {
    const mend = 'put the file there, or correct the name';
    return fail('missing-picture', `there is no picture ${src} beside the story`, mend);
  }
  if (!path.startsWith((await files.realpath(root)) + sep)) {
    const mend = 'move the picture into the source folder';
    return fail('outside-picture', `the picture ${src} is outside the source folder`, mend);
  }
  return pressBytes(path, src, work);
}

async function pressBytes(
  path: string,
  src: string,
  { files, press }: Making,
  refusalPath?: string,
): Promise<Outcome> {
  if (press === undefined) return { kind: 'seen' };
  let bytes: Buffer;
  try {
    if ((await files.stat(path)).size > byteLimit) {
      return fail('bad-picture', `the picture ${src} is larger than ${byteLimit >> 20} MiB`);
    }
    bytes = await files.readFile(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ...fail('bad-picture', `the picture ${src} cannot be read: ${reason}`),
      isPassing: true,
    };
  }
  if (bytes.length === 0)
    return fail('bad-picture', `the picture ${src} is an empty file`, mendPicture);
  const result = await press({ bytes, ...field('refusalPath', refusalPath) });
  if (result.ok) return { kind: 'made', picture: result.picture };
  const { reason, isPassing, isGivenUp } = result;
  const message = `the picture ${src} cannot be used: ${reason}`;
  // Of one that was only slow to read, this time, nothing is to be mended.
  if (isPassing === true) return { ...fail('bad-picture', message), isPassing };
  return fail('bad-picture', message, isGivenUp === true ? mendSlow : mendPicture);
}

/**
 * The real path of a picture as written or, in Markdown, with its escapes (`my%20picture.jpg`) undone, or as Windows
 * writes it (`drawings\\moon.jpg`).
 */
async function findPicture(files: Files, folder: string, src: string): Promise<string | undefined> {
  const names = [src, decodePath(src), decodePath(src).replaceAll('\\', '/')];
  for (const name of new Set(names)) {
    if (name === '' || name.includes('\0')) continue;
    const path = await files.realpath(join(folder, name)).catch(ignoreMissing);
    if (path !== undefined && (await files.stat(path)).isFile()) return path;
  }
  return undefined;
}

function ignoreMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}

function fail(code: string, message: string, mend?: string): Extract<Outcome, { kind: 'failed' }> {
  const problem = { code, at: 'picture', message, ...(mend === undefined ? {} : { mend }) };
  return { kind: 'failed', problem };
}
