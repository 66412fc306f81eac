import type { Outcome, StorageProblem } from './outcome.ts';
import type { Own } from './own.ts';
import { parseHeader, parseLine, plainStores, type Line, type LineStore } from './ownFile.ts';
import { keyOf, parseRecord, type RecordOf, type StoreName } from './records.ts';

/** The largest file that is looked into, and the longest line of it: a story with its pictures. Bytes, characters. */
const [mostBytes, mostCharacters] = [2e9, 6.4e7];
/** Lines merged in one transaction, at most: so many, or so many characters of them and one more. */
const [atOnce, charactersAtOnce] = [200, 8e6];

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
  /** `kept`: records that were added or renewed before it stopped; they stay. */
  | { ok: false; problem: FileProblem; kept: number }
  | { ok: false; problem: StorageProblem; kept: number; stored: true };

/** Called with the share of a file that has been gone through, 0 to 1. */
type Heard = (share: number) => void;

/** Looks through a file without changing anything. */
export function previewFile(own: Own, file: Blob, onShare?: Heard): Promise<Imported> {
  return walk(file, { isReal: false, onShare }, (lines) => merge(own, lines, false));
}

/**
 * Adds what a file holds to what is here. Nothing of the reader's is overwritten: a saved story stays as it was saved,
 * a setting as it was set; of two visits or places the later one counts. Interrupted, it can be done again.
 *
 * @param makeRoom called on a full device, as long as it says that it made any
 */
export function importFile(
  own: Own,
  file: Blob,
  makeRoom: () => Promise<boolean> = () => Promise.resolve(false),
  onShare?: Heard,
): Promise<Imported> {
  return walk(file, { isReal: true, onShare }, async (lines) => {
    let merged = await merge(own, lines, true);
    while (!merged.ok && merged.problem === 'full' && (await makeRoom())) {
      merged = await merge(own, lines, true);
    }
    return merged;
  });
}

type Merge = (lines: readonly Line[]) => Promise<Outcome<Merged[]>>;

interface Walk {
  isReal: boolean;
  onShare: Heard | undefined;
}

async function walk(file: Blob, { isReal, onShare }: Walk, mergeSome: Merge): Promise<Imported> {
  if (file.size > mostBytes) return { ok: false, problem: 'large', kept: 0 };
  const none = { saved: 0, settings: 0, visits: 0, positions: 0, readings: 0 };
  const tally: Tally = { lines: { ...none }, added: { ...none }, renewed: 0, unreadable: 0 };
  const kept = (): number =>
    isReal ? Object.values(tally.added).reduce((sum, one) => sum + one, tally.renewed) : 0;
  let isHeader = true;
  let some: Line[] = [];
  let characters = 0;
  const flush = async (): Promise<StorageProblem | undefined> => {
    const merged = await mergeSome(some);
    if (!merged.ok) return merged.problem;
    for (const [index, value] of merged.value.entries()) {
      const store = some[index]?.store;
      if (value === 'added' && store !== undefined) tally.added[store] += 1;
      if (value === 'renewed') tally.renewed += 1;
    }
    [some, characters] = [[], 0];
    return undefined;
  };
  for await (const text of linesOf(file, onShare)) {
    if (text === lost) return { ok: false, problem: 'unreadable', kept: kept() };
    if (text === undefined) {
      tally.unreadable += 1;
      continue;
    }
    if (isHeader) {
      const kind = parseHeader(text);
      if (kind !== 'ours') return { ok: false, problem: kind, kept: 0 };
      isHeader = false;
      continue;
    }
    const line = parseLine(text);
    if (line === undefined) {
      tally.unreadable += 1;
      continue;
    }
    tally.lines[line.store] += 1;
    some.push(line);
    characters += text.length;
    if (some.length < atOnce && characters < charactersAtOnce) continue;
    const problem = await flush();
    if (problem !== undefined) return { ok: false, problem, kept: kept(), stored: true };
  }
  if (isHeader) return { ok: false, problem: 'foreign', kept: 0 };
  const problem = await flush();
  if (problem !== undefined) return { ok: false, problem, kept: kept(), stored: true };
  return { ok: true, tally };
}

const stores = ['saved', 'copies', ...plainStores] as const satisfies StoreName[];
type Merged = 'added' | 'renewed' | 'here';

/** Merges some lines in one transaction: all of them are kept, or none. Word of it is given once. */
async function merge(
  { database, changes }: Own,
  lines: readonly Line[],
  isReal: boolean,
): Promise<Outcome<Merged[]>> {
  const mode = isReal ? 'readwrite' : 'readonly';
  const touched = new Set<StoreName>();
  const outcome = await database.run([...stores], mode, async (transaction) => {
    // All asked for at once, and all put at once: waiting for each of thousands was most of the time.
    const keys = lines.map(({ store, record }) => keyOf(store, record));
    const found = await Promise.all(
      lines.map(({ store }, index) => transaction.objectStore(store).get(keys[index] ?? '')),
    );
    /** What these lines have made of a record so far. */
    const made = new Map<string, RecordOf<LineStore>>();
    const puts: Promise<void>[] = [];
    // What is refused at once is refused like the rest, or nobody would hear what becomes of the others.
    const put = async (name: StoreName, record: object): Promise<void> => {
      await transaction.objectStore(name).put?.(record);
      touched.add(name);
    };
    const merged = lines.map((line, index): Merged => {
      const name = `${line.store} ${keys[index]}`;
      const here = made.get(name) ?? parseRecord(line.store, found[index]);
      const value = here === undefined ? 'added' : isNewer(line, here) ? 'renewed' : 'here';
      if (value === 'here') return value;
      const record = line.store === 'saved' ? line.record : joined(line, here);
      made.set(name, record);
      if (!isReal) return value;
      if (line.store === 'saved') {
        puts.push(put('copies', line.copy));
      }
      puts.push(put(line.store, record));
      return value;
    });
    await Promise.all(puts);
    return merged;
  });
  if (outcome.ok) for (const store of touched) changes.announce(store);
  return outcome;
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

/** What stands for the rest of a file that moved, was changed or may not be read any more. */
const lost = Symbol('lost');

/** The lines of a file as they come; undefined for one that is too long to be one of ours. */
async function* linesOf(
  file: Blob,
  onShare: Heard | undefined,
): AsyncGenerator<string | undefined | typeof lost> {
  let bytes = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (part, controller) => {
      bytes += part.length;
      onShare?.(bytes / file.size);
      controller.enqueue(part);
    },
  });
  const reader = file
    .stream()
    .pipeThrough(counted)
    .pipeThrough(new TextDecoderStream())
    .getReader();
  /** The line that has not ended yet, as it came: joined once, or a long one would be copied with every piece. */
  let pieces: string[] = [];
  let length = 0;
  const end = (): string | undefined => {
    const line = length > mostCharacters ? undefined : pieces.join('');
    [pieces, length] = [[], 0];
    return line;
  };
  for (;;) {
    const read = await reader.read().catch(() => undefined);
    if (read === undefined) {
      yield lost;
      return;
    }
    for (const [index, piece] of (read.value ?? '').split('\n').entries()) {
      const line = index === 0 ? '' : end();
      if (line !== '') yield line;
      length += piece.length;
      if (length <= mostCharacters) pieces.push(piece);
      else pieces = [];
    }
    if (!read.done) continue;
    const line = end();
    if (line !== '') yield line;
    return;
  }
}
