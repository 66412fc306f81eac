import { frontAddress } from '../../model/address.ts';
import { partBytes, type TakeManifest, type TakePart } from '../../model/take.ts';
import { cacheName } from '../cacheNames.ts';
import { urlOf, type Device } from '../device.ts';
import { fileUrl } from '../store.ts';
import type { KeptFile } from '../weigh.ts';
import type { TakeNote } from './takeNote.ts';

/** What goes with one section of those that were taken along, and how it is noted then. */
export interface Parting {
  note: TakeNote;
  files: KeptFile[];
}

/** Undefined where the section is not one of several that were taken: then all of it is let go, or nothing. */
export function partFrom(
  device: Device,
  note: TakeNote,
  manifest: TakeManifest,
  name: string,
): Parting | undefined {
  const parts = note.parts.filter((one) => one !== name);
  // The front page came with the sections.
  if (parts.length === note.parts.length || parts.every((one) => one === 'front')) return undefined;
  const stay = manifest.parts.filter((part) => parts.includes(part.name));
  const go = manifest.parts.filter((part) => part.name === name);
  const documents = new Set(stay.flatMap(documentsOf)).add(frontAddress);
  const going = new Set(go.flatMap(documentsOf).filter((one) => !documents.has(one)));
  const pictures = new Set(stay.flatMap(sourcesOf));
  const stories = stay.reduce((sum, part) => sum + part.stories, 0);
  const bytes = stay.reduce((sum, part) => sum + partBytes(part), 0);
  const isDone = note.status === 'done';
  return {
    note: {
      ...note,
      parts,
      documents: note.documents.filter((one) => !going.has(one)),
      stories: { done: isDone ? stories : 0, total: stories },
      bytes: { done: isDone ? bytes : 0, total: bytes },
    },
    files: [
      ...[...going].map((one) => ({
        cache: cacheName(device.base, 'data'),
        url: fileUrl(device, one, 'json'),
      })),
      ...go
        .flatMap(sourcesOf)
        .filter((src) => !pictures.has(src))
        .map((src) => ({
          cache: cacheName(device.base, 'takenPictures'),
          url: urlOf(device, `/${src}`),
        })),
    ],
  };
}

function documentsOf({ chunks }: TakePart): string[] {
  return chunks.flatMap((chunk) => Object.keys(chunk.documents));
}

function sourcesOf({ pictures }: TakePart): string[] {
  return pictures.map(({ src }) => src);
}
