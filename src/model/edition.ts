import * as v from 'valibot';
import { blocksSchema, type Block } from './body.ts';
import { languageSchema, type Direction } from './language.ts';
import { slugSchema } from './slug.ts';
import { timeSchema, type StoryTime } from './time.ts';
import {
  namedSchema,
  relatedSchema,
  trailSchema,
  versionSchema,
  type Named,
  type RelatedTrail,
  type Trail,
} from './trail.ts';

/**
 * What is the same on every page of a publication. It changes only when lede.json does: nothing in here may depend
 * on the stories, or each new story would rewrite every page of the archive.
 */
export interface Site {
  schema: 'lede-site/1';
  name: string;
  tagline?: string;
  language: string;
  dir: Direction;
  /** Address of the edition on the web without trailing slash, when lede.json gives one. */
  url?: string;
  /** Base path, `/` or `/news/`: starts and ends with a slash. */
  base: string;
  /** Smallest icon made from lede.json's, as a path inside the edition, see iconFiles; absent: the reader's own. */
  icon?: string;
  sections: Named[];
  /** The publisher's own pages. */
  pages: Named[];
}

/** `/latest.json`: which edition is current. Polled, so kept to a few hundred bytes. */
export interface Pointer {
  schema: 'lede-latest/1';
  /** 16 hex over all documents of the edition. */
  edition: string;
  published: StoryTime;
  /** Content version of each front by its address. */
  fronts: Record<string, string>;
  /** Its own hash, as documents have one; absent in editions from before it had. */
  version?: string;
}

export interface Strip {
  section: Named;
  trails: Trail[];
}

/** A month of the archive, as a link. */
export interface Month {
  /** `2025-12` */
  month: string;
  /** `December 2025` */
  name: string;
  stories: number;
}

/** A source that did not answer, so that news of it may be missing. */
export interface Unheard {
  /** Of its publication or its host; absent where that is nobody's business. */
  name?: string;
  /** When it was heard from last. */
  since: StoryTime;
}

/** `/index.json`: the front page, laid out. Briefs fill no place in it but the lead's related list. */
export interface Front {
  schema: 'lede-front/1';
  kind: 'front';
  version: string;
  published: StoryTime;
  /** Weekday and date for the masthead: `Wednesday 17 December 2025`. */
  day: string;
  /** Full stories in the edition. */
  stories: number;
  lead?: Lead;
  second: Trail[];
  strips: Strip[];
  latest: Trail[];
  months: Month[];
  /** Absent when all have answered. */
  unheard?: Unheard[];
}

export interface Lead {
  trail: Trail;
  standfirst?: string;
  /** The first paragraphs as plain text, for the wide page. */
  opening: string[];
  related: RelatedTrail[];
}

/** One page of a list of trails: a section, a topic, an author or a month. */
export interface List {
  schema: 'lede-list/1';
  kind: 'section' | 'tag' | 'author' | 'archive';
  version: string;
  /** Address of the list's newest page, without base: `/section/science`. */
  address: string;
  title: string;
  /** Page number counted from the oldest; absent on the newest page, which lives at the list's own address. */
  page?: number;
  /** Full stories in the whole list; on the newest page only, since it changes. */
  stories?: number;
  trails: Trail[];
  /** Addresses of the neighbouring pages. */
  older?: string;
  newer?: string;
}

/** `/archive.json`: all months that have stories. */
export interface ArchiveIndex {
  schema: 'lede-archive/1';
  kind: 'months';
  version: string;
  months: Month[];
}

/** One of the publisher's own pages: about, imprint … */
export interface OwnPage {
  schema: 'lede-page/1';
  kind: 'page';
  version: string;
  slug: string;
  headline: string;
  language: string;
  dir: Direction;
  body: Block[];
}

/** The pages with the reader's own things, and the names of their addresses. */
export const ownPages = ['saved', 'history', 'device'] as const;

/** `/saved.json` and the like: says which of the reader's own things the page shows; they are on the device only. */
export interface OwnThings {
  schema: 'lede-own/1';
  kind: 'own';
  version: string;
  page: (typeof ownPages)[number];
}

const text = v.pipe(v.string(), v.minLength(1));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const direction = v.picklist(['ltr', 'rtl']);
const address = v.pipe(v.string(), v.regex(/^\/(?![/\\])/, 'expected an address starting with /'));

export const siteSchema: v.GenericSchema<Site> = v.object({
  schema: v.literal('lede-site/1'),
  name: text,
  tagline: v.exactOptional(v.string()),
  language: languageSchema,
  dir: direction,
  url: v.exactOptional(v.pipe(v.string(), v.url())),
  base: v.pipe(v.string(), v.regex(/^\/(?:.*\/)?$/, 'expected a path that starts and ends with /')),
  icon: v.exactOptional(v.pipe(v.string(), v.regex(/^media\/[a-z0-9.-]+$/))),
  sections: v.array(namedSchema),
  pages: v.array(namedSchema),
});

export const pointerSchema: v.GenericSchema<Pointer> = v.object({
  schema: v.literal('lede-latest/1'),
  edition: versionSchema,
  published: timeSchema,
  fronts: v.record(v.string(), versionSchema),
  version: v.exactOptional(versionSchema),
});

const monthSchema = v.object({
  month: v.pipe(v.string(), v.regex(/^\d{4}-\d\d$/)),
  name: text,
  stories: whole,
});

export const frontSchema: v.GenericSchema<unknown, Front> = v.object({
  schema: v.literal('lede-front/1'),
  kind: v.literal('front'),
  version: versionSchema,
  published: timeSchema,
  day: text,
  stories: whole,
  lead: v.exactOptional(
    v.object({
      trail: trailSchema,
      standfirst: v.exactOptional(v.string()),
      opening: v.array(v.string()),
      related: relatedSchema,
    }),
  ),
  second: v.array(trailSchema),
  strips: v.array(v.object({ section: namedSchema, trails: v.array(trailSchema) })),
  latest: v.array(trailSchema),
  months: v.array(monthSchema),
  unheard: v.exactOptional(v.array(v.object({ name: v.exactOptional(text), since: timeSchema }))),
});

export const listSchema: v.GenericSchema<List> = v.object({
  schema: v.literal('lede-list/1'),
  kind: v.picklist(['section', 'tag', 'author', 'archive']),
  version: versionSchema,
  address,
  title: text,
  page: v.exactOptional(whole),
  stories: v.exactOptional(whole),
  trails: v.array(trailSchema),
  older: v.exactOptional(address),
  newer: v.exactOptional(address),
});

export const archiveIndexSchema: v.GenericSchema<ArchiveIndex> = v.object({
  schema: v.literal('lede-archive/1'),
  kind: v.literal('months'),
  version: versionSchema,
  months: v.array(monthSchema),
});

export const ownPageSchema: v.GenericSchema<OwnPage> = v.object({
  schema: v.literal('lede-page/1'),
  kind: v.literal('page'),
  version: versionSchema,
  slug: slugSchema,
  headline: text,
  language: languageSchema,
  dir: direction,
  body: blocksSchema,
});

export const ownThingsSchema: v.GenericSchema<OwnThings> = v.object({
  schema: v.literal('lede-own/1'),
  kind: v.literal('own'),
  version: versionSchema,
  page: v.picklist(ownPages),
});
