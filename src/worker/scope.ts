/**
 * The part of a service worker's world that ours uses. The compiler's own types for it cannot stand in one program with
 * those of a page. Source: https://w3c.github.io/ServiceWorker/
 */
export interface WorkerScope {
  readonly location: { readonly origin: string; readonly href: string };
  readonly registration: {
    readonly scope: string;
    readonly active: OtherWorker | null;
    readonly waiting: OtherWorker | null;
    unregister(): Promise<boolean>;
    update(): Promise<unknown>;
  };
  readonly clients: {
    matchAll(options?: {
      type?: 'window';
      includeUncontrolled?: boolean;
    }): Promise<readonly OpenPage[]>;
    claim(): Promise<void>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<Kind extends keyof WorkerEvents>(
    kind: Kind,
    listener: (event: WorkerEvents[Kind]) => void,
  ): void;
}

interface WorkerEvents {
  install: LastingEvent;
  activate: LastingEvent;
  fetch: FetchEvent;
  message: PageMessageEvent;
}

/** A worker of the same edition, as another one sees it. */
export interface OtherWorker {
  readonly scriptURL: string;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

/** A tab or window of ours. */
export interface OpenPage {
  readonly id: string;
  readonly url: string;
  postMessage(message: unknown, transfer: Transferable[]): void;
  navigate(url: string): Promise<unknown>;
}

/** The worker lives at least until what it waits for is done. */
export interface LastingEvent {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface PageMessageEvent extends LastingEvent {
  readonly data: unknown;
  /** Who says it; a worker has no id. */
  readonly source: { readonly id?: string } | null;
  readonly ports: readonly MessagePort[];
}

/** The world this script runs in. */
export function workerScope(): WorkerScope {
  return globalThis as unknown as WorkerScope;
}
