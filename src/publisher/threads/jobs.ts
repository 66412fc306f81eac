import type { Site } from '../../model/edition.ts';
import type { ReaderBuild } from '../press/assets.ts';
import type { PrintedPage } from '../press/printing.ts';
import type { Walk, WalkedSources } from '../sources/walkSources.ts';

/** What a thread can be asked to do: what it is given, and what it gives back. Plain data, since it is copied. */
export interface Jobs {
  /** Has to come before `render`, once for each thread. */
  prepare: [given: { site: Site; build: ReaderBuild }, back: undefined];
  /** Looks for the sources of an edition. Undefined where that failed: it is to be done once more where it can be told. */
  walk: [given: Walk, back: WalkedSources | undefined];
  /** Pages into their files, in order. */
  render: [given: PageJob[], back: PrintedPage[]];
}

export interface PageJob {
  address: string;
  /** Its document as JSON; absent: the page for unknown addresses. */
  json?: string;
  /** Compressed copies of both are wanted. */
  hasCopies: boolean;
}

export type JobKind = keyof Jobs;

export interface Question<Kind extends JobKind = JobKind> {
  id: number;
  kind: Kind;
  given: Jobs[Kind][0];
}

export interface Answer {
  id: number;
  back?: Jobs[JobKind][1];
  /** What was thrown. */
  error?: unknown;
}
