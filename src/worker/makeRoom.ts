import { cacheName } from './cacheNames.ts';
import type { Device } from './device.ts';

/** Pictures given up at once when a device is full. */
const atOnce = 40;
/** Share of what the browser allows that may be used before pictures are no longer kept ahead. */
const roomy = 0.6;

/** A full device gives up pictures first, the longest kept first; text stays. */
export async function makeRoom({ caches, base }: Device): Promise<void> {
  const pictures = await caches.open(cacheName(base, 'pictures'));
  for (const key of (await pictures.keys()).slice(0, atOnce)) await pictures.delete(key);
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
