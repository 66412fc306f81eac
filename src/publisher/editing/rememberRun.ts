import { allDone } from '../press/allDone.ts';
import type { Named } from './fileStories.ts';
import type { ReadSlips } from './readSlips.ts';
import type { RelatedDesk } from './relatedDesk.ts';
import type { SourceNotes } from './sourceNotes.ts';

interface Run {
  wire: ReadSlips;
  notes: SourceNotes;
  related: RelatedDesk;
  /** What each story of the edition came from, by slug. */
  bySlug: ReadonlyMap<string, Named>;
  /** Sources of stories that were filed anew. */
  refiled: ReadonlySet<string>;
  /** Slugs of stories whose related list changed. */
  relatedAnew: ReadonlySet<string>;
}

/** Remembers what a run learnt of its sources and of who is related, once the edition is out. */
export async function rememberRun(run: Run): Promise<void> {
  const { wire, notes, bySlug } = run;
  const changed = new Set(run.refiled);
  for (const slug of run.relatedAnew) changed.add(bySlug.get(slug)?.source ?? '');
  const inEdition = new Set([...bySlug.values()].map(({ note }) => note));
  for (const { note, source } of wire.items) {
    if (inEdition.has(note) || note.filing === undefined) continue;
    // It is not out, so its draft could not be had again.
    delete note.filing;
    changed.add(source);
  }
  for (const name of changed) {
    const note = wire.notes.get(name);
    if (note !== undefined) notes.keep(name, note);
  }
  await allDone([run.related.save(), notes.save(new Set(wire.notes.keys()))]);
}
