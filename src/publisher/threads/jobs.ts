import type { Site } from '../../model/edition.ts';
import type { ReaderBuild } from '../press/assets.ts';

/** What a thread can be asked to do: what it is given, and what it gives back. Plain data, since it is copied. */
export interface Jobs {
  /** Has to come before `render`, once for each thread. */
  prepare: [given: { site: Site; build: ReaderBuild }, back: undefined];
  /** Pages into the bytes of their HTML files, in order. */
  render: [given: PageJob[], back: Uint8Array<ArrayBuffer>[]];
}

export interface PageJob {
  address: string;
  /** Its document as JSON; absent: the page for unknown addresses. */
  json?: string;
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
