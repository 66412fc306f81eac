import type { Block } from '../../model/body.ts';
import type { Problem } from '../../model/problem.ts';
import type { Reason } from '../../model/trail.ts';

/** A picture as a source names it: a path relative to the source file. */
export interface SourcePicture {
  src: string;
  alt: string | null;
  caption?: string;
  credit?: string;
  /** ISO 8601 with offset: it is not shown before, whenever its story is. */
  embargo?: string;
  /** ISO 8601 with offset: it is not shown after. */
  expires?: string;
}

export type SourceBlock = Block<SourcePicture>;

/** A related headline as a source names it: a story of this edition, or a headline that is not here. */
export type RelatedRef =
  | { slug: string; reason?: Reason }
  | { headline: string; url?: string; reason?: Reason };

/** One article as it came in, whatever the format was; past this line nobody looks at the format again. */
export interface WireItem {
  /** Where it came from, for people: `stories/moon.json`, `stories/week.json [3]`. */
  ref: string;
  /** Path of the file it came from, for pictures named relative to it. */
  file: string;
  /** What stays the same between runs: the given slug or id, else the ref. */
  id: string;
  /** A slug the editor gave; it is kept or refused, never changed. */
  givenSlug?: string;
  /** A slug from the file's name, when the file holds one article. */
  fileSlug?: string;
  headline: string;
  kicker?: string;
  standfirst?: string;
  byline?: string;
  /** Who its source names, where it names more than one apart; of names too long for a byline there may be fewer. */
  authors?: string[];
  dateline?: string;
  /** ISO 8601, with offset or, where the source had none, without. */
  published?: string;
  updated?: string;
  section?: string;
  tags: string[];
  people: string[];
  places: string[];
  label?: string;
  /** Canonical BCP 47; absent: the edition's language. */
  language?: string;
  body: SourceBlock[];
  picture?: SourcePicture;
  /** More pictures, none of which stands in the body: the first that may be shown leads where `picture` may not. */
  spares?: SourcePicture[];
  related: RelatedRef[];
  corrections: { at?: string; text: string }[];
  draft: boolean;
  /** ISO 8601; not published before. Without an offset the edition's own clock is meant. */
  embargo?: string;
  /** ISO 8601 with offset; not published after. */
  expires?: string;
  /** The publication it was taken over from. */
  source?: { name: string; url?: string };
  /** Copyright or usage terms meant for readers. */
  rights?: string;
  /** Where the story stands on the web, as the source says; two items with one such address are one story. */
  canonical?: string;
  /** How machines took part in making it, in words for readers (IPTC digital source type). */
  disclosure?: string;
  /** The source keeps it back: it does not go out, and what went out before becomes a notice. */
  withheld?: 'cancelled' | 'withheld' | 'protected';
  /** What readers are told of a cancellation. */
  notice?: string;
  /** Tells versions of one id apart; compared as a number where both are, else as text: the greater one wins. */
  revision?: string;
}

/** What reading one source file gave: good items, refused ones, and what is worth telling the editor. */
export interface WireResult {
  items: WireItem[];
  refused: Refusal[];
  warnings: Notice[];
}

/** The same, with the name of the format, where it could be told. */
export interface ReadSource extends WireResult {
  format?: string;
}

/** An item that does not go out, with everything that is wrong with it. */
export interface Refusal {
  ref: string;
  problems: Problem[];
}

/** Something worth telling the editor about an item that does go out. */
export interface Notice {
  ref: string;
  problem: Problem;
}

/** One source file, read. `name` is the path as the editor gave it, `bytes` its content. */
export interface SourceFile {
  name: string;
  bytes: Uint8Array;
}

/** The contract of a source format: one file per format, listed in registry.ts. */
export interface WireFormat {
  /** As shown to people: `article JSON`. */
  name: string;
  /** Reads the bytes itself, in the encoding that the document declares, and says what is wrong with it. */
  decodes?: true;
  /** How sure this format is that the text is its own, by content first: 0 not at all, 1 surely. */
  recognise(file: SourceFile, text: string): number;
  read(file: SourceFile, text: string): WireResult;
}
