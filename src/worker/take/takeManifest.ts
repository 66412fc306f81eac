import { takeAddress } from '../../model/address.ts';
import { documentText, parseDocument } from '../../model/document.ts';
import { sha256 } from '../../model/sha256.ts';
import type { TakeManifest } from '../../model/take.ts';
import { ask } from '../ask.ts';
import { cacheName } from '../cacheNames.ts';
import { urlOf, type Device } from '../device.ts';
import { keep } from '../store.ts';

/** What can be taken along now, by the host's word; undefined when it cannot be had whole. @param limit milliseconds */
export async function fetchManifest(
  device: Device,
  limit: number,
  signal?: AbortSignal,
): Promise<TakeManifest | undefined> {
  const url = urlOf(device, takeAddress);
  const held = await findResponse(device);
  const etag = held?.headers.get('etag') ?? undefined;
  const asked = await ask(device, {
    ...{ url, types: ['application/json'], etag, limit },
    ...(signal && { signal }),
  });
  if (asked.kind === 'same') return findManifest(device);
  if (asked.kind === 'failed') return undefined;
  const text = new TextDecoder().decode(asked.bytes);
  const manifest = await prove(text);
  if (manifest === undefined) return undefined;
  const headers = new Headers({ 'content-type': 'application/json' });
  if (asked.etag !== undefined) headers.set('etag', asked.etag);
  await keep(device, cacheName(device.base, 'notes'), url, new Response(text, { headers }));
  return manifest;
}

/** What could be taken along when it was last asked for. */
export async function findManifest(device: Device): Promise<TakeManifest | undefined> {
  const text = await (await findResponse(device))?.text();
  return text === undefined ? undefined : prove(text);
}

async function findResponse(device: Device): Promise<Response | undefined> {
  const notes = await device.caches.open(cacheName(device.base, 'notes'));
  return notes.match(urlOf(device, takeAddress));
}

async function prove(text: string): Promise<TakeManifest | undefined> {
  try {
    const json: unknown = JSON.parse(text);
    const parsed = parseDocument(json, ['lede-take']);
    if (!parsed.ok || json === null || typeof json !== 'object') return undefined;
    const hash = await sha256(new TextEncoder().encode(documentText(json)));
    return hash.startsWith(parsed.value.version) ? parsed.value : undefined;
  } catch {
    return undefined;
  }
}
