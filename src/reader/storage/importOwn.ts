import type { StorageProblem } from './outcome.ts';
import { getRecord, putRecords, type Own } from './own.ts';
import { parseHeader, parseLine, type Line, type LineStore } from './ownFile.ts';
import { recordKeys, type RecordOf } from './records.ts';

/** The largest file that is looked into, and the longest line of it: a story with its pictures. Bytes, characters. */
const [mostBytes, mostCharacters] = [2e9, 6.4e7];

/** What a file holds, or did to what was here, by store. */
export interface Tally {
  /** Lines, by what they are. */
  lines: Record<LineStore, number>;
  /** Records that were not here. */
  added: Record<LineStore, number>;
  /** Records that replace an older one of their own kind: a later visit, a later place. */
  renewed: number;
  /** Lines that cannot be read. */
  unreadable: number;
}

export type FileProblem = 'foreign' | 'newer' | 'large' | 'unreadable';
export type Imported =
  | { ok: true; tally: Tally }
  | { ok: false; problem: FileProblem }
  | { ok: false; problem: StorageProblem; stored: true };

/** Looks through a file without changing anything. */
export function previewFile(own: Own, file: Blob): Promise<Imported> {
  return walk(own, file, false);
}

/**
 * Adds what a file holds to what is here. Nothing of the reader's is overwritten: a saved story stays as it was saved,
 * a setting as it was set; of two visits or places the later one counts. Interrupted, it can be done again.
 */
export function importFile(own: Own, file: Blob): Promise<Imported> {
  return walk(own, file, true);
}

async function walk(own: Own, file: Blob, isReal: boolean): Promise<Imported> {
  if (file.size > mostBytes) return { ok: false, problem: 'large' };
  const none = { saved: 0, settings: 0, visits: 0, positions: 0, readings: 0 };
  const tally: Tally = { lines: { ...none }, added: { ...none }, renewed: 0, unreadable: 0 };
  let isHeader = true;
  for await (const text of linesOf(file)) {
    if (text === lost) return { ok: false, problem: 'unreadable' };
    if (text === undefined) {
      tally.unreadable += 1;
      continue;
    }
    if (isHeader) {
      const kind = parseHeader(text);
      if (kind !== 'ours') return { ok: false, problem: kind };
      isHeader = false;
      continue;
    }
    const line = parseLine(text);
    if (line === undefined) {
      tally.unreadable += 1;
      continue;
    }
    tally.lines[line.store] += 1;
    const merged = await merge(own, line, isReal);
    if (!merged.ok) return { ...merged, stored: true };
    if (merged.value === 'added') tally.added[line.store] += 1;
    if (merged.value === 'renewed') tally.renewed += 1;
  }
  return isHeader ? { ok: false, problem: 'foreign' } : { ok: true, tally };
}

type Merged =
  | { ok: true; value: 'added' | 'renewed' | 'here' }
  | { ok: false; problem: StorageProblem };

async function merge(own: Own, line: Line, isReal: boolean): Promise<Merged> {
  const key = String(Reflect.get(line.record, recordKeys[line.store]));
  const here = await getRecord(own, line.store, key);
  if (!here.ok) return here;
  const value = here.value === undefined ? 'added' : isNewer(line, here.value) ? 'renewed' : 'here';
  if (!isReal || value === 'here') return { ok: true, value };
  const put =
    line.store === 'saved'
      ? await putSaved(own, line)
      : await putRecords(own, line.store, [joined(line, here.value)]);
  return put.ok ? { ok: true, value } : put;
}

/** Whether a record replaces the one that is here. Times are compared with times of the same reader's devices. */
function isNewer({ store, record }: Line, here: RecordOf<LineStore>): boolean {
  if (store !== 'visits' && store !== 'positions') return false;
  return 'at' in here && record.at > here.at;
}

function joined(
  { store, record }: Exclude<Line, { store: 'saved' }>,
  here: RecordOf<LineStore> | undefined,
): Exclude<Line, { store: 'saved' }>['record'] {
  const wasRead = here !== undefined && 'isRead' in here && here.isRead;
  return store === 'visits' && wasRead ? { ...record, isRead: true } : record;
}

async function putSaved(
  { database, changes }: Own,
  { record, copy }: Extract<Line, { store: 'saved' }>,
) {
  const put = await database.run(['saved', 'copies'], 'readwrite', async (transaction) => {
    await transaction.objectStore('copies').put(copy);
    await transaction.objectStore('saved').put(record);
  });
  if (put.ok) changes.announce('saved', 'copies');
  return put;
}

/** What stands for the rest of a file that moved, was changed or may not be read any more. */
const lost = Symbol('lost');

/** The lines of a file as they come; undefined for one that is too long to be one of ours. */
async function* linesOf(file: Blob): AsyncGenerator<string | undefined | typeof lost> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let isTooLong = false;
  for (;;) {
    const read = await reader.read().catch(() => undefined);
    if (read === undefined) {
      yield lost;
      return;
    }
    const { done, value } = read;
    const pieces = `${rest}${value ?? ''}`.split('\n');
    rest = done ? '' : (pieces.pop() ?? '');
    for (const piece of pieces) {
      if (isTooLong) yield undefined;
      else if (piece !== '') yield piece;
      isTooLong = false;
    }
    if (done) return;
    if (rest.length > mostCharacters) {
      rest = '';
      isTooLong = true;
    }
  }
}
