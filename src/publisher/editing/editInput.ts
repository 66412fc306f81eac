import type { Flatplan } from '../desk/flatplan.ts';
import type { Memory } from '../desk/memory.ts';
import type { Fetch } from '../fetch/safeFetch.ts';
import type { Drafts } from '../press/drafts.ts';
import type { Files } from '../press/files.ts';
import type { PublishedStory } from '../press/publishedStories.ts';
import type { Reach } from '../reach.ts';
import type { WalkedSources } from '../sources/walkSources.ts';
import type { RelatedDesk } from './relatedDesk.ts';
import type { SourceNotes } from './sourceNotes.ts';

/** What editing starts from. Nothing is written but feeds and pictures, and these only into the state folder. */
export interface EditInput {
  files: Files;
  fetch: Fetch;
  /** Standard input, to its end or until it is more than so many bytes. */
  readInput: (limit: number) => Promise<Uint8Array>;
  reach: Reach;
  /** Folder that relative sources are named from; absolute. */
  cwd: string;
  sources: readonly string[];
  now: Date;
  /** For the editor's own eyes: drafts and what is under embargo are shown, marked as such. */
  isPreview?: boolean;
  /** Absolute path of the published folder, which is no source. */
  out?: string;
  /** A wrong field of lede.json counts as refused. */
  isStrict?: boolean;
  /** The edition before had an address, and so feeds and sitemaps. */
  hadUrl?: boolean;
  /** The edition before had a lede.json. */
  hadConfig?: boolean;
  memory: Memory;
  /** Stories of the editions before, by slug. */
  before: ReadonlyMap<string, PublishedStory>;
  /** What the pages of the edition that is out are made from, if it is known. */
  flatBefore?: Flatplan | undefined;
  /**
   * Where feeds are remembered and pictures made; absent: feeds are as new, pictures are only looked for, and the
   * stories come out without them.
   */
  stateFolder?: string;
  /** What was found where the sources are named, if somebody has looked. */
  walked?: Promise<WalkedSources | undefined> | undefined;
  /** What is remembered of sources and of who is related; may be nothing. */
  notes: SourceNotes;
  related: RelatedDesk;
  /** Where copy is put down for the length of the run. */
  drafts: Drafts;
  /**
   * A file that changed at this time or later, in milliseconds since 1970, may change again with nothing to show for it
   * and is read again next time.
   */
  startedAt: number;
  progress: (stage: string, done: number, total: number) => void;
}
