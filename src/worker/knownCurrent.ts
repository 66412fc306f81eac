import type { Device } from './device.ts';
import { findPointer } from './refresh.ts';
import { findHeld } from './store.ts';

interface Known {
  version: string;
  /** Milliseconds since 1970. */
  checked: number;
}

/**
 * Which copy of a page is on this device, and when it was last known to be current: by either of its files, or because
 * the pointer named its version. Undefined where there is none.
 */
export async function knownCurrent(device: Device, address: string): Promise<Known | undefined> {
  const [data, page, known] = await Promise.all([
    findHeld(device, address, 'json'),
    findHeld(device, address, 'html'),
    findPointer(device),
  ]);
  const held = data ?? page;
  if (held === undefined) return undefined;
  const isNamed = known?.pointer.fronts[address] === held.version;
  const checked = Math.max(
    held.checked,
    page?.version === held.version ? page.checked : 0,
    known !== undefined && isNamed ? known.checked : 0,
  );
  return { version: held.version, checked };
}
