import { dataAddress } from '../model/address.ts';
import { checkedHeader, type HeldPage } from '../model/workerMessages.ts';
import { cacheName } from './cacheNames.ts';
import { urlOf, type Device } from './device.ts';
import { makeRoom } from './makeRoom.ts';
import type { ProvenDocument } from './proof.ts';
import { scriptsOf } from './scriptsOf.ts';

/** What stands on this device for an address. */
export interface Held {
  response: Response;
  version: string;
  /** When it was last known to be current, milliseconds since 1970. */
  checked: number;
  etag: string | undefined;
  /** Scripts that a page names; noted when it is kept, so that no answer waits for reading it through. */
  scripts: string[] | undefined;
}

type Kind = 'html' | 'json';
const versionHeader = 'x-lede-version';
const titleHeader = 'x-lede-title';
const kindHeader = 'x-lede-kind';
const scriptsHeader = 'x-lede-scripts';
const types = { html: 'text/html; charset=utf-8', json: 'application/json; charset=utf-8' };

/** Where a kind of file of an address is asked for and kept. */
export function fileUrl(device: Device, address: string, kind: Kind): string {
  return urlOf(device, kind === 'html' ? address : dataAddress(address));
}

/** The copy of an address that is on this device. Storage that cannot be read holds nothing. */
export async function findHeld(
  device: Device,
  address: string,
  kind: Kind,
): Promise<Held | undefined> {
  try {
    const cache = await device.caches.open(cacheOf(device, kind));
    const response = await cache.match(fileUrl(device, address, kind), { ignoreVary: true });
    if (response === undefined) return undefined;
    return {
      response,
      version: response.headers.get(versionHeader) ?? '',
      checked: Number(response.headers.get(checkedHeader) ?? 0),
      etag: response.headers.get('etag') ?? undefined,
      scripts: response.headers.get(scriptsHeader)?.split(' '),
    };
  } catch {
    return undefined;
  }
}

/**
 * Keeps a proven document. A page of an older version goes: one address never holds two versions.
 * @returns whether there was room
 */
export async function holdDocument(
  device: Device,
  proven: ProvenDocument,
  etag?: string,
): Promise<boolean> {
  if (!(await put(device, proven, 'json', proven.text, etag))) return false;
  const page = await findHeld(device, proven.address, 'html');
  if (page !== undefined && page.version !== proven.version) {
    await drop(device, proven.address, 'html');
  }
  return true;
}

/**
 * Keeps a proven page of HTML and, since it carries it, its document: that first, so that a page for which there is no
 * room leaves none of another version beside it.
 * @returns whether there was room for both
 */
export async function holdPage(
  device: Device,
  proven: ProvenDocument,
  page: string,
  etag?: string,
): Promise<boolean> {
  const data = await findHeld(device, proven.address, 'json');
  if (data?.version !== proven.version && !(await holdDocument(device, proven))) return false;
  return put(device, proven, 'html', page, etag);
}

/** The host said that the copy is current: from now on it counts as checked now. */
export async function touch(device: Device, address: string, kind: Kind): Promise<void> {
  const held = await findHeld(device, address, kind);
  if (held === undefined) return;
  const headers = new Headers(held.response.headers);
  headers.set(checkedHeader, String(device.now()));
  const body = await held.response.blob();
  // A newer one may have come in the meantime: it is not written over.
  if ((await findHeld(device, address, kind))?.version !== held.version) return;
  await write(device, address, kind, new Response(body, { headers }));
}

/** The host has no such page any more. */
export async function drop(device: Device, address: string, kind: Kind): Promise<void> {
  try {
    const cache = await device.caches.open(cacheOf(device, kind));
    await cache.delete(fileUrl(device, address, kind), { ignoreVary: true });
  } catch {
    // What cannot be opened holds nothing.
  }
}

/** Every document on this device: its address, version, title. Newest kept last. */
export async function listHeld(device: Device): Promise<(HeldPage & { version: string })[]> {
  try {
    const cache = await device.caches.open(cacheName(device.base, 'data'));
    return (await cache.matchAll()).flatMap(({ headers }) => {
      const address = headers.get('x-lede-address');
      if (address === null) return [];
      const title = decodeURIComponent(headers.get(titleHeader) ?? '');
      const version = headers.get(versionHeader) ?? '';
      return [{ address, version, title, isWhole: headers.get(kindHeader) !== 'brief' }];
    });
  } catch {
    return [];
  }
}

/** Whether what is kept is a story with its text, by what was written beside it. */
export function isWholeStory({ headers }: Response): boolean {
  return headers.get(kindHeader) === 'story';
}

function cacheOf({ base }: Device, kind: Kind): string {
  return cacheName(base, kind === 'html' ? 'pages' : 'data');
}

async function put(
  device: Device,
  { address, version, title, document }: ProvenDocument,
  kind: Kind,
  text: string,
  etag?: string,
): Promise<boolean> {
  const headers = new Headers({
    'content-type': types[kind],
    'x-content-type-options': 'nosniff',
    'x-lede-address': address,
    [versionHeader]: version,
    [titleHeader]: encodeURIComponent(title),
    [kindHeader]: document.kind,
    [checkedHeader]: String(device.now()),
  });
  if (etag !== undefined) headers.set('etag', etag);
  if (kind === 'html') headers.set(scriptsHeader, scriptsOf(text).join(' '));
  return write(device, address, kind, new Response(text, { headers }));
}

function write(device: Device, address: string, kind: Kind, response: Response): Promise<boolean> {
  return keep(device, cacheOf(device, kind), fileUrl(device, address, kind), response);
}

/**
 * Puts a response into a cache; on a full device pictures make room once.
 * @returns whether it is kept: reading goes on either way
 */
export async function keep(
  device: Device,
  name: string,
  url: string,
  response: Response,
): Promise<boolean> {
  const copy = response.clone();
  try {
    await (await device.caches.open(name)).put(url, response);
    return true;
  } catch {
    try {
      await makeRoom(device);
      await (await device.caches.open(name)).put(url, copy);
      return true;
    } catch {
      return false;
    }
  }
}
