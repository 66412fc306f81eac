import { isWholePicture, pictureWidths } from '../../../model/pictureForm.ts';
import { isSealRight } from '../../../model/pictureSeal.ts';
import type { Picture, Rendition } from '../../../model/picture.ts';
import type { KeptPicture } from '../../storage/records.ts';

/** Wide enough for the text column of any screen; a larger file would only take room. Pixels. */
const enough = 1000;
/** How long one picture may take, in milliseconds. */
const patience = 20_000;

/** Fetches a copy of each picture; those that cannot be had are counted, and never keep the story from being saved. */
export async function keepPictures(
  pictures: readonly Picture[],
  file: (path: string) => string,
): Promise<{ kept: KeptPicture[]; missing: number }> {
  const got = await Promise.all(
    pictures.map(
      async ({ avif, jpeg }) =>
        (await keep(avif, 'image/avif', file)) ?? (await keep(jpeg, 'image/jpeg', file)),
    ),
  );
  const kept = got.filter((picture) => picture !== undefined);
  return { kept, missing: pictures.length - kept.length };
}

async function keep(
  renditions: readonly Rendition[],
  type: KeptPicture['type'],
  file: (path: string) => string,
): Promise<KeptPicture | undefined> {
  const rendition = renditions.find(({ width }) => width >= enough) ?? renditions.at(-1);
  if (rendition === undefined) return undefined;
  try {
    const response = await fetch(file(rendition.src), { signal: AbortSignal.timeout(patience) });
    // A network that wants a sign-in answers a picture's address with a page of its own.
    const isIt = response.status === 200 && !response.redirected;
    if (!isIt) return undefined;
    const bytes = await response.arrayBuffer();
    return (await isPicture(bytes, type, rendition))
      ? { src: rendition.src, type, bytes }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether these are the bytes of that picture, and one which this browser can show; see worker/pictures.ts. */
async function isPicture(
  buffer: ArrayBuffer,
  type: string,
  { src, width }: Rendition,
): Promise<boolean> {
  const bytes = new Uint8Array(buffer);
  if (!isWholePicture(bytes, type) || !pictureWidths(bytes, type).includes(width)) return false;
  // Elsewhere a page has nothing to make a hash with.
  if (isSecureContext && !(await isSealRight(bytes, src))) return false;
  const bitmap = await createImageBitmap(new Blob([buffer], { type }));
  const isRight = bitmap.width === width;
  bitmap.close();
  return isRight;
}
