import type { Problem } from '../../../model/problem.ts';
import type { RelatedRef, SourceBlock, SourceFile, SourcePicture, WireItem } from '../wireItem.ts';
import type { ForeignBody } from './foreignHtml.ts';

export type FieldName =
  | 'id'
  | 'headline'
  | 'published'
  | 'updated'
  | 'embargo'
  | 'expires'
  | 'language'
  | 'picture'
  | 'body';

/** What a format calls the fields that problems are told of. */
export type FieldNames = Readonly<Partial<Record<FieldName, string>>>;

/** What a format found in one of its items; text fields are plain, times as the source has them. */
export interface FeedItem {
  names?: FieldNames;
  /** The source's own id, the same for all versions; must not depend on the item's place. */
  id?: string | undefined;
  /** The short name the source has for it. */
  slug?: string | undefined;
  headline?: string | undefined;
  /** The format allows items without a title, so the headline may come from the first words. */
  isTitleOptional?: boolean;
  kicker?: string | undefined;
  summary?: string | undefined;
  /** The same as its source sets it, where it is as long as a text. */
  summaryBlocks?: readonly SourceBlock[] | undefined;
  /** As its source words it, or who it names one by one. */
  byline?: string | readonly string[] | undefined;
  dateline?: string | undefined;
  published?: unknown;
  updated?: unknown;
  section?: string | undefined;
  tags?: readonly string[];
  people?: readonly string[];
  places?: readonly string[];
  label?: string | undefined;
  language?: string | undefined;
  body?: ForeignBody | undefined;
  picture?: SourcePicture | undefined;
  /** See WireItem. */
  spares?: readonly SourcePicture[];
  related?: readonly RelatedRef[];
  corrections?: WireItem['corrections'];
  draft?: boolean;
  embargo?: unknown;
  expires?: unknown;
  source?: WireItem['source'];
  rights?: string | undefined;
  canonical?: string | undefined;
  disclosure?: string | undefined;
  withheld?: WireItem['withheld'];
  revision?: string | undefined;
}

/** Where an item stands in its file. */
export interface Standing {
  ref: string;
  file: SourceFile;
  /** Path of the item, such as `items[3]`; empty when it is the document. */
  at: string;
  /** Whether the file holds nothing else and never will. */
  isAlone: boolean;
}

/** A format's answer for one item. */
export type FeedReading = { item: FeedItem; warnings?: Problem[] } | { problem: Problem };

/** Tells the editor of something about a field of an item that does go out. */
export type Warn = (code: string, key: FieldName, message: string) => void;
