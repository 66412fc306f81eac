import { cacheName } from '../cacheNames.ts';
import { urlOf, type Device } from '../device.ts';
import { fetchPicture, pictureOf, type Fetched } from '../pictures.ts';
import { keep } from '../store.ts';
import type { Taken } from './takeChunk.ts';

/** Brings a picture of known size along. */
export async function takePicture(
  device: Device,
  { src, bytes: size }: { src: string; bytes: number },
  signal: AbortSignal,
): Promise<Taken> {
  const url = urlOf(device, `/${src}`);
  const cache = await device.caches.open(cacheName(device.base, 'takenPictures'));
  if ((await cache.match(url)) !== undefined) return 'kept';
  const seen = await (await device.caches.open(cacheName(device.base, 'pictures'))).match(url);
  const got =
    seen === undefined
      ? await fetchWhole(device, url, signal)
      : ({ kind: 'whole', bytes: new Uint8Array(await seen.arrayBuffer()) } as const);
  if (got.kind === 'failed' || got.bytes.length !== size) return 'failed';
  return (await keep(
    device,
    cacheName(device.base, 'takenPictures'),
    url,
    pictureOf(url, got.bytes),
  ))
    ? 'kept'
    : 'full';
}

/** What the browser has of a picture may be damaged, and its own for a year: then the host is asked past it. */
async function fetchWhole(device: Device, url: string, signal: AbortSignal): Promise<Fetched> {
  const got = await fetchPicture(device, url, signal);
  const isDamaged = got.kind === 'failed' && got.why === 'unreadable';
  return isDamaged ? fetchPicture(device, url, signal, 'reload') : got;
}

/** Lets go of pictures that were taken along and are not among these. */
export async function dropPicturesBut(device: Device, sources: ReadonlySet<string>): Promise<void> {
  const cache = await device.caches.open(cacheName(device.base, 'takenPictures'));
  const urls = new Set([...sources].map((src) => urlOf(device, `/${src}`)));
  for (const key of await cache.keys()) if (!urls.has(key.url)) await cache.delete(key);
}
