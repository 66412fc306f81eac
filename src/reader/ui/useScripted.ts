import { useSyncExternalStore } from 'react';

const never = (): (() => void) => () => undefined;

/** False in the publisher and in a first render, true once script runs: for controls that do nothing without it. */
export function useScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
