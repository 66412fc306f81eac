import * as v from 'valibot';
import { languageSchema } from '../../model/language.ts';
import { slugSchema } from '../../model/slug.ts';
import { storySchema, type FullStory } from '../../model/story.ts';
import { versionSchema } from '../../model/trail.ts';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
/**
 * Milliseconds since 1970 on this device's clock: to show and to order, never to decide what is newer news. At most what a
 * `Date` can hold: a later one cannot be shown, and would take the page of its list down.
 */
const moment = v.pipe(whole, v.maxValue(8.64e15));
const address = v.pipe(v.string(), v.regex(/^\/(?![/\\])/));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/));
const headlined = {
  slug: slugSchema,
  headline: v.pipe(v.string(), v.minLength(1)),
  language: languageSchema,
  dir: v.picklist(['ltr', 'rtl']),
};

/** A saved story as a line of the list. Its text lies in a record of its own, so that the list stays light. */
const savedSchema = v.object({
  ...headlined,
  version: versionSchema,
  savedAt: moment,
  minutes: whole,
  /** Bytes of the copy: text and pictures. */
  bytes: whole,
  /** Pictures of the story, and how many of them could not be had when it was saved. */
  pictures: whole,
  missing: whole,
});
export type Saved = v.InferOutput<typeof savedSchema>;

/** A picture as it is kept: which of the story's files, and that file. */
const keptPictureSchema = v.object({
  src: v.pipe(v.string(), v.regex(/^media\/[a-z0-9.-]+$/)),
  type: v.picklist(['image/avif', 'image/jpeg']),
  bytes: v.instance(ArrayBuffer),
});
export type KeptPicture = v.InferOutput<typeof keptPictureSchema>;

/** The full copy of a saved story. */
const copySchema = v.object({
  slug: slugSchema,
  story: v.pipe(
    storySchema,
    v.check((story) => story.kind === 'story', 'expected a story with its text'),
    v.transform((story) => story as FullStory),
  ),
  pictures: v.array(keptPictureSchema),
});
export type Copy = v.InferOutput<typeof copySchema>;

/** A story the reader opened, once each: the last time counts. */
const visitSchema = v.object({
  ...headlined,
  at: moment,
  /** Read, rather than only opened. */
  isRead: v.boolean(),
});

export type Visit = v.InferOutput<typeof visitSchema>;

/** Where the reader stopped on a page: a piece of it and how far into that piece, which no text size changes. */
const positionSchema = v.object({
  address,
  /** Which block of a body, or which story of a list, counted from 0. */
  piece: whole,
  /** What the piece says (see hashText) or which story it is, to find it again when others came before it. */
  mark: v.string(),
  /** Share of the piece that is above the top edge of the window, 0 to 1. */
  into: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** Pieces on the page. */
  of: whole,
  at: moment,
});
export type Position = v.InferOutput<typeof positionSchema>;

const fingerprintSchema = v.object({
  version: versionSchema,
  at: moment,
  headline: v.string(),
  /** What the publisher's fronts call these words, see Trail; absent where no front told. */
  copy: v.exactOptional(hash),
  /** The publisher's own time of change, ISO 8601. */
  updated: v.exactOptional(v.string()),
  /** The story's blocks in order: a hash to compare, the words to show what was there before. */
  blocks: v.array(v.object({ hash, text: v.string() })),
});

export type Fingerprint = v.InferOutput<typeof fingerprintSchema>;

/** What a story said when the reader read it, and before its last change. */
const readingSchema = v.object({
  slug: slugSchema,
  now: fingerprintSchema,
  before: v.exactOptional(fingerprintSchema),
});

export type Reading = v.InferOutput<typeof readingSchema>;

/** A setting as text, such as the appearance. */
const settingSchema = v.object({ name: v.string(), value: v.string() });

/** The one parser of what storage and export files hold, by store. */
export const recordSchemas = {
  saved: savedSchema,
  copies: copySchema,
  visits: visitSchema,
  positions: positionSchema,
  readings: readingSchema,
  settings: settingSchema,
} as const;
export type StoreName = keyof typeof recordSchemas;
export type RecordOf<Name extends StoreName> = v.InferOutput<(typeof recordSchemas)[Name]>;

/** The field that names a record in its store. */
export const recordKeys = {
  saved: 'slug',
  copies: 'slug',
  visits: 'slug',
  positions: 'address',
  readings: 'slug',
  settings: 'name',
} as const satisfies Record<StoreName, string>;

/** The key of a record in its store. */
export function keyOf(name: StoreName, record: object): string {
  return String(Reflect.get(record, recordKeys[name]));
}

/** The record of a store, or undefined when what lies there is none. */
export function parseRecord<Name extends StoreName>(
  name: Name,
  input: unknown,
): RecordOf<Name> | undefined {
  const result = v.safeParse(recordSchemas[name], input);
  return result.success ? result.output : undefined;
}
