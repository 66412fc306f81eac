import * as v from 'valibot';
import { isSparing } from '../model/sparing.ts';
import { toWorkerSchema } from '../model/workerMessages.ts';
import { answerData, answerPage, answerPointer } from './answers.ts';
import { moveToOwnNames } from './cacheNames.ts';
import type { Device } from './device.ts';
import { hear } from './hear.ts';
import { followTab } from './openPages.ts';
import { isDead } from './isDead.ts';
import { pruneShells } from './pruneShells.ts';
import { answerPicture } from './pictures.ts';
import { routeOf, type Route } from './route.ts';
import { workerScope, type FetchEvent, type OpenPage } from './scope.ts';
import { parseShell } from './shell.ts';
import { TakeAlong } from './take/TakeAlong.ts';
import { answerAsset, fillShell } from './shellCache.ts';

/**
 * A page or its data that is not there by then comes from the network as if there were no worker. Scripts and pictures
 * have a patience of their own: what is still coming in is not asked for a second time. Milliseconds.
 */
const watchdog = 12_000;

const scope = workerScope();
const device: Device = {
  fetch: (url, init) => fetch(url, init),
  caches,
  now: () => Date.now(),
  origin: scope.location.origin,
  base: new URL(scope.registration.scope).pathname,
  // The publisher puts the list here: it knows every file of the reader under the edition's own base.
  shell: parseShell('__LEDE_SHELL__'),
  savesData: () => isSparing(Reflect.get(navigator, 'connection')),
  tabs: openTabs,
  tell: (message) => {
    void openTabs().then((pages) => pages.forEach((page) => page.postMessage(message, [])));
  },
  line: 'ok',
};

const take = new TakeAlong(device);

/** Whether the worker that was in charge before this one did nothing. */
let wasDead = false;

scope.addEventListener('install', (event) => event.waitUntil(install()));

scope.addEventListener('activate', (event) => event.waitUntil(takeOver()));

async function install(): Promise<void> {
  const { active } = scope.registration;
  await fillShell(device);
  // Not while the device is busy with the shell: one that is merely slow has done nothing wrong.
  wasDead = await isDead(active, scope.location.href);
  // Only then: else a tab that is open goes on with the worker and the files it began with.
  if (wasDead) await scope.skipWaiting();
}

async function takeOver(): Promise<void> {
  // Before anything is answered. What cannot be moved now is moved by the next worker.
  await moveToOwnNames(caches, scope.registration.scope).catch(() => undefined);
  await scope.clients.claim();
  await pruneShells(device, (await openTabs()).length);
  // What the pages that are open asked for was said to nobody.
  if (wasDead) device.tell({ kind: 'lacking' });
}

function openTabs(): Promise<readonly OpenPage[]> {
  return scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
}

/** A worker that does nothing must not wait to take over: the host is asked for one in its place. */
async function replaceDead(): Promise<void> {
  const { registration, location } = scope;
  if (await isDead(registration.waiting, location.href)) await registration.update();
}

scope.addEventListener('fetch', (event) => {
  const route = routeOf(event.request, device);
  if (route !== undefined) event.respondWith(guarded(event, route));
});

/** A defect of ours, or work that never ends, costs a page nothing but the stored copy. */
async function guarded(event: FetchEvent, route: Route): Promise<Response> {
  const pass = (): Promise<Response> => fetch(event.request);
  const isFile = route.kind === 'asset' || route.kind === 'picture';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), watchdog);
  });
  try {
    const answered = answer(event, route, pass);
    return (await (isFile ? answered : Promise.race([answered, late]))) ?? (await pass());
  } catch {
    return pass();
  } finally {
    clearTimeout(timer);
  }
}

function answer(event: FetchEvent, route: Route, pass: () => Promise<Response>): Promise<Response> {
  const lasting = (work: Promise<unknown>): void => {
    event.waitUntil(work.catch(() => undefined));
  };
  switch (route.kind) {
    case 'page':
      return answerPage(device, route.address, lasting, pass);
    case 'data':
      return answerData(device, route.address, lasting);
    case 'pointer':
      return answerPointer(device);
    case 'asset':
      return answerAsset(device, route.path, pass);
    case 'picture':
      return answerPicture(device, route.url, lasting, pass);
  }
}

scope.addEventListener('message', (event) => {
  const message = v.safeParse(toWorkerSchema, event.data);
  if (!message.success) return;
  if (message.output.kind === 'apply') {
    event.waitUntil(scope.skipWaiting());
    return;
  }
  // Before it is answered: what a tab shows decides what may go.
  const tab = event.source?.id;
  if (tab !== undefined) event.waitUntil(followTab(device, tab, message.output));
  const reply = async (): Promise<void> => {
    const answered = await hear(device, take, message.output).catch(() => undefined);
    if (answered !== undefined) event.ports[0]?.postMessage(answered);
  };
  event.waitUntil(reply());
  if (message.output.kind === 'open') event.waitUntil(replaceDead().catch(() => undefined));
});
