import type { Site } from '../model/edition.ts';
import type { EditInput } from './editing/editInput.ts';
import type { Edited } from './editing/edited.ts';
import type { ReaderBuild } from './press/assets.ts';
import type { Files } from './press/files.ts';
import type { RenderPage } from './press/printing.ts';
import type { Reach } from './reach.ts';
import type { Walk, WalkedSources } from './sources/walkSources.ts';

export interface PublishOptions {
  /** Files, folders, patterns, feed addresses and `-`, as typed. */
  sources: readonly string[];
  reach: Reach;
  /** Folder to publish into, as typed. */
  out: string;
  /** Publish nothing when anything is refused. */
  strict: boolean;
  /** Publish into a folder that holds files of somebody else. */
  force: boolean;
  /** Store brotli and gzip copies beside the files. */
  compress?: boolean;
  /** The report is wanted as a page too. */
  report: boolean;
  /** For the editor's own eyes: drafts and what is under embargo are published too, and say so. */
  isPreview?: boolean;
}

/** The outside world, handed in. */
export interface World {
  files: Files;
  fetch: EditInput['fetch'];
  readInput: EditInput['readInput'];
  /** Folder that relative paths start from; absolute. */
  cwd: string;
  now: Date;
  /** 16 hex of what this program is: what another one remembers of sources and pages is not taken for granted. */
  program: string;
  /** Folder of the built reader; absolute. */
  readerFolder: string;
  createPageRenderer: (site: Site, build: ReaderBuild) => RenderPage;
  /** Called once nobody else can be at work on the folder: pages are likely to be wanted soon. */
  begin?: () => void;
  /**
   * Looks for the sources meanwhile, on another thread; without an answer they are looked for here, where failures can be
   * told. Absent: they are looked for here.
   */
  walk?: (walk: Walk) => Promise<WalkedSources | undefined>;
  progress: (stage: string, done: number, total: number) => void;
}

export interface Report {
  refused: Edited['refused'];
  held: Edited['held'];
  warnings: Edited['warnings'];
  /** Stories with their text, headlines without it, and stories taken back; zeros when nothing was usable. */
  stories: number;
  briefs: number;
  withdrawn: number;
  /** lede.json is unusable. */
  isConfigRefused?: boolean;
  /** All sources are feeds, and none could be read: what was published is what there was before. */
  isUnheard?: boolean;
  /** Nothing was published, and what is out stays as it is. */
  isAsBefore?: boolean;
  /** Files written, those being the same as before left alone; undefined when nothing was published. */
  written?: number;
  /** Absolute path of the report of this run: the page when it was wanted, else report.json. */
  report: string;
}

export type Published =
  | { kind: 'reported'; report: Report }
  | { kind: 'busy'; pid: number; lock: string }
  /** The wanted folder cannot be published into; a sentence for people. */
  | { kind: 'unfit'; message: string };
