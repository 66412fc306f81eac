import { storageKey } from '../../ui/storageKey.ts';

/** Pages opened on this device before installing is spoken of: who opened so many did not just look in. */
const enough = 5;
const said = 'said';

/** Address of the page counted last. */
let latest: string | undefined;

/**
 * Counts a page as opened; one that shows its shape first and then itself, once.
 * @returns whether it is time to speak of installing: once, and never where that could not be remembered
 */
export function countPage(address: string): boolean {
  try {
    const note = localStorage.getItem(storageKey('install')) ?? '0';
    if (note === said) return false;
    const opened = (Number.parseInt(note, 10) || 0) + (address === latest ? 0 : 1);
    latest = address;
    localStorage.setItem(storageKey('install'), String(opened));
    return opened >= enough;
  } catch {
    return false;
  }
}

/** It was spoken of: never again. @returns whether that is remembered */
export function noteSaid(): boolean {
  try {
    localStorage.setItem(storageKey('install'), said);
    return true;
  } catch {
    return false;
  }
}
