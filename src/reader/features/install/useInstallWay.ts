import { useSyncExternalStore } from 'react';
import { readInstallPrompt, subscribeToInstallPrompt } from './installPrompt.ts';

/**
 * How this edition comes onto this device's home screen: `prompt` the browser asks when told to, `share` the reader does
 * it by the Share menu of an iPhone or iPad. Undefined where there is no way, or it is there already.
 */
export type InstallWay = 'prompt' | 'share';

export function findInstallWay(): InstallWay | undefined {
  if (isStandalone()) return undefined;
  if (readInstallPrompt() !== undefined) return 'prompt';
  return isAppleTouch() ? 'share' : undefined;
}

/** The same, followed. */
export function useInstallWay(): InstallWay | undefined {
  return useSyncExternalStore(subscribeToInstallPrompt, findInstallWay);
}

function isStandalone(): boolean {
  return (
    Reflect.get(navigator, 'standalone') === true ||
    window.matchMedia('(display-mode: standalone)').matches
  );
}

/** Only Apple's browsers know the property; a Mac has it too, and no Share menu with a home screen. */
function isAppleTouch(): boolean {
  return 'standalone' in navigator && navigator.maxTouchPoints > 1;
}
