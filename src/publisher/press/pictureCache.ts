import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import { pictureSchema, type Picture } from '../../model/picture.ts';
import type { Files } from './files.ts';
import { makeRenditions, recipeVersion } from './pictureRecipe.ts';
import { readIfThere, replaceFile } from './replaceFile.ts';

/** A picture's own measures and files, without the words that stand beside it. */
export type PressedPicture = Pick<Picture, 'width' | 'height' | 'avif' | 'jpeg'>;

/**
 * Makes the renditions of a picture once per content and recipe and keeps them in `folder`, as `<hash>-<width>.avif`
 * and `.jpg`, named `media/…` in the result. The note `<hash>.json` is written last: where it is, the files are.
 */
export async function pressPicture(
  files: Files,
  folder: string,
  bytes: Uint8Array,
): Promise<{ ok: true; picture: PressedPicture } | { ok: false; reason: string }> {
  const hash = createHash('sha256')
    .update(`lede picture ${recipeVersion}\n`)
    .update(bytes)
    .digest('hex')
    .slice(0, 16);
  const notePath = join(folder, `${hash}.json`);
  const kept = parseNote(await readIfThere(files, notePath));
  if (kept !== undefined) return { ok: true, picture: kept };

  const result = await makeRenditions(bytes);
  if (!result.ok) return result;
  const { width, height, made } = result.renditions;
  for (const rendition of made) {
    await replaceFile(files, join(folder, fileName(hash, rendition)), rendition.bytes);
  }
  const named = (format: 'avif' | 'jpg'): Picture['avif'] =>
    made
      .filter((rendition) => rendition.format === format)
      .map((rendition) => ({
        src: `media/${fileName(hash, rendition)}`,
        width: rendition.width,
      }));
  const picture = { width, height, avif: named('avif'), jpeg: named('jpg') };
  await replaceFile(files, notePath, JSON.stringify({ ...picture, alt: null }));
  return { ok: true, picture };
}

function fileName(hash: string, rendition: { width: number; format: string }): string {
  return `${hash}-${rendition.width}.${rendition.format}`;
}

function parseNote(bytes: Buffer | undefined): PressedPicture | undefined {
  if (bytes === undefined) return undefined;
  let note: unknown;
  try {
    note = JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
  const result = v.safeParse(pictureSchema, note);
  if (!result.success) return undefined;
  const { width, height, avif, jpeg } = result.output;
  return { width, height, avif, jpeg };
}
