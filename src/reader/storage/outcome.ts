/**
 * Why the reader's own things could not be read or kept:
 * `missing` this browser has no storage for them or refuses it · `silent` it gave no answer in time · `blocked` another
 * tab holds an older form of them · `newer` a newer Lede wrote them · `full` the device has no room · `damaged` they are
 * there and cannot be read.
 */
export type StorageProblem = 'missing' | 'silent' | 'blocked' | 'newer' | 'full' | 'damaged';

/** What storage answered. Storage may fail at any time, so failure is a value here and never thrown. */
export type Outcome<Value> = { ok: true; value: Value } | { ok: false; problem: StorageProblem };

/** The problem behind an error of IndexedDB, by its name (Indexed Database API 3.0, section 3). */
export function storageProblemOf(error: unknown): StorageProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'VersionError') return 'newer';
  if (name === 'SecurityError' || name === 'InvalidStateError') return 'missing';
  return 'damaged';
}
