import type { FromWorker, Line } from '../model/workerMessages.ts';
import type { Shell } from './shell.ts';

/** The outside world of the worker, handed in. */
export interface Device {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  caches: CacheStorage;
  /** Milliseconds since 1970. */
  now: () => number;
  /** `https://host` */
  origin: string;
  /** Base path of the edition, `/` or `/news/`. */
  base: string;
  shell: Shell;
  /** Whether nothing should be fetched that is not needed. */
  savesData: () => boolean;
  /** The tabs that are open: what the browser calls each, and the URL with which it began. */
  tabs: () => Promise<readonly { id: string; url: string }[]>;
  /** Tells every open page. */
  tell: (message: FromWorker) => void;
  /** What the last request told of the line. */
  line: Line;
}

/** The whole URL of an address of the edition. */
export function urlOf({ origin, base }: Device, address: string): string {
  return origin + base + address.slice(1);
}
