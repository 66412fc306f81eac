import * as v from 'valibot';
import { addressOf } from '../model/address.ts';
import type { ToWorker } from '../model/workerMessages.ts';
import { cacheName } from './cacheNames.ts';
import { urlOf, type Device } from './device.ts';

/** Addresses that tabs said they show, by the tabs' ids. A tab's own URL is the one that it began with. */
const noteAddress = '/open-note';
const noteSchema = v.record(v.string(), v.string());
type Note = v.InferOutput<typeof noteSchema>;

/** Writes are made in turn: several tabs may speak at once. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Remembers what a tab shows, by what it says, over the worker's own end: a tab that lies behind others is silent for
 * hours. Without a connection a page says that it is open by asking since when it is known.
 */
export async function followTab(device: Device, tab: string, message: ToWorker): Promise<void> {
  const isOpen = message.kind === 'open' || (message.kind === 'state' && message.address !== '/');
  if (isOpen) await noteOpen(device, tab, message.address);
}

function noteOpen(device: Device, tab: string, address: string): Promise<void> {
  const write = async (): Promise<void> => {
    const before = await readNote(device);
    if (before[tab] === address) return;
    const alive = new Set((await device.tabs()).map(({ id }) => id));
    const known = Object.entries(before).filter(([id]) => alive.has(id));
    const note = { ...Object.fromEntries(known), [tab]: address };
    const notes = await device.caches.open(cacheName(device.base, 'notes'));
    await notes.put(urlOf(device, noteAddress), new Response(JSON.stringify(note)));
  };
  // Nothing makes room for this: where it does not fit, the tab's own URL has to do.
  const done = turn.then(write).catch(() => undefined);
  turn = done;
  return done;
}

/** Addresses of the pages that tabs show. */
export async function openPages(device: Device): Promise<string[]> {
  await turn;
  const note = await readNote(device);
  return (await device.tabs()).flatMap(
    ({ id, url }) => note[id] ?? addressOf(device.base, new URL(url).pathname) ?? [],
  );
}

async function readNote(device: Device): Promise<Note> {
  try {
    const notes = await device.caches.open(cacheName(device.base, 'notes'));
    const parsed = v.safeParse(
      noteSchema,
      await (await notes.match(urlOf(device, noteAddress)))?.json(),
    );
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}
