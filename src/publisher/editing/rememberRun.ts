import { allDone } from '../press/allDone.ts';
import type { Named } from './fileStories.ts';
import type { ReadSlips } from './readSlips.ts';
import type { RelatedDesk } from './relatedDesk.ts';
import type { SourceNotes } from './sourceNotes.ts';

interface Run {
  wire: ReadSlips;
  notes: SourceNotes;
  related: RelatedDesk;
  /** What each story of the edition came from. */
  from: readonly Named[];
  /** How many of them are earlier versions, which no source has. */
  earlier: number;
  /** Sources of stories that were filed anew. */
  refiled: ReadonlySet<string>;
  /** Stories whose related list changed, by their places. */
  relatedAnew: ReadonlySet<number>;
}

/** Remembers what a run learnt of its sources and of who is related, once the edition is out. */
export async function rememberRun(run: Run): Promise<void> {
  const { wire, notes, from } = run;
  const changed = new Set(run.refiled);
  for (const at of run.relatedAnew) changed.add(from[at]?.source ?? '');
  const filed = wire.items.filter(({ note }) => note.filing !== undefined);
  // In most runs all that were filed are in the edition, which their number tells.
  if (filed.length > from.length - run.earlier) {
    const inEdition = new Set(from.map(({ note }) => note));
    for (const { note, source } of filed) {
      if (inEdition.has(note)) continue;
      // It is not out, so its draft could not be had again.
      delete note.filing;
      changed.add(source);
    }
  }
  for (const name of changed) {
    const note = wire.notes.get(name);
    if (note !== undefined) notes.keep(name, note);
  }
  await allDone([run.related.save(), notes.save(new Set(wire.notes.keys()))]);
}
