import { dirname, join } from 'node:path';
import type { LaidOut } from '../desk/laidOut.ts';
import type { ReaderBuild } from './assets.ts';
import { editionFiles, mediaOf, type RenderPage } from './editionFiles.ts';
import type { Files } from './files.ts';
import { writeRecord, type PressRecord, type PublishedStory } from './record.ts';
import { placeHashedFile, replaceFile } from './replaceFile.ts';

interface Printing {
  files: Files;
  /** Absolute path of the folder to publish into. */
  out: string;
  /** Absolute path of what the publisher remembers of that folder. */
  stateFolder: string;
  laidOut: LaidOut;
  build: ReaderBuild;
  render: RenderPage;
  /** The record of the edition before. */
  before: PressRecord | undefined;
  stories: Record<string, PublishedStory>;
  /** Files of the edition before that stay as they are: stories that were refused this time. */
  untouched: readonly string[];
  progress: (stage: string, done: number, total: number) => void;
}

/**
 * Writes an edition: leaf files first, then lists, the front, the pointer; afterwards removes what the edition before
 * had and this one has not. Only files that the record names as ours are ever removed.
 *
 * @returns how many files were written, the others being the same as before
 */
export async function writeEdition(printing: Printing): Promise<number> {
  const { files, out, stateFolder, laidOut, build, before, stories } = printing;
  const pages = editionFiles(laidOut, printing.render);
  const media = mediaOf(laidOut);
  const wanted = new Set([
    ...build.files.map(({ path }) => path),
    ...media,
    ...pages.map(({ path }) => path),
    ...printing.untouched,
  ]);
  const { base } = laidOut.site;
  const ours = new Set([...(before?.files ?? []), ...(before?.kept ?? [])]);
  // Said before the first file is written: if we are stopped, the next run knows what is ours.
  await writeRecord(files, stateFolder, {
    schema: 'lede-press/1',
    base,
    files: [...new Set([...ours, ...wanted])],
    kept: [],
    stories: { ...before?.stories, ...stories },
  });

  let written = 0;
  for (const { path, bytes } of build.files) {
    if (await replaceFile(files, join(out, path), bytes)) written++;
  }
  for (const path of media) {
    const made = join(stateFolder, 'pictures', path.slice('media/'.length));
    if (await placeHashedFile(files, made, join(out, path))) written++;
  }
  for (const [index, { path, make }] of pages.entries()) {
    if (await replaceFile(files, join(out, path), make())) written++;
    printing.progress('writing pages', index + 1, pages.length);
  }

  const isHashed = (path: string): boolean => /^(assets|media)\//.test(path);
  const justReplaced = new Set((before?.files ?? []).filter(isHashed));
  const kept: string[] = [];
  for (const path of ours) {
    if (wanted.has(path)) continue;
    if (justReplaced.has(path)) kept.push(path);
    else await removeFile(files, out, path);
  }
  await writeRecord(files, stateFolder, {
    schema: 'lede-press/1',
    base,
    files: [...wanted],
    kept,
    stories,
  });
  return written;
}

/** Removes a file and the folders it leaves empty. */
async function removeFile(files: Files, out: string, path: string): Promise<void> {
  await files.rm(join(out, path), { force: true });
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    const names = await files.readdir(join(out, folder)).catch(() => ['?']);
    if (names.length > 0) return;
    await files.rmdir(join(out, folder));
  }
}
