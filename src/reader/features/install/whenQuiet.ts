const stirrings = ['scroll', 'pointerdown', 'pointermove', 'keydown', 'touchmove'] as const;

/**
 * Calls back once the page has been in view for a while without the reader doing anything to it.
 * @param quiet milliseconds
 * @returns how to stop waiting
 */
export function whenQuiet(callback: () => void, quiet: number): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let timer: ReturnType<typeof setTimeout>;
  const begin = (): void => {
    clearTimeout(timer);
    if (document.visibilityState !== 'visible') return;
    timer = setTimeout(() => {
      stop.abort();
      callback();
    }, quiet);
  };
  for (const stirring of stirrings) {
    window.addEventListener(stirring, begin, { passive: true, signal });
  }
  document.addEventListener('visibilitychange', begin, { signal });
  begin();
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}
