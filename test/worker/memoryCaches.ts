/** Cache Storage in memory, as far as the worker uses it, that can be full. */
export class MemoryCaches implements CacheStorage {
  readonly #caches = new Map<string, MemoryCache>();
  /** Bytes that fit; more is refused as a browser does. */
  room = Infinity;

  open(name: string): Promise<Cache> {
    const cache = this.#caches.get(name) ?? new MemoryCache(this);
    this.#caches.set(name, cache);
    return Promise.resolve(cache);
  }

  async match(url: string): Promise<Response | undefined> {
    for (const cache of this.#caches.values()) {
      const found = await cache.match(url);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  has(name: string): Promise<boolean> {
    return Promise.resolve(this.#caches.has(name));
  }

  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.#caches.delete(name));
  }

  keys(): Promise<string[]> {
    return Promise.resolve([...this.#caches.keys()]);
  }

  used(): number {
    return [...this.#caches.values()].reduce((sum, cache) => sum + cache.bytes(), 0);
  }
}

interface Entry {
  bytes: ArrayBuffer;
  headers: Headers;
}

class MemoryCache implements Cache {
  readonly #entries = new Map<string, Entry>();
  readonly #storage: MemoryCaches;

  constructor(storage: MemoryCaches) {
    this.#storage = storage;
  }

  bytes(): number {
    return [...this.#entries.values()].reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  }

  match(key: RequestInfo | URL): Promise<Response | undefined> {
    const entry = this.#entries.get(urlOf(key));
    return Promise.resolve(entry && responseOf(entry));
  }

  matchAll(): Promise<Response[]> {
    return Promise.resolve([...this.#entries.values()].map(responseOf));
  }

  async put(key: RequestInfo | URL, response: Response): Promise<void> {
    const bytes = await response.arrayBuffer();
    if (this.#storage.used() + bytes.byteLength > this.#storage.room) {
      throw new DOMException('full', 'QuotaExceededError');
    }
    this.#entries.delete(urlOf(key));
    this.#entries.set(urlOf(key), { bytes, headers: response.headers });
  }

  delete(key: RequestInfo | URL): Promise<boolean> {
    return Promise.resolve(this.#entries.delete(urlOf(key)));
  }

  keys(): Promise<Request[]> {
    return Promise.resolve([...this.#entries.keys()].map((url) => new Request(url)));
  }

  add(): Promise<void> {
    throw new Error('the worker puts what it has proved, and nothing else');
  }

  addAll(): Promise<void> {
    return this.add();
  }
}

function urlOf(key: RequestInfo | URL): string {
  return typeof key === 'string' ? key : key instanceof URL ? key.href : key.url;
}

function responseOf({ bytes, headers }: Entry): Response {
  return new Response(bytes, { headers });
}
