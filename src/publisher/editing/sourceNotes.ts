import type { Shelf } from '../press/shelf.ts';
import { fromLine, toLine } from './noteLines.ts';
import type { SourceNote } from './notes.ts';

/** Notes of sources by their name; what a run does not ask for is forgotten when it ends. */
export interface SourceNotes {
  find: (name: string) => SourceNote | undefined;
  /** Remembers a note, new or changed. */
  keep: (name: string, note: SourceNote) => void;
  /** Forgets all sources but these and writes down what changed. */
  save: (names: ReadonlySet<string>) => Promise<void>;
}

/** @param shelf absent: nothing is remembered */
export function openSourceNotes(shelf: Shelf | undefined): SourceNotes {
  const changed = new Map<string, SourceNote>();
  return {
    find(name) {
      const text = shelf?.get(name);
      return text === undefined ? undefined : fromLine(name, text);
    },
    keep: (name, note) => changed.set(name, note),
    async save(names) {
      if (shelf === undefined) return;
      let added = 0;
      for (const name of changed.keys()) if (shelf.get(name) === undefined) added += 1;
      // In most runs all that are kept are asked for, which their number tells.
      if (names.size - added < shelf.size()) {
        for (const [name] of shelf.entries()) if (!names.has(name)) shelf.remove(name);
      }
      for (const [name, note] of changed) shelf.set(name, toLine(name, note));
      await shelf.save();
    },
  };
}
