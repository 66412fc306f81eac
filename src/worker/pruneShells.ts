import * as v from 'valibot';
import { cacheName } from './cacheNames.ts';
import { urlOf, type Device } from './device.ts';
import { shellName } from './shellCache.ts';
import { keep } from './store.ts';

/** Readers kept beside the current one: tabs of theirs may be open, and pages kept then name them. */
const earlierKept = 2;

/** Names of the caches of readers that have been in charge here, the latest last. */
const noteAddress = '/readers-note';
const noteSchema = v.array(v.string());

/**
 * Puts this worker's reader in charge and gives up the files of the oldest, never while a tab may need them: the two that
 * were in charge before this one stay whatever happens, and with several tabs open all of them do. One that was
 * installed and never in charge loaded no page.
 */
export async function pruneShells(device: Device, openPages: number): Promise<void> {
  const own = shellName(device);
  const start = cacheName(device.base, 'shell');
  // Names come in the order in which the caches were made: what is behind our own is being installed.
  const all = (await device.caches.keys()).filter((name) => name.startsWith(start));
  const earlier = all.slice(0, Math.max(0, all.indexOf(own)));
  const before = (await readNote(device)) ?? earlier;
  const inCharge = [...before.filter((name) => name !== own && all.includes(name)), own];
  const stays = openPages > 1 ? inCharge : inCharge.slice(-earlierKept - 1);
  const note = new Response(JSON.stringify(stays));
  await keep(device, cacheName(device.base, 'notes'), urlOf(device, noteAddress), note);
  if (openPages > 1) return;
  for (const name of earlier) if (!stays.includes(name)) await device.caches.delete(name);
}

/** Undefined when there is none, or none that can be read. */
async function readNote(device: Device): Promise<string[] | undefined> {
  try {
    const notes = await device.caches.open(cacheName(device.base, 'notes'));
    const note = await notes.match(urlOf(device, noteAddress));
    const parsed = v.safeParse(noteSchema, await note?.json());
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
