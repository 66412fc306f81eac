import { cacheName, moveToOwnNames } from './cacheNames.ts';
import { workerScope } from './scope.ts';

/**
 * A worker that undoes workers. Should a bad one ever be out there, this file takes its place at the same address: it
 * takes over at once, forgets pages and scripts, unregisters, and has every tab load its page from the network. What
 * readers took along or kept stays.
 */
const scope = workerScope();

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));

scope.addEventListener('activate', (event) => event.waitUntil(undo()));

async function undo(): Promise<void> {
  const home = scope.registration.scope;
  const base = new URL(home).pathname;
  // A bad worker may be of the time before editions had names of their own; whatever fails here, it goes.
  await moveToOwnNames(caches, home).catch(() => undefined);
  const [pagesName, shells] = [cacheName(base, 'pages'), cacheName(base, 'shell')];
  const names = (await caches.keys()).filter(
    (name) => name === pagesName || name.startsWith(shells),
  );
  await Promise.all(names.map((name) => caches.delete(name)));
  await scope.registration.unregister();
  // Pages go on registering what stands at this address: without anything to undo, they are left in peace.
  if (names.length === 0) return;
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  await Promise.all(pages.map((page) => page.navigate(page.url).catch(() => undefined)));
}
