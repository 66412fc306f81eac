import { storageKey } from '../../ui/storageKey.ts';
import {
  appearanceText,
  parseAppearance,
  settings,
  usualAppearance,
  type Appearance,
} from './appearance.ts';

let current: Appearance | undefined;
const listeners = new Set<() => void>();

/** The appearance chosen on this device. */
export function readAppearance(): Appearance {
  current ??= parseAppearance(readStored());
  return current;
}

/** Applies an appearance at once and keeps it on this device. */
export function changeAppearance(appearance: Appearance): void {
  show(appearance);
  try {
    localStorage.setItem(storageKey('appearance'), appearanceText(appearance));
  } catch {
    // Storage is refused: the choice holds until the page is left.
  }
}

/** For useSyncExternalStore; another tab's choice is followed too. */
export function subscribeToAppearance(listener: () => void): () => void {
  const follow = (event: StorageEvent): void => {
    if (event.key === storageKey('appearance') || event.key === null)
      show(parseAppearance(event.newValue));
  };
  listeners.add(listener);
  window.addEventListener('storage', follow);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', follow);
  };
}

function show(appearance: Appearance): void {
  current = appearance;
  const { dataset } = document.documentElement;
  for (const name of settings) {
    if (appearance[name] === usualAppearance[name]) delete dataset[name];
    else dataset[name] = appearance[name];
  }
  for (const listener of listeners) listener();
}

function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey('appearance'));
  } catch {
    return null;
  }
}
