import { frontAddress } from '../model/address.ts';
import { cacheName } from './cacheNames.ts';
import type { Device } from './device.ts';
import { readTakeNote } from './take/takeNote.ts';
import { drop, fileUrl, listHeld } from './store.ts';

/** Documents and pages of HTML kept by themselves; the oldest give way. */
const documentsAtMost = 600;
const pagesAtMost = 80;

/** Bounds what is kept without being asked for. The front always stays, and what was taken along. */
export async function trimKept(device: Device): Promise<void> {
  const stays = new Set([frontAddress, ...((await readTakeNote(device))?.documents ?? [])]);
  const documents = (await listHeld(device)).filter(({ address }) => !stays.has(address));
  for (const { address } of documents.slice(0, Math.max(0, documents.length - documentsAtMost))) {
    await drop(device, address, 'json');
    await drop(device, address, 'html');
  }
  const cache = await device.caches.open(cacheName(device.base, 'pages'));
  const front = fileUrl(device, frontAddress, 'html');
  const pages = (await cache.keys()).filter(({ url }) => url !== front);
  for (const key of pages.slice(0, Math.max(0, pages.length - pagesAtMost))) {
    await cache.delete(key);
  }
}
