import { fileOf } from '../../model/address.ts';
import { UnreadableRecord } from './record.ts';
import type { Shelf } from './shelf.ts';

/**
 * What lies in the published folder and is ours: only that is ever replaced or removed. An entry is the address of a
 * page (`/story/moon`, with its data beside it) or the path of a file (`feed.xml`).
 */
export interface Ledger {
  /** What an entry was made from; undefined when it is not ours. */
  keyOf: (entry: string) => string | undefined;
  /** Whether an entry was made from this: as comparing with `keyOf`, for many entries that are mostly as they were. */
  isOf: (entry: string, key: string) => boolean;
  /** The version of the document at an address. */
  versionOf: (address: string) => string | undefined;
  put: (entry: string, key: string, version?: string) => void;
  remove: (entry: string) => void;
  entries: () => Generator<string>;
  size: () => number;
  save: () => Promise<void>;
}

/** Stands for the key of what was replaced and is kept one run longer. */
export const replacedKey = 'replaced';

export function openLedger(shelf: Shelf): Ledger {
  return {
    keyOf(entry) {
      const text = shelf.get(entry);
      const space = text?.indexOf(' ') ?? -1;
      return space < 0 ? text : text?.slice(0, space);
    },
    isOf(entry, key) {
      const text = shelf.get(entry);
      return (
        text?.startsWith(key) === true && (text.length === key.length || text[key.length] === ' ')
      );
    },
    versionOf(address) {
      const text = shelf.get(address);
      const space = text?.indexOf(' ') ?? -1;
      return space < 0 ? undefined : text?.slice(space + 1);
    },
    put(entry, key, version) {
      shelf.set(entry, version === undefined ? key : `${key} ${version}`);
    },
    remove: shelf.remove,
    *entries() {
      for (const [entry] of shelf.entries()) yield entry;
    },
    size: shelf.size,
    save: shelf.save,
  };
}

/**
 * The files of an entry, as paths inside the folder.
 * @throws {UnreadableRecord} for one that leads out of it: files are removed by this list
 */
export function filesOfEntry(entry: string): string[] {
  if (/\\|(^|\/)\.\.?(\/|$)|\/\//.test(entry)) throw new UnreadableRecord(entry);
  return entry.startsWith('/') ? [fileOf(entry, 'json'), fileOf(entry, 'html')] : [entry];
}
