import { storageKey } from '../ui/storageKey.ts';

const listeners = new Set<() => void>();

/** Whether the app may look for a newer edition while a page is read. It may, until the reader says otherwise. */
export function isLooking(): boolean {
  try {
    // Asked first, as the publisher has none and a failure costs it as much as half a page.
    return (
      typeof localStorage === 'undefined' || localStorage.getItem(storageKey('looking')) !== 'no'
    );
  } catch {
    return true;
  }
}

/** The reader's word on it, kept on this device. */
export function setLooking(looks: boolean): void {
  try {
    if (looks) localStorage.removeItem(storageKey('looking'));
    else localStorage.setItem(storageKey('looking'), 'no');
  } catch {
    // Storage is refused: nothing can be kept, and the usual holds.
  }
  for (const listener of listeners) listener();
}

/** For useSyncExternalStore. */
export function subscribeToLooking(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
