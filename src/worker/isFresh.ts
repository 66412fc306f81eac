import type { Device } from './device.ts';
import { findPointer } from './refresh.ts';
import type { Held } from './store.ts';

/** A front or list checked this recently is shown without asking. Milliseconds. */
const fresh = 15 * 60_000;

/** Whether a copy was known to be current within 15 minutes: by itself, or because the pointer named its version. */
export async function isFresh(
  device: Device,
  address: string,
  held: Pick<Held, 'version' | 'checked'>,
): Promise<boolean> {
  const known = await findPointer(device);
  const named = known?.pointer.fronts[address];
  let { checked } = held;
  if (known !== undefined && named !== undefined && known.checked > checked) {
    if (named !== held.version) return false;
    ({ checked } = known);
  }
  const age = device.now() - checked;
  // A clock that was set back makes no copy fresh for years.
  return age >= 0 && age < fresh;
}
