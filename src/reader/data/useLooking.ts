import { useSyncExternalStore } from 'react';
import { isLooking, subscribeToLooking } from './looking.ts';

/**
 * Whether the app may look for a newer edition, followed: who asks by a timer has to hear of it, or the timer that is
 * already set asks once more.
 */
export function useLooking(): boolean {
  return useSyncExternalStore(subscribeToLooking, isLooking, () => true);
}
