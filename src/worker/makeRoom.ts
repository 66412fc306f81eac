import { cacheName } from './cacheNames.ts';
import type { Device } from './device.ts';

/** Pictures given up at once when a device is full. */
const atOnce = 40;
/** Share of what the browser allows that may be used before pictures are no longer kept ahead. */
const roomy = 0.6;

/** A full device gives up pictures first, the longest kept first; text stays. */
export async function makeRoom(device: Device): Promise<void> {
  await giveUp(device, atOnce);
}

/** Gives up all pictures that were kept without being asked for. @returns whether there were any */
export async function giveUpPictures(device: Device): Promise<boolean> {
  return (await giveUp(device, Infinity)) > 0;
}

/** One by one: a cache that is deleted whole takes its room until nobody holds it any more. */
async function giveUp({ caches, base }: Device, atMost: number): Promise<number> {
  const pictures = await caches.open(cacheName(base, 'pictures'));
  const keys = (await pictures.keys()).slice(0, atMost);
  for (const key of keys) await pictures.delete(key);
  return keys.length;
}

/** Whether there is room for what nobody asked for yet. A browser that does not tell has room. */
export async function isRoomy(): Promise<boolean> {
  try {
    const { usage = 0, quota = Infinity } = await navigator.storage.estimate();
    return usage < quota * roomy;
  } catch {
    return true;
  }
}
