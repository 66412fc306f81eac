import type { KeptPart, Weight } from '../model/workerMessages.ts';
import { cacheName } from './cacheNames.ts';
import { urlOf, type Device } from './device.ts';
import { fileUrl, isWholeStory } from './store.ts';
import { readTakeNote } from './take/takeNote.ts';

/** A file on this device: the cache it lies in and its address. */
export interface KeptFile {
  cache: string;
  url: string;
}

/** The files on this device by why they are here. What the worker writes down for itself is in none. */
export async function keptFiles(device: Device): Promise<Record<KeptPart, KeptFile[]>> {
  const taken = new Set(
    ((await readTakeNote(device))?.documents ?? []).map((one) => fileUrl(device, one, 'json')),
  );
  const data = await filesIn(device, cacheName(device.base, 'data'));
  const isTaken = ({ url }: KeptFile): boolean => taken.has(url);
  const shells = (await device.caches.keys()).filter((name) =>
    name.startsWith(cacheName(device.base, 'shell')),
  );
  return {
    taken: [
      ...data.filter(isTaken),
      ...(await filesIn(device, cacheName(device.base, 'takenPictures'))),
    ],
    near: [
      ...data.filter((file) => !isTaken(file)),
      ...(await filesIn(device, cacheName(device.base, 'pages'))),
      ...(await filesIn(device, cacheName(device.base, 'pictures'))),
    ],
    reader: (await Promise.all(shells.map((name) => filesIn(device, name)))).flat(),
  };
}

/** URLs of the data of pages that the reader opened: of a page both its files stay, or none. */
export async function openedData(device: Device): Promise<ReadonlySet<string>> {
  const pages = await filesIn(device, cacheName(device.base, 'pages'));
  const start = urlOf(device, '/');
  return new Set(pages.map(({ url }) => fileUrl(device, `/${url.slice(start.length)}`, 'json')));
}

/** What is on this device and how large it is. */
export async function weigh(device: Device): Promise<Record<KeptPart, Weight>> {
  const { taken, near, reader } = await keptFiles(device);
  return {
    taken: await weightOf(device, taken),
    near: await weightOf(device, near),
    reader: await weightOf(device, reader),
  };
}

async function weightOf({ caches, base }: Device, files: readonly KeptFile[]): Promise<Weight> {
  const weight = { stories: 0, bytes: 0 };
  for (const { cache, url } of files) {
    const response = await (await caches.open(cache)).match(url, { ignoreVary: true });
    if (response === undefined) continue;
    if (cache === cacheName(base, 'data') && isWholeStory(response)) weight.stories += 1;
    // Its headers may be those of a packed answer: only the bytes themselves tell.
    weight.bytes += (await response.blob()).size;
  }
  return weight;
}

async function filesIn({ caches }: Device, cache: string): Promise<KeptFile[]> {
  const keys = await (await caches.open(cache)).keys();
  return keys.map(({ url }) => ({ cache, url }));
}
