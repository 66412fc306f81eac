import type { StoreName } from './records.ts';

type Listener = (store: StoreName) => void;

/** Tells every tab of this reader that something in a store has changed. Without BroadcastChannel, this tab only. */
export class Changes {
  readonly #listeners = new Set<Listener>();
  readonly #channel: BroadcastChannel | undefined;

  constructor(name: string) {
    this.#channel = openChannel(name);
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isStoreName(data)) this.#tell(data);
    });
  }

  announce(...stores: StoreName[]): void {
    for (const store of stores) {
      this.#tell(store);
      this.#channel?.postMessage(store);
    }
  }

  /** Returns how to stop. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#channel?.close();
  }

  #tell(store: StoreName): void {
    for (const listener of this.#listeners) listener(store);
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
