import * as v from 'valibot';

/** One size of a picture. `src` is a path inside the edition without leading slash, `width` in pixels. */
export interface Rendition {
  src: string;
  width: number;
}

/**
 * A picture as published: our own copies, content-hashed, smallest first.
 * `alt` null means the source gave none (said so to editors; readers get an undescribed picture); '' is decorative.
 * `width` and `height` are those of the largest rendition in pixels, so that nothing moves while it loads.
 */
export interface Picture {
  alt: string | null;
  caption?: string;
  credit?: string;
  width: number;
  height: number;
  avif: Rendition[];
  jpeg: Rendition[];
}

const pixels = v.pipe(v.number(), v.integer(), v.minValue(1));
const rendition = v.object({
  src: v.pipe(v.string(), v.regex(/^media\/[a-z0-9.-]+$/, 'expected a file under media/')),
  width: pixels,
});
const renditions = v.pipe(v.array(rendition), v.minLength(1));

export const pictureSchema: v.GenericSchema<Picture> = v.object({
  alt: v.nullable(v.string()),
  caption: v.exactOptional(v.string()),
  credit: v.exactOptional(v.string()),
  width: pixels,
  height: pixels,
  avif: renditions,
  jpeg: renditions,
});
