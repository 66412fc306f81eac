import type { ComponentType } from 'react';
import type { Site } from '../../model/edition.ts';
import { keepInstallPrompt } from '../features/install/installPrompt.ts';
import { registerWorker } from '../features/offline/registerWorker.ts';
import { restOfSheets } from '../ui/restOfSheets.ts';
import type { PageShown } from './pageShown.ts';
import { whenIdle } from './whenIdle.ts';

type Notice = ComponentType<PageShown>;

let notice: Notice | undefined;
const listeners = new Set<() => void>();

/**
 * Starts what no page needs to be read: the worker and the notices. Only once the page is whole and the browser idle,
 * so that it competes with nothing the reader waits for.
 */
export function startLate(site: Site): void {
  keepInstallPrompt();
  whenIdle(() => void bringNotice(site));
}

/** The component that shows notices, once it is here. For useSyncExternalStore. */
export function readNotice(): Notice | undefined {
  return notice;
}

export function subscribeToNotice(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function bringNotice({ base }: Site): Promise<void> {
  try {
    const late = await import('./Notices.tsx');
    late.startOffline(base);
    await restOfSheets();
    notice = late.Notices;
    for (const listener of listeners) listener();
  } catch {
    // The line dropped, or the script stays damaged: the page is read without it, and the next page tries again. What is
    // kept for reading offline does not hang on a notice.
    await registerWorker(base);
  }
}
