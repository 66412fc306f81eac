import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Site } from '../model/edition.ts';
import { emptyMemory, parseMemory, type Memory } from './desk/memory.ts';
import { edit, type Edited, type EditInput } from './edit.ts';
import { compressEdition } from './press/compressEdition.ts';
import { readReaderBuild, type ReaderBuild } from './press/assets.ts';
import { mediaIn, type RenderPage } from './press/editionFiles.ts';
import type { Files } from './press/files.ts';
import { takeLock } from './press/lock.ts';
import { prunePictures } from './press/prunePictures.ts';
import { readRecord, UnreadableRecord, type PressRecord } from './press/record.ts';
import { readIfThere, replaceFile, sweepAside } from './press/replaceFile.ts';
import { writeEdition } from './press/writeEdition.ts';
import type { Reach } from './reach.ts';
import type { ReportInput } from './report/buildReport.ts';
import { writeReport } from './report/writeReport.ts';
import { field } from './wire/field.ts';

export interface PublishOptions {
  /** Files, folders, patterns, feed addresses and `-`, as typed. */
  sources: readonly string[];
  reach: Reach;
  /** Folder to publish into, as typed. */
  out: string;
  /** Publish nothing when anything is refused. */
  strict: boolean;
  /** Publish into a folder that holds files of somebody else. */
  force: boolean;
  /** Store brotli and gzip copies beside the files. */
  compress?: boolean;
  /** The report is wanted as a page too. */
  report: boolean;
  /** For the editor's own eyes: drafts and what is under embargo are published too, marked as such. */
  isPreview?: boolean;
}

/** The outside world, handed in. */
export interface World {
  files: Files;
  fetch: EditInput['fetch'];
  readInput: EditInput['readInput'];
  /** Folder that relative paths start from; absolute. */
  cwd: string;
  now: Date;
  /** Folder of the built reader; absolute. */
  readerFolder: string;
  createPageRenderer: (site: Site, build: ReaderBuild) => RenderPage;
  progress: (stage: string, done: number, total: number) => void;
}

export interface Report {
  refused: Edited['refused'];
  held: Edited['held'];
  warnings: Edited['warnings'];
  /** Stories with their text, headlines without it, and stories taken back; zeros when nothing was usable. */
  stories: number;
  briefs: number;
  withdrawn: number;
  /** Files written, those being the same as before left alone; undefined when nothing was published. */
  written?: number;
  /** Absolute path of the report of this run: the page when it was wanted, else report.json. */
  report: string;
}

type Published =
  | { kind: 'reported'; report: Report }
  | { kind: 'busy'; pid: number; lock: string }
  /** The wanted folder cannot be published into; a sentence for people. */
  | { kind: 'unfit'; message: string };

/**
 * The whole pipeline: reads the sources, edits, and writes the edition.
 * @throws {UnusableSource} when a named source is not there, and the system's errors when writing fails
 */
export async function publish(options: PublishOptions, world: World): Promise<Published> {
  const { files, cwd } = world;
  const out = resolve(cwd, options.out);
  const clash = options.sources.find((source) => isInside(resolve(cwd, source), out));
  if (clash !== undefined) {
    const message = `${options.out} holds the source ${clash}: publish into another folder.`;
    return { kind: 'unfit', message };
  }
  const stats = await files.stat(out).catch(() => undefined);
  if (stats !== undefined && !stats.isDirectory()) {
    return { kind: 'unfit', message: `${options.out} is a file: publish into a folder.` };
  }
  const stateFolder = stateFolderOf(out);
  const isNew = (await readIfThere(files, join(stateFolder, 'files.json'))) === undefined;
  if (isNew && !options.force && (await isOccupied(files, out))) {
    const message =
      `${options.out} holds files that were not published by lede. ` +
      'Choose another folder with --out, or say --force to publish among them.';
    return { kind: 'unfit', message };
  }
  const lock = await takeLock(files, stateFolder);
  if (lock.kind === 'busy') return { kind: 'busy', pid: lock.pid, lock: lock.path };
  try {
    return await publishLocked(options, world, { out, stateFolder, wasStale: lock.wasStale });
  } finally {
    await lock.release();
  }
}

interface Place {
  out: string;
  stateFolder: string;
  wasStale: boolean;
}

async function publishLocked(
  {
    sources,
    reach,
    strict,
    report: wantsPage,
    isPreview = false,
    compress = false,
  }: PublishOptions,
  world: World,
  { out, stateFolder, wasStale }: Place,
): Promise<Published> {
  const { files, fetch, readInput, progress } = world;
  const before = await readRecord(files, stateFolder);
  const memoryPath = join(stateFolder, 'memory.json');
  const edited = await edit({
    ...{ files, fetch, readInput, cwd: world.cwd, sources, reach, out, now: world.now, progress },
    isPreview,
    memory: await readMemory(files, memoryPath),
    before: before?.stories ?? {},
    stateFolder,
  });
  const { edition } = edited;
  const stories = edition?.laidOut.stories ?? [];
  const counted = (kind: string): number => stories.filter((story) => story.kind === kind).length;
  const { read, kept, refused, held, warnings } = edited;
  const counts = {
    stories: counted('story'),
    briefs: counted('brief'),
    withdrawn: counted('withdrawn'),
  };
  const reported = async (outcome: Pick<ReportInput, 'laidOut' | 'scores' | 'written'>) => {
    const told = { read, kept, refused, held, warnings, ...outcome };
    const report = await writeReport(files, stateFolder, told, wantsPage);
    const { written } = outcome;
    return {
      kind: 'reported' as const,
      report: { refused, held, warnings, ...counts, ...field('written', written), report },
    };
  };
  const isRefused = strict && refused.length > 0;
  if (edition === undefined || counts.stories === 0 || isRefused) return reported({});
  if (wasStale) await sweepAside(files, foldersOf(out, before));
  const { laidOut } = edition;
  // Before the edition: should we be stopped, an address that is out already stays the story's own.
  await replaceFile(files, memoryPath, JSON.stringify(edition.memory));
  const build = await readReaderBuild(files, world.readerFolder, laidOut.site.base);
  const written = await writeEdition({
    ...{ files, out, stateFolder, laidOut, build, before, progress },
    render: world.createPageRenderer(laidOut.site, build),
    stories: edition.stories,
    untouched: await filesOf(files, out, edition.untouched),
  });
  const record = compress ? await readRecord(files, stateFolder) : undefined;
  await compressEdition({
    ...{ files, out, stateFolder, paths: record?.files ?? [] },
    progress: (done, total) => progress('compressing', done, total),
  });
  await prunePictures(files, stateFolder);
  return reported({ laidOut, scores: edition.scores, written });
}

/** Where a publishing run remembers: beside the published folder, never in it. */
export function stateFolderOf(out: string): string {
  return join(dirname(out), '.lede', basename(out));
}

function isInside(path: string, folder: string): boolean {
  return !`${relative(folder, path)}${sep}`.startsWith(`..${sep}`);
}

async function isOccupied(files: Files, folder: string): Promise<boolean> {
  const names = await files.readdir(folder).catch(() => []);
  return names.some((name) => !name.startsWith('.'));
}

async function readMemory(files: Files, path: string): Promise<Memory> {
  const bytes = await readIfThere(files, path);
  if (bytes === undefined) return emptyMemory;
  let input: unknown;
  try {
    input = JSON.parse(bytes.toString());
  } catch {
    throw new UnreadableRecord(path);
  }
  const memory = parseMemory(input);
  // Without its memory a run would give stories new addresses, so it does not guess.
  if (!memory.ok) throw new UnreadableRecord(path);
  return memory.value;
}

/** The published files of stories, with the pictures they show. */
async function filesOf(files: Files, out: string, slugs: readonly string[]): Promise<string[]> {
  const paths: string[] = [];
  for (const slug of slugs) {
    const data = await readIfThere(files, join(out, 'story', `${slug}.json`));
    if (data === undefined) continue;
    paths.push(`story/${slug}.json`, `story/${slug}.html`, ...mediaIn(data.toString()));
  }
  return paths;
}

function foldersOf(out: string, record: PressRecord | undefined): Set<string> {
  return new Set((record?.files ?? []).map((path) => dirname(join(out, path))));
}
