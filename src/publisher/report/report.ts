import type { Problem } from '../../model/problem.ts';
import type { Reason } from '../../model/trail.ts';

/** What a run did with what it was given, for editors and their tools: `.lede/<name>/report.json`. */
export interface Report {
  schema: 'lede-report/1';
  /** Absent when nothing could be published. */
  edition?: { name: string; language: string; published: string; stories: number };
  totals: Totals;
  /** By name; what is said of no source that was read has one of its own. */
  sources: SourceReport[];
  /** Full stories by section, most first; those without one are under no name. */
  sections: { name?: string; stories: number }[];
  /** Full stories by calendar day, oldest first. */
  days: { day: string; stories: number }[];
  /** Full stories without a time. */
  undated: number;
  /** The newest stories with the headlines beside them, newest first. */
  related: RelatedReport[];
}

export interface Totals {
  sources: number;
  bytes: number;
  /** Milliseconds spent on reading. */
  ms: number;
  kept: number;
  refused: number;
  held: number;
  warnings: number;
  /** Files of the edition written; absent when nothing was published. */
  written?: number;
}

export interface SourceReport {
  /** Path or address as the editor would type it. */
  source: string;
  /** `article JSON`; absent when it could not be told. */
  format?: string;
  bytes?: number;
  ms?: number;
  /** It could not be fetched, and its earlier stories stay. */
  stale?: true;
  kept: number;
  refused: { ref: string; problems: Problem[] }[];
  held: { ref: string; problem: Problem }[];
  warnings: { ref: string; problem: Problem }[];
}

export interface RelatedReport {
  slug: string;
  headline: string;
  language: string;
  day?: string;
  related: RelatedLine[];
}

interface RelatedLine {
  slug: string;
  headline: string;
  language: string;
  reason?: Reason;
  /** How near, as computed: comparable inside one list. */
  score?: number;
}
