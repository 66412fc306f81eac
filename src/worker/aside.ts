import type { KeptPart } from '../model/workerMessages.ts';
import { cacheName } from './cacheNames.ts';
import type { Device } from './device.ts';
import type { KeptFile } from './weigh.ts';

const prefixOf = ({ base }: Device, part: KeptPart): string =>
  `${cacheName(base, 'aside')}${part} `;

/**
 * Copies files aside before they are removed, so that the removal can be taken back. Where there is no room for that, it
 * cannot be; the removal goes on.
 */
export async function putAside(
  device: Device,
  part: KeptPart,
  files: readonly KeptFile[],
): Promise<void> {
  const start = prefixOf(device, part);
  await dropAside(device, start);
  try {
    for (const { cache, url } of files) await copy(device, url, cache, start + cache);
  } catch {
    await dropAside(device, start);
  }
}

/** Puts back what was removed, but for what has come anew meanwhile. @returns whether anything had been put aside */
export async function putBack(device: Device, part: KeptPart): Promise<boolean> {
  const start = prefixOf(device, part);
  const names = await asides(device, start);
  for (const name of names) {
    const cache = name.slice(start.length);
    for (const { url } of await (await device.caches.open(name)).keys()) {
      const here = await (await device.caches.open(cache)).match(url, { ignoreVary: true });
      if (here === undefined) await copy(device, url, name, cache);
    }
  }
  await dropAside(device, start);
  return names.length > 0;
}

/** What was removed is gone for good. */
export async function dropAside(
  device: Device,
  start = cacheName(device.base, 'aside'),
): Promise<void> {
  for (const name of await asides(device, start)) await device.caches.delete(name);
}

async function asides({ caches }: Device, start: string): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(start));
}

async function copy(device: Device, url: string, from: string, to: string): Promise<void> {
  const response = await (await device.caches.open(from)).match(url, { ignoreVary: true });
  if (response !== undefined) await (await device.caches.open(to)).put(url, response);
}
