import type { Drafts } from '../press/drafts.ts';
import type { Files } from '../press/files.ts';
import { fetchWithin } from '../reach.ts';
import { readSource, readTyped } from '../readSources.ts';
import type { FoundSource } from '../sources.ts';
import { beginSlips, takeNote, takeResult, type ReadSlips } from './readSlips.ts';
import type { SourceNotes } from './sourceNotes.ts';

interface Reading {
  files: Files;
  notes: SourceNotes;
  drafts: Drafts;
  /** See EditInput. */
  startedAt: number;
  readInput: (limit: number) => Promise<Uint8Array>;
  progress: (stage: string, done: number, total: number) => void;
}

/** Coarsest times that a disk of today keeps, in milliseconds. */
const tick = 50;

/** Reads every source: files unless they are as they were, standard input, and feeds. */
export async function readAll(
  sources: readonly FoundSource[],
  { feeds, hasInput }: { feeds: readonly string[]; hasInput: boolean },
  input: Reading & Parameters<typeof fetchWithin>[1],
): Promise<ReadSlips> {
  const all = beginSlips();
  for (const [index, source] of sources.entries()) {
    const note = input.notes.find(source.name);
    if (note?.stamp === source.stamp) takeNote(all, source.name, note);
    else await readAnew(all, source, input, false);
    input.progress('reading', index + 1, sources.length);
  }
  if (hasInput) {
    const { read, ...result } = await readTyped(input.readInput);
    await takeResult(all, { source: 'stdin', stamp: '', result, read, putsAll: true }, input);
  }
  const fetched = await fetchWithin(feeds, input);
  for (const one of fetched.refused) all.refused.push(one);
  for (const one of fetched.warnings) all.warnings.push(one);
  all.read.push(...fetched.read);
  all.unheard.push(...fetched.unheard);
  all.fullFeeds = fetched.full;
  all.areFeedsDown = fetched.areDown;
  for (const source of new Set(feeds)) {
    const items = fetched.items.filter(({ file }) => file === source);
    const result = { items, refused: [], warnings: [] };
    await takeResult(all, { source, stamp: '', result, putsAll: true }, input);
  }
  return all;
}

/** Reads a source file, whatever its note says. @param putsAll see takeResult */
export async function readAnew(
  all: ReadSlips,
  source: FoundSource,
  { files, notes, drafts, startedAt }: Reading,
  putsAll: boolean,
): Promise<void> {
  const { read, ...result } = await readSource(files, source);
  // Changed a moment ago it may change again within the same tick of the disk's clock.
  const isSettled = source.ctimeMs < startedAt - tick;
  // One that could not be read may be readable next time, with nothing to show for it.
  const stamp = isSettled && read.bytes !== undefined ? source.stamp : '';
  await takeResult(all, { source: source.name, stamp, result, read, putsAll }, { notes, drafts });
}
