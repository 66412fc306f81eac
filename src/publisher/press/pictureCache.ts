import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import { pictureSchema, type Picture } from '../../model/picture.ts';
import { sealedName, withPictureSeal } from '../../model/pictureSeal.ts';
import type { Files } from './files.ts';
import { recipeVersion } from './recipeVersion.ts';
import { readIfThere, replaceFile } from './replaceFile.ts';

/** A picture's own measures and files, without the words that stand beside it. */
export type PressedPicture = Pick<Picture, 'width' | 'height' | 'avif' | 'jpeg'>;

export interface Unpressed {
  bytes: Uint8Array;
  /** Where it is remembered why the picture cannot be used, so that this is not found out again in every run. */
  refusalPath?: string;
}

/**
 * `isPassing`: the reason may be gone in the next run, though the picture is as it was; `isGivenUp`: it was not for so
 * many runs that the picture is not tried again.
 */
export type Pressed =
  | { ok: true; picture: PressedPicture }
  | { ok: false; reason: string; isPassing?: true; isGivenUp?: true };

/**
 * Makes the renditions of pictures once per content and recipe and keeps them in `folder`, as `<hash>s-<width>.avif`
 * and `.jpg`, sealed and named `media/…` in the result. The note `<hash>.json` is written last: where it is, the files
 * are; one of an older Lede names files without a seal, and their names stay.
 */
export function openPictureCache(
  files: Files,
  folder: string,
): (picture: Unpressed) => Promise<Pressed> {
  // One picture may come under several names at the same time.
  const inWork = new Map<string, Promise<Pressed>>();
  return (picture) => {
    const hash = createHash('sha256')
      .update(`lede picture ${recipeVersion}\n`)
      .update(picture.bytes)
      .digest('hex')
      .slice(0, 16);
    const pressed = inWork.get(hash) ?? pressOnce(files, folder, hash, picture);
    inWork.set(hash, pressed);
    return pressed;
  };
}

async function pressOnce(
  files: Files,
  folder: string,
  hash: string,
  { bytes, refusalPath }: Unpressed,
): Promise<Pressed> {
  const notePath = join(folder, `${hash}.json`);
  const kept = parseNote(await readIfThere(files, notePath));
  if (kept !== undefined) return { ok: true, picture: kept };
  const refusal = refusalPath === undefined ? undefined : await readRefusal(files, refusalPath);
  const before = refusal?.hash === hash ? refusal : undefined;
  const slowTries = before?.slowTries ?? 0;
  if (before !== undefined && slowTries >= mostSlowTries) return givenUp(before.reason);
  if (before !== undefined && slowTries === 0) return { ok: false, reason: before.reason };

  // The library that reads pictures takes a while to load.
  const { makeRenditions } = await import('./pictureRecipe.ts');
  const result = await makeRenditions(bytes);
  if (!result.ok) {
    const { reason, isPassing } = result;
    if (refusalPath !== undefined) {
      const slow = isPassing === true ? { slowTries: slowTries + 1 } : {};
      const note: Refusal = { hash, reason, ...slow };
      await replaceFile(files, refusalPath, JSON.stringify(note));
      if (isPassing === true && slowTries + 1 >= mostSlowTries) return givenUp(reason);
    }
    return result;
  }
  const { width, height, made } = result.renditions;
  for (const { width: wide, format, bytes: plain } of made) {
    const name = sealedName(hash, wide, format);
    await replaceFile(files, join(folder, name), await withPictureSeal(plain, name));
  }
  const named = (format: 'avif' | 'jpg'): Picture['avif'] =>
    made
      .filter((rendition) => rendition.format === format)
      .map((rendition) => ({
        src: `media/${sealedName(hash, rendition.width, format)}`,
        width: rendition.width,
      }));
  const picture = { width, height, avif: named('avif'), jpeg: named('jpg') };
  await replaceFile(files, notePath, JSON.stringify({ ...picture, alt: null }));
  return { ok: true, picture };
}

function givenUp(reason: string): Pressed {
  return { ok: false, reason: `${reason}, in ${mostSlowTries} runs`, isGivenUp: true };
}

function parseNote(bytes: Buffer | undefined): PressedPicture | undefined {
  const result = v.safeParse(pictureSchema, jsonOf(bytes));
  if (!result.success) return undefined;
  const { width, height, avif, jpeg } = result.output;
  return { width, height, avif, jpeg };
}

/** A stranger's picture that is too slow to read is tried in so many runs: it may be a trap, or the machine was busy. */
const mostSlowTries = 3;

const refusalSchema = v.object({
  hash: v.string(),
  reason: v.string(),
  slowTries: v.exactOptional(v.number()),
});
type Refusal = v.InferOutput<typeof refusalSchema>;

async function readRefusal(files: Files, path: string): Promise<Refusal | undefined> {
  const refusal = v.safeParse(refusalSchema, jsonOf(await readIfThere(files, path)));
  return refusal.success ? refusal.output : undefined;
}

function jsonOf(bytes: Buffer | undefined): unknown {
  try {
    return bytes === undefined ? undefined : JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
