import * as v from 'valibot';
import { versionSchema } from './trail.ts';

/** A file of up to 64 documents, a JSON list, so that hundreds of stories are a few requests. */
export interface TakeChunk {
  /** Inside the edition; its name is the first 16 hex of its SHA-256: `take/0123456789abcdef.json` */
  src: string;
  bytes: number;
  /** Version of each document in it, by address. */
  documents: Record<string, string>;
}

/** A section's share of the edition, or what stands in no section. */
export interface TakePart {
  /** The section's slug; `front` for the front page and what stands in no section. */
  name: string;
  title: string;
  stories: number;
  chunks: TakeChunk[];
  /** One rendition of each picture. */
  pictures: { src: string; bytes: number }[];
}

/**
 * `/take.json`: what a reader can take along: the fronts' and the sections' newest stories, however large the archive.
 * Each story belongs to one part.
 */
export interface TakeManifest {
  schema: 'lede-take/1';
  version: string;
  parts: TakePart[];
}

const bytes = v.pipe(v.number(), v.integer(), v.minValue(0));

export const takeSchema: v.GenericSchema<TakeManifest> = v.object({
  schema: v.literal('lede-take/1'),
  version: versionSchema,
  parts: v.array(
    v.object({
      name: v.pipe(v.string(), v.minLength(1)),
      title: v.string(),
      stories: bytes,
      chunks: v.array(
        v.object({
          src: v.pipe(v.string(), v.regex(/^take\/[0-9a-f]{16}\.json$/)),
          bytes,
          documents: v.record(v.pipe(v.string(), v.startsWith('/')), versionSchema),
        }),
      ),
      pictures: v.array(
        v.object({ src: v.pipe(v.string(), v.regex(/^media\/[a-z0-9.-]+$/)), bytes }),
      ),
    }),
  ),
});

/** Bytes of a part: its text and, unless they are left out, its pictures. */
export function partBytes({ chunks, pictures }: TakePart): number {
  const sum = (list: readonly { bytes: number }[]): number =>
    list.reduce((total, one) => total + one.bytes, 0);
  return sum(chunks) + sum(pictures);
}
