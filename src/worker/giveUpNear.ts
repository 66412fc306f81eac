import { frontAddress, pageAddress } from '../model/address.ts';
import { ownPages } from '../model/edition.ts';
import type { Device } from './device.ts';
import { giveUpPictures } from './makeRoom.ts';
import { openPages } from './openPages.ts';
import { fileUrl } from './store.ts';
import { keptFiles } from './weigh.ts';

/** Files given up at once: what a reader opened is here as long as it can be, and the answer comes soon. */
const atOnce = 40;

/**
 * Gives up some of what nobody asked for, for what the reader did ask for: first the pictures, when there are none left
 * some of the stories that were kept by themselves, the longest kept first. It is asked again while that is not enough.
 * The front, the reader's own pages, the pages that are open and what was taken along stay.
 *
 * @returns whether anything was given up
 */
export async function giveUpNear(device: Device): Promise<boolean> {
  if (await giveUpPictures(device)) return true;
  const stays = new Set(
    [frontAddress, ...ownPages.map(pageAddress), ...(await openPages(device))].flatMap(
      (address) => [fileUrl(device, address, 'html'), fileUrl(device, address, 'json')],
    ),
  );
  const near = (await keptFiles(device)).near.filter(({ url }) => !stays.has(url));
  let gone = 0;
  for (const { cache, url } of near.slice(0, atOnce)) {
    if (await (await device.caches.open(cache)).delete(url)) gone += 1;
  }
  return gone > 0;
}
