import * as v from 'valibot';
import { blocksSchema, type Block } from './body.ts';
import { languageSchema, type Direction } from './language.ts';
import { linkSchema } from './link.ts';
import { pictureSchema, type Picture } from './picture.ts';
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

/** What every document at /story/<slug> has. */
interface StoryBase {
  schema: 'lede-story/1';
  slug: string;
  /** First 16 hex of the SHA-256 of this document without this field (see documentText). */
  version: string;
  headline: string;
  language: string;
  dir: Direction;
  related: RelatedTrail[];
}

export interface Correction {
  at?: StoryTime;
  text: string;
}

/** The byline as the publisher wrote it, which is always what is shown, and the authors who have a page. */
export interface Byline {
  text: string;
  authors: Named[];
}

/** What a story is about; each has a page at /tag/<slug>. */
export interface Topic extends Named {
  kind: 'tag' | 'person' | 'place';
}

/** A publication that a story was taken over from, and where the story stands there. */
export interface Source {
  name: string;
  url?: string;
}

/** A story with its text. */
export interface FullStory extends StoryBase {
  kind: 'story';
  kicker?: string;
  standfirst?: string;
  label?: string;
  byline?: Byline;
  /** Place of filing, as written. */
  dateline?: string;
  published?: StoryTime;
  updated?: StoryTime;
  section?: Named;
  topics: Topic[];
  picture?: Picture;
  body: Block[];
  words: number;
  minutes: number;
  /** Newest first. */
  corrections: Correction[];
  /** The publication it was taken over from. */
  source?: Source;
  /** Copyright or usage terms, as the source words them. */
  rights?: string;
  /** How machines took part in making it, in words. */
  disclosure?: string;
  /** The next older story in the same section. */
  next?: Trail;
}

/** A headline whose full text this edition does not have. */
export interface Brief extends StoryBase {
  kind: 'brief';
  /** Where the source says that the story is to be found. */
  link?: string;
  /** The stories of this edition that named it. */
  namedBy: Trail[];
}

/** What stays at the address of a story that was taken back. */
export interface Withdrawn extends StoryBase {
  kind: 'withdrawn';
  /** The publisher's words on why, if any were given. */
  notice?: string;
  at?: StoryTime;
}

export type Story = FullStory | Brief | Withdrawn;

const base = {
  schema: v.literal('lede-story/1'),
  slug: slugSchema,
  version: versionSchema,
  headline: v.pipe(v.string(), v.minLength(1)),
  language: languageSchema,
  dir: v.picklist(['ltr', 'rtl']),
  related: relatedSchema,
};
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const storySchema: v.GenericSchema<unknown, Story> = v.variant('kind', [
  v.object({
    ...base,
    kind: v.literal('story'),
    kicker: v.exactOptional(v.string()),
    standfirst: v.exactOptional(v.string()),
    label: v.exactOptional(v.string()),
    byline: v.exactOptional(v.object({ text: v.string(), authors: v.array(namedSchema) })),
    dateline: v.exactOptional(v.string()),
    published: v.exactOptional(timeSchema),
    updated: v.exactOptional(timeSchema),
    section: v.exactOptional(namedSchema),
    topics: v.array(
      v.object({
        slug: slugSchema,
        name: v.string(),
        kind: v.picklist(['tag', 'person', 'place']),
      }),
    ),
    picture: v.exactOptional(pictureSchema),
    body: blocksSchema,
    words: count,
    minutes: count,
    corrections: v.array(v.object({ at: v.exactOptional(timeSchema), text: v.string() })),
    source: v.exactOptional(v.object({ name: v.string(), url: v.exactOptional(linkSchema) })),
    rights: v.exactOptional(v.string()),
    disclosure: v.exactOptional(v.string()),
    next: v.exactOptional(trailSchema),
  }),
  v.object({
    ...base,
    kind: v.literal('brief'),
    link: v.exactOptional(linkSchema),
    namedBy: v.array(trailSchema),
  }),
  v.object({
    ...base,
    kind: v.literal('withdrawn'),
    notice: v.exactOptional(v.string()),
    at: v.exactOptional(timeSchema),
  }),
]);
