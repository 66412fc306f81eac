import { pointerAddress } from '../model/address.ts';
import type { Pointer } from '../model/edition.ts';
import { checkedHeader } from '../model/workerMessages.ts';
import { ask, type Failure } from './ask.ts';
import { cacheName } from './cacheNames.ts';
import { urlOf, type Device } from './device.ts';
import {
  isForNewerReader,
  isPageForNewerReader,
  proveBarePage,
  proveDocument,
  provePage,
  provePointer,
} from './proof.ts';
import { isOurs } from './route.ts';
import { drop, fileUrl, findHeld, holdDocument, holdPage, keep, touch } from './store.ts';

/** What asking the host for an address came to. */
export type Refreshed =
  | { kind: 'new'; text: string; version: string; isKept: boolean }
  | { kind: 'same' }
  /** A page of the host that is none of the edition's documents; shown, never kept. */
  | { kind: 'other'; text: string; status: 200 | 404 }
  | { kind: 'failed'; why: Failure };

const expected = { html: 'text/html', json: 'application/json' };

/**
 * Asks for the newest copy of an address, with the tag of the one we have, and keeps what proves itself. Whatever else
 * comes leaves the copy as it was.
 *
 * @param limit milliseconds
 */
export async function refresh(
  device: Device,
  address: string,
  kind: 'html' | 'json',
  limit: number,
): Promise<Refreshed> {
  const held = await findHeld(device, address, kind);
  const url = fileUrl(device, address, kind);
  const asked = await ask(device, { url, types: [expected[kind]], etag: held?.etag, limit });
  if (asked.kind === 'same') {
    await touch(device, address, kind);
    return asked;
  }
  if (asked.kind === 'failed') {
    const { why, page } = asked;
    // Only the edition's own page for unknown addresses is believed; a stranger's 404 takes nothing from the reader.
    if (page === undefined || !(await proveBarePage(page, '/404'))) return { kind: 'failed', why };
    await drop(device, address, 'html');
    await drop(device, address, 'json');
    return { kind: 'other', text: page, status: 404 };
  }
  const text = new TextDecoder().decode(asked.bytes);
  const proven = await (kind === 'html' ? provePage : proveDocument)(text, address);
  if (proven === undefined) {
    if (kind === 'html') return judgeStranger(device, address, text);
    return failed(isForNewerReader(text) ? 'newer' : 'unreadable');
  }
  const isKept = await (kind === 'html'
    ? holdPage(device, proven, text, asked.etag)
    : holdDocument(device, proven, asked.etag));
  return { kind: 'new', text, version: proven.version, isKept };
}

/**
 * A page that is no document of ours: one for a newer reader, which it names; one without a document, one beside the
 * edition, a damaged one, or a sign-in page.
 */
async function judgeStranger(device: Device, address: string, text: string): Promise<Refreshed> {
  if ((await isPageForNewerReader(text)) || (await proveBarePage(text, address)))
    return { kind: 'other', text, status: 200 };
  if (text.includes('<div id="root">')) return failed('unreadable');
  // A network that wants a sign-in answers for the pointer too; the edition's own host gives the real one.
  const pointer = await refreshPointer(device, 3000);
  if (pointer.kind === 'failed') return failed('sign-in');
  if (!isOurs(address)) return { kind: 'other', text, status: 200 };
  // Here the edition alone should stand. A page of the host's all the same is the same when it is asked for again; a
  // beginning that tells nothing, or a network's page that is gone meanwhile, is not.
  const url = fileUrl(device, address, 'html');
  const again = await ask(device, { url, types: ['text/html'], limit: 3000 });
  const isSame = again.kind === 'new' && new TextDecoder().decode(again.bytes) === text;
  return isSame ? { kind: 'other', text, status: 200 } : failed('unreadable');
}

function failed(why: Failure): Refreshed {
  return { kind: 'failed', why };
}

/** Asks which edition is current and keeps the answer. @param limit milliseconds */
export async function refreshPointer(
  device: Device,
  limit: number,
): Promise<{ kind: 'new'; text: string } | { kind: 'same' } | { kind: 'failed'; why: Failure }> {
  const url = urlOf(device, pointerAddress);
  const held = await findPointer(device);
  const asked = await ask(device, { url, types: ['application/json'], etag: held?.etag, limit });
  if (asked.kind === 'failed') return { kind: 'failed', why: asked.why };
  const text = asked.kind === 'same' ? held?.text : new TextDecoder().decode(asked.bytes);
  if (text === undefined || (await provePointer(text)) === undefined) {
    return { kind: 'failed', why: 'unreadable' };
  }
  const headers = new Headers({
    'content-type': 'application/json; charset=utf-8',
    [checkedHeader]: String(device.now()),
  });
  const etag = asked.kind === 'same' ? held?.etag : asked.etag;
  if (etag !== undefined) headers.set('etag', etag);
  await keep(device, cacheName(device.base, 'notes'), url, new Response(text, { headers }));
  return asked.kind === 'same' ? asked : { kind: 'new', text };
}

/** The pointer on this device, and when it was last known to be current. */
export async function findPointer(
  device: Device,
): Promise<{ text: string; pointer: Pointer; checked: number; etag?: string } | undefined> {
  try {
    const notes = await device.caches.open(cacheName(device.base, 'notes'));
    const response = await notes.match(urlOf(device, pointerAddress));
    if (response === undefined) return undefined;
    const text = await response.text();
    const pointer = await provePointer(text);
    if (pointer === undefined) return undefined;
    const etag = response.headers.get('etag');
    const checked = Number(response.headers.get(checkedHeader) ?? 0);
    return { text, pointer, checked, ...(etag !== null && { etag }) };
  } catch {
    return undefined;
  }
}
