import { isWholePicture, pictureWidths } from '../model/pictureForm.ts';
import { isSealRight } from '../model/pictureSeal.ts';
import { cacheName } from './cacheNames.ts';
import { ask, type Failure } from './ask.ts';
import type { Device } from './device.ts';
import { keep } from './store.ts';

/** Pictures kept, whatever their size: the publisher's are 20 to 200 kB each. */
const atMost = 300;
/** Milliseconds in which something of a picture must come. */
const patience = 20_000;

const typeOf: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  jpg: 'image/jpeg',
  png: 'image/png',
};

/** A picture's whole bytes, or why there are none. */
export type Fetched =
  | { kind: 'whole'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'failed'; why: Failure };

/**
 * A picture: from this device, else from the network and kept, else the same picture in another size that is here. What
 * is not to be kept the browser judges by itself: with a worker no picture may break that shows without.
 */
export async function answerPicture(
  device: Device,
  url: string,
  lasting: (work: Promise<unknown>) => void,
  pass: () => Promise<Response>,
): Promise<Response> {
  const caches = [
    await device.caches.open(cacheName(device.base, 'pictures')),
    await device.caches.open(cacheName(device.base, 'takenPictures')),
  ];
  for (const cache of caches) {
    const held = await cache.match(url, { ignoreVary: true });
    if (held !== undefined) return held;
  }
  const fetched = await fetchPicture(device, url);
  if (fetched.kind === 'whole') {
    lasting(keepPicture(device, url, fetched.bytes));
    return pictureOf(url, fetched.bytes);
  }
  for (const cache of caches) {
    const other = await findOtherSize(cache, url);
    if (other !== undefined) return other;
  }
  // A dead line is not asked twice.
  if (fetched.why === 'offline' || fetched.why === 'timeout') return Response.error();
  return pass();
}

/**
 * Asks for a picture. Its seal is its proof, since a host may give it no type, or that of any bytes. One without, which an
 * older Lede made, has its form and that it is as wide as its name says: a bit that is another cannot be told there.
 */
export async function fetchPicture(
  device: Device,
  url: string,
  signal?: AbortSignal,
  cache: 'default' | 'reload' = 'default',
): Promise<Fetched> {
  const type = typeOf[extensionOf(url)];
  if (type === undefined) return { kind: 'failed', why: 'unreadable' };
  const asked = await ask(device, {
    ...{
      url,
      types: [type, 'application/octet-stream', ''],
      limit: patience,
      isPatient: true,
      cache,
    },
    ...(signal && { signal }),
  });
  if (asked.kind === 'failed') return { kind: 'failed', why: asked.why };
  const isWhole =
    asked.kind === 'new' &&
    isWholePicture(asked.bytes, type) &&
    pictureWidths(asked.bytes, type).includes(widthOf(url)) &&
    (await isSealRight(asked.bytes, url));
  return isWhole ? { kind: 'whole', bytes: asked.bytes } : { kind: 'failed', why: 'unreadable' };
}

/** Keeps a picture, and no more than a bounded number of them. */
export async function keepPicture(
  device: Device,
  url: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const isKept = await keep(device, cacheName(device.base, 'pictures'), url, pictureOf(url, bytes));
  const cache = await device.caches.open(cacheName(device.base, 'pictures'));
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - atMost))) await cache.delete(key);
  return isKept;
}

/** A picture's bytes as an answer. */
export function pictureOf(url: string, bytes: Uint8Array<ArrayBuffer>): Response {
  return new Response(bytes, {
    headers: {
      'content-type': typeOf[extensionOf(url)] ?? '',
      'x-content-type-options': 'nosniff',
    },
  });
}

function extensionOf(url: string): string {
  return url.slice(url.lastIndexOf('.') + 1);
}

/** `…/media/<hash>s-400.avif` and `…-800.jpg` are one picture. */
async function findOtherSize(cache: Cache, url: string): Promise<Response | undefined> {
  const name = /^(.*\/media\/[0-9a-f]+s?)-\d+\.\w+$/.exec(url)?.[1];
  if (name === undefined) return undefined;
  const others = (await cache.keys()).filter((key) => key.url.startsWith(`${name}-`));
  const largest = others.toSorted((one, other) => widthOf(other.url) - widthOf(one.url))[0];
  return largest && cache.match(largest);
}

function widthOf(url: string): number {
  return Number(/-(\d+)\.\w+$/.exec(url)?.[1] ?? 0);
}
