type Listener = (address: string | undefined) => void;

let listener: Listener | undefined;

/** The reader seems to be going to this page, which is in memory and current; undefined when it was nothing. */
export function meanPage(address: string | undefined): void {
  listener?.(address);
}

/** Hears where the reader seems to be going: one at a time, the page that is on screen. Returns how to stop. */
export function listenForMeant(next: Listener): () => void {
  listener = next;
  return () => {
    if (listener === next) listener = undefined;
  };
}
