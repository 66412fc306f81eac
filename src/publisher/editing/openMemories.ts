import { join } from 'node:path';
import { DamagedArchive } from '../desk/related/relatedArchive.ts';
import { openDrafts, type Drafts } from '../press/drafts.ts';
import type { Files } from '../press/files.ts';
import { openSegments, type Segments } from '../press/segments.ts';
import { beginShelf, DamagedShelf, openShelf, type Shelf } from '../press/shelf.ts';
import type { Notice } from '../wire/wireItem.ts';
import { openRelatedDesk, type RelatedDesk } from './relatedDesk.ts';
import { openSourceNotes, type SourceNotes } from './sourceNotes.ts';

/** What spares a run most of the work: it can all be made again from the sources. */
export interface Memories {
  notes: SourceNotes;
  related: RelatedDesk;
  drafts: Drafts;
  /** What was not there as expected. */
  notices: Notice[];
}

/** Raised when the archive of related stories is kept in another form. */
const relatedMark = 'related-1';

/** Opens what earlier runs remembered of sources and of who is related; what is damaged or of another make is begun anew. */
export async function openMemories(
  files: Files,
  { folder, program, forgetsSources }: { folder: string; program: string; forgetsSources: boolean },
): Promise<Memories> {
  const notices: Notice[] = [];
  const shelfFolder = join(folder, 'sources');
  const begin = (): Shelf => beginShelf(files, shelfFolder, program);
  const shelf = forgetsSources
    ? begin()
    : await openShelf(files, shelfFolder, program).catch((error: unknown) => {
        if (!(error instanceof DamagedShelf)) throw error;
        notices.push(begunAnew('sources', 'all sources are read again', folder));
        return begin();
      });
  const related = await openRelated(files, join(folder, 'related')).catch((error: unknown) => {
    if (!(error instanceof DamagedShelf || error instanceof DamagedArchive)) throw error;
    notices.push(begunAnew('related stories', 'they are all found again', folder));
    return undefined;
  });
  return {
    notes: openSourceNotes(shelf),
    related: related ?? (await beginRelated(files, join(folder, 'related'))),
    drafts: await openDrafts(files, folder),
    notices,
  };
}

/** For a run that remembers nothing. */
export async function withoutMemories(files: Files): Promise<Omit<Memories, 'notices'>> {
  return {
    notes: openSourceNotes(undefined),
    related: openRelatedDesk(undefined),
    drafts: await openDrafts(files),
  };
}

async function openRelated(files: Files, folder: string): Promise<RelatedDesk> {
  return openRelatedDesk(await openSegments(files, folder, relatedMark));
}

async function beginRelated(files: Files, folder: string): Promise<RelatedDesk> {
  await files.rm(folder, { recursive: true, force: true });
  const segments: Segments = await openSegments(files, folder, relatedMark);
  return openRelatedDesk(segments);
}

function begunAnew(what: string, outcome: string, ref: string): Notice {
  const message = `what was remembered of ${what} is of another Lede or was damaged, so ${outcome}`;
  return { ref, problem: { code: 'begun-anew', at: '', message } };
}
