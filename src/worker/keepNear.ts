import { frontAddress, pageAddress, storyAddress } from '../model/address.ts';
import { pageSchemas, parseDocument, type PageDocument } from '../model/document.ts';
import { ownPages } from '../model/edition.ts';
import type { Picture } from '../model/picture.ts';
import type { Trail } from '../model/trail.ts';
import { cacheName } from './cacheNames.ts';
import { urlOf, type Device } from './device.ts';
import { isRoomy } from './makeRoom.ts';
import { openPages } from './openPages.ts';
import { fetchPicture, keepPicture } from './pictures.ts';
import { refresh, type Refreshed } from './refresh.ts';
import { mendShell, refreshShellPage } from './shellCache.ts';
import { findHeld } from './store.ts';
import { trimKept } from './trimKept.ts';

/** Stories fetched ahead for one page, and pictures after them. */
const storiesAtMost = 40;
const picturesAtMost = 12;
/** Milliseconds for one of them; nobody waits. */
const patience = 15_000;
/** So many requests in a row that come to nothing, and the line gives nothing. */
const failuresAtMost = 2;

/**
 * What a reader may want next without a connection: the front, the page that is open, the related stories of the lead
 * and of that page; then pictures, as room allows. A reader who asks to save data gets the first two only. Who goes on to
 * another page has the stories and pictures near that one brought instead; who leaves altogether may come back without a line.
 *
 * @returns false when something that the host may still give is not here; pictures do not count
 */
export async function keepNear(device: Device, address: string, saving: boolean): Promise<boolean> {
  let isWhole = true;
  let failures = 0;
  // How the line is said to be does not count: that is any request's word, and some have little patience.
  const bring = async (one: string, kind: 'html' | 'json'): Promise<void> => {
    const isWorthTrying = failures < failuresAtMost;
    const came = isWorthTrying ? await refresh(device, one, kind, patience) : undefined;
    const isLost = came === undefined || isPassing(came);
    failures = isLost ? failures + 1 : 0;
    if (isLost) isWhole = false;
  };
  const opened = [...new Set([frontAddress, address])];
  for (const one of opened) {
    if ((await findHeld(device, one, 'html')) === undefined) await bring(one, 'html');
    // Kept one after the other: this one may be on its way, or had no room.
    else if ((await findHeld(device, one, 'json')) === undefined) await bring(one, 'json');
  }
  device.tell({ kind: 'kept' });
  await refreshShellPage(device);
  await mendShell(device, 'needed');
  for (const own of ownPages.map(pageAddress)) {
    if ((await findHeld(device, own, 'json')) === undefined) await bring(own, 'json');
  }
  if (saving) {
    await mendShell(device, 'sparing');
    return isWhole;
  }
  const documents = (await Promise.all(opened.map((one) => findDocument(device, one)))).filter(
    (one) => one !== undefined,
  );
  const related = documents.flatMap(relatedOf).slice(0, storiesAtMost);
  for (const trail of related) {
    if (await isLeft(device, address)) return isWhole;
    if (!(await isHeld(device, trail))) await bring(storyAddress(trail.slug), 'json');
  }
  await trimKept(device);
  device.tell({ kind: 'kept' });
  // Words come before what the app can do with them.
  await mendShell(device, 'all');
  const pictures = [...documents.flatMap(ownPictures), ...related.map(({ picture }) => picture)];
  for (const picture of pictures.filter((one) => one !== undefined).slice(0, picturesAtMost)) {
    if (!(await isRoomy()) || (await isLeft(device, address))) break;
    if (!(await keepOnePicture(device, picture)) && device.line !== 'ok') break;
  }
  return isWhole;
}

/** Whether every tab shows another page by now. */
async function isLeft(device: Device, address: string): Promise<boolean> {
  const open = await openPages(device);
  return open.length > 0 && !open.includes(address);
}

/** Whether asking again later may come to more. */
function isPassing(came: Refreshed): boolean {
  return came.kind === 'failed' && came.why !== 'not-here' && came.why !== 'newer';
}

/** The document that is on this device for an address. */
async function findDocument(device: Device, address: string): Promise<PageDocument | undefined> {
  const held = await findHeld(device, address, 'json');
  if (held === undefined) return undefined;
  const parsed = parseDocument(await held.response.json(), pageSchemas);
  return parsed.ok ? parsed.value : undefined;
}

/** Keeps the rendition for offline: sharp on a phone, light enough for dozens. @returns false when it cannot be had */
async function keepOnePicture(device: Device, { avif }: Picture): Promise<boolean> {
  const rendition = avif.find(({ width }) => width >= 800) ?? avif.at(-1);
  if (rendition === undefined) return true;
  const url = urlOf(device, `/${rendition.src}`);
  const cache = await device.caches.open(cacheName(device.base, 'pictures'));
  if ((await cache.match(url)) !== undefined) return true;
  const fetched = await fetchPicture(device, url);
  if (fetched.kind === 'whole') await keepPicture(device, url, fetched.bytes);
  return fetched.kind === 'whole';
}

async function isHeld(device: Device, { slug, version }: Trail): Promise<boolean> {
  const held = await findHeld(device, storyAddress(slug), 'json');
  return held !== undefined && (version === undefined || version === held.version);
}

function relatedOf(document: PageDocument): Trail[] {
  if (document.schema === 'lede-front/1') {
    const { lead } = document;
    return lead === undefined ? [] : [lead.trail, ...lead.related];
  }
  return document.schema === 'lede-story/1' ? document.related : [];
}

function ownPictures(document: PageDocument): (Picture | undefined)[] {
  if (document.schema === 'lede-front/1') return [document.lead?.trail.picture];
  return document.kind === 'story' ? [document.picture] : [];
}
