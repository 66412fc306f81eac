import * as v from 'valibot';
import { languageSchema, type Direction } from './language.ts';
import { pictureSchema, type Picture } from './picture.ts';
import { slugSchema } from './slug.ts';
import { timeSchema, type StoryTime } from './time.ts';

/** A name with an address of its own: a section, a topic, an author. */
export interface Named {
  slug: string;
  name: string;
}

/** A story as a line in a list. Optional fields are absent when the source had none; nothing is filled in. */
export interface Trail {
  slug: string;
  /** `brief`: a headline whose full text is not in this edition; `withdrawn`: taken back, a notice stays. */
  kind: 'story' | 'brief' | 'withdrawn';
  headline: string;
  language: string;
  dir: Direction;
  kicker?: string;
  /** Plain text, at most about 240 characters. */
  summary?: string;
  /** `Opinion`, `Sponsored` … as shown. */
  label?: string;
  section?: Named;
  byline?: string;
  published?: StoryTime;
  updated?: StoryTime;
  /** Reading time in whole minutes. */
  minutes?: number;
  picture?: Picture;
  /** Content version of the story, 16 hex; only on front pages. */
  version?: string;
  /** 8 hex of what the story itself says and shows, whatever headlines stand beside it; only on front pages. */
  copy?: string;
}

/** Why a headline is in a related list. */
export const reasons = [
  'same-story',
  'background',
  'same-people',
  'same-place',
  'same-topic',
  'series-next',
  'series-earlier',
  'also-today',
] as const;
export type Reason = (typeof reasons)[number];

export interface RelatedTrail extends Trail {
  /** Absent when the editor gave none: then no label is shown. */
  reason?: Reason;
}

export const namedSchema: v.GenericSchema<Named> = v.object({
  slug: slugSchema,
  name: v.pipe(v.string(), v.minLength(1)),
});

export const versionSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{16}$/, 'expected 16 hex digits'),
);

const trailEntries = {
  slug: slugSchema,
  kind: v.picklist(['story', 'brief', 'withdrawn']),
  headline: v.pipe(v.string(), v.minLength(1)),
  language: languageSchema,
  dir: v.picklist(['ltr', 'rtl']),
  kicker: v.exactOptional(v.string()),
  summary: v.exactOptional(v.string()),
  label: v.exactOptional(v.string()),
  section: v.exactOptional(namedSchema),
  byline: v.exactOptional(v.string()),
  published: v.exactOptional(timeSchema),
  updated: v.exactOptional(timeSchema),
  minutes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  picture: v.exactOptional(pictureSchema),
  version: v.exactOptional(versionSchema),
  copy: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/))),
};

export const trailSchema: v.GenericSchema<Trail> = v.object(trailEntries);
const relatedTrailSchema = v.object({
  ...trailEntries,
  reason: v.exactOptional(v.picklist(reasons)),
});

/** A related list loses the lines that cannot be read; it never takes its story down. */
export const relatedSchema: v.GenericSchema<unknown, RelatedTrail[]> = v.pipe(
  v.fallback(v.array(v.unknown()), []),
  v.transform((lines) =>
    lines.flatMap((line) => {
      const result = v.safeParse(relatedTrailSchema, line);
      return result.success ? [result.output] : [];
    }),
  ),
);
