import { dirname, join } from 'node:path';
import type { Files } from '../press/files.ts';
import { remoteAddressOf, type WantedPicture } from '../press/pictures.ts';
import { decodePath } from '../wire/bodyLink.ts';

/** A picture that a story named when it was filed, and what was known of its file then. */
export interface PictureNote {
  src: string;
  /** See stampOf. */
  stamp: string;
  /** Its web address, when it lies on another host. */
  address?: string;
}

const day = 24 * 60 * 60 * 1000;

/**
 * Notes what a picture's file is like, to be compared in the next run.
 * @param came whether it could be used: `passing` when not, and not for a reason of its own
 */
export async function notePicture(
  files: Files,
  wanted: WantedPicture,
  came: 'made' | 'failed' | 'passing',
  now: Date,
): Promise<PictureNote> {
  const { src } = wanted.picture;
  const address = remoteAddressOf(wanted);
  if (address !== undefined)
    return { src, address, stamp: came === 'made' ? now.toISOString() : '' };
  // No file has this stamp: the next run looks again.
  if (came === 'passing') return { src, stamp: '' };
  return { src, stamp: await stampOf(files, wanted.file, src) };
}

/** Whether a picture is still what it was when its story was filed. */
export async function isSamePicture(
  files: Files,
  file: string,
  { src, stamp, address }: PictureNote,
  now: Date,
): Promise<boolean> {
  if (address === undefined) return stamp === (await stampOf(files, file, src));
  // Those of other hosts are asked for again after a day, and at once when they could not be had.
  const age = stamp === '' ? Infinity : now.getTime() - Date.parse(stamp);
  return age >= 0 && age < day;
}

async function stampOf(files: Files, file: string, src: string): Promise<string> {
  const stamps: string[] = [];
  // As pictures.ts looks for them.
  for (const name of new Set([src, decodePath(src)])) {
    if (name.includes('\0')) continue;
    try {
      const path = join(dirname(file), name);
      const { size, mtimeMs, ctimeMs, ino } = files.statSync?.(path) ?? (await files.stat(path));
      stamps.push([size, mtimeMs, ctimeMs, ino].join(' '));
    } catch {
      // Whatever the reason is: filed again, the story is told of it.
      stamps.push('none');
    }
  }
  return stamps.join(', ');
}
