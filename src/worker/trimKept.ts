import { frontAddress, pageAddress } from '../model/address.ts';
import { ownPages } from '../model/edition.ts';
import { cacheName } from './cacheNames.ts';
import type { Device } from './device.ts';
import { readTakeNote } from './take/takeNote.ts';
import { drop, fileUrl, listHeld } from './store.ts';

/** Documents and pages of HTML kept by themselves; the oldest give way. */
const documentsAtMost = 600;
const pagesAtMost = 80;

/** Bounds what is kept without being asked for. The front and the reader's own pages always stay, and what was taken along. */
export async function trimKept(device: Device): Promise<void> {
  const always = [frontAddress, ...ownPages.map(pageAddress)];
  const stays = new Set([...always, ...((await readTakeNote(device))?.documents ?? [])]);
  const documents = (await listHeld(device)).filter(({ address }) => !stays.has(address));
  for (const { address } of documents.slice(0, Math.max(0, documents.length - documentsAtMost))) {
    await drop(device, address, 'json');
    await drop(device, address, 'html');
  }
  const cache = await device.caches.open(cacheName(device.base, 'pages'));
  const stay = new Set(always.map((address) => fileUrl(device, address, 'html')));
  const pages = (await cache.keys()).filter(({ url }) => !stay.has(url));
  for (const key of pages.slice(0, Math.max(0, pages.length - pagesAtMost))) {
    await cache.delete(key);
  }
}
