import { useSyncExternalStore } from 'react';

let isIdle = false;
const waiting = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  if (!isIdle && waiting.size === 0) begin();
  waiting.add(listener);
  return () => waiting.delete(listener);
}

function begin(): void {
  const rest = (): void => {
    isIdle = true;
    for (const listener of waiting) listener();
  };
  // Safari has no idle callback; the app starts after the first picture, so the page is on screen by then.
  if ('requestIdleCallback' in window) requestIdleCallback(rest, { timeout: 2000 });
  else setTimeout(rest, 200);
}

/** False in a first render, true once the page stands and nothing else is going on: when what can wait may be loaded. */
export function useIdle(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isIdle,
    () => false,
  );
}
