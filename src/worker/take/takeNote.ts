import * as v from 'valibot';
import type { TakeManifest } from '../../model/take.ts';
import { takeStatuses, type TakeState } from '../../model/workerMessages.ts';
import { cacheName } from '../cacheNames.ts';
import { urlOf, type Device } from '../device.ts';
import { keep } from '../store.ts';

/** Files that a host did not give are asked for again after this time, or with its next edition. Milliseconds. */
const shortLife = 5 * 60_000;

/** What the worker remembers of what was taken along, over its own end and the browser's. */
export interface TakeNote {
  status: Exclude<TakeState['status'], 'none'>;
  /** Names of the parts; empty: the whole edition. */
  parts: string[];
  /** Version of the manifest that was walked to its end. */
  manifest: string;
  /** Addresses of the documents that came along. */
  documents: string[];
  stories: TakeState['stories'];
  bytes: TakeState['bytes'];
  /** The last walk that came to its end without some files: of which manifest, and when (milliseconds since 1970). */
  short?: { manifest: string; at: number };
}

const count = v.object({ done: v.number(), total: v.number() });
const noteSchema: v.GenericSchema<unknown, TakeNote> = v.object({
  status: v.picklist(takeStatuses.filter((status) => status !== 'none')),
  parts: v.array(v.string()),
  manifest: v.string(),
  documents: v.array(v.string()),
  stories: count,
  bytes: count,
  short: v.exactOptional(v.object({ manifest: v.string(), at: v.number() })),
});

const noteAddress = '/take-note';

/** Where the note lies. */
export function noteFile(device: Device): { cache: string; url: string } {
  return { cache: cacheName(device.base, 'notes'), url: urlOf(device, noteAddress) };
}

/** The note, or undefined when nothing was taken along. One that cannot be read is none. */
export async function readTakeNote(device: Device): Promise<TakeNote | undefined> {
  try {
    const notes = await device.caches.open(cacheName(device.base, 'notes'));
    const response = await notes.match(urlOf(device, noteAddress));
    const parsed = v.safeParse(noteSchema, await response?.json());
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** @returns whether there was room for it */
export function writeTakeNote(device: Device, note: TakeNote): Promise<boolean> {
  const response = new Response(JSON.stringify(note));
  return keep(device, cacheName(device.base, 'notes'), urlOf(device, noteAddress), response);
}

export async function dropTakeNote(device: Device): Promise<void> {
  const notes = await device.caches.open(cacheName(device.base, 'notes'));
  await notes.delete(urlOf(device, noteAddress));
}

/** Whether this very edition lacked files a moment ago. @param now milliseconds since 1970 */
export function fellShort({ short }: TakeNote, { version }: TakeManifest, now: number): boolean {
  if (short?.manifest !== version) return false;
  const age = now - short.at;
  return age >= 0 && age < shortLife;
}
