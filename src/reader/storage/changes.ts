import type { StoreName } from './records.ts';

/** @param keys of the records that changed; absent: it may be any */
type Listener = (store: StoreName, keys?: readonly string[]) => void;

/** Tells every tab of this reader that something in a store has changed. Without BroadcastChannel, this tab only. */
export class Changes {
  readonly #listeners = new Set<Listener>();
  readonly #channel: BroadcastChannel | undefined;

  constructor(name: string) {
    this.#channel = openChannel(name);
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const told: readonly unknown[] | undefined = Array.isArray(data) ? data : undefined;
      const store = told === undefined ? data : told[0];
      if (isStoreName(store)) this.#tell(store, told?.slice(1).map(String));
    });
  }

  /** @param keys of the records that changed; without them it may be any */
  announce(store: StoreName, keys?: readonly string[]): void {
    this.#tell(store, keys);
    this.#channel?.postMessage(keys === undefined ? store : [store, ...keys]);
  }

  /** Returns how to stop. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#channel?.close();
  }

  #tell(store: StoreName, keys?: readonly string[]): void {
    for (const listener of this.#listeners) listener(store, keys);
  }
}

const storeNames: Record<StoreName, true> = {
  saved: true,
  copies: true,
  visits: true,
  positions: true,
  readings: true,
  settings: true,
};

function isStoreName(data: unknown): data is StoreName {
  return typeof data === 'string' && Object.hasOwn(storeNames, data);
}

function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
