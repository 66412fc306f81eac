import { shellAddress } from '../model/address.ts';
import { sha256 } from '../model/sha256.ts';
import { checkedHeader } from '../model/workerMessages.ts';
import { ask } from './ask.ts';
import { cacheName } from './cacheNames.ts';
import { urlOf, type Device } from './device.ts';
import { proveBarePage } from './proof.ts';
import { scriptsOf } from './scriptsOf.ts';
import type { ShellFile } from './shell.ts';
import { keep, type Held } from './store.ts';

/** Milliseconds in which something of a file of the shell must come. */
const patience = 30_000;
/** How long the shell's page is taken for current. Milliseconds. */
const shellLife = 60 * 60_000;

const typeOf: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/**
 * Brings the reader's own files onto the device, each compared with its hash.
 * @throws when one that is needed cannot be had whole: then this worker is not installed and the one before stays
 */
export async function fillShell(device: Device): Promise<void> {
  const files = wantedFiles(device, device.savesData() ? 'sparing' : 'all');
  const wasHere = await device.caches.has(shellName(device));
  const isHere = await Promise.all(files.map((file) => fetchFile(device, file).catch(() => false)));
  const lacking = files.find(({ isNeeded }, index) => isNeeded && isHere[index] !== true);
  if (lacking === undefined) await refreshShellPage(device);
  if (lacking === undefined && (await findShellPage(device)) !== undefined) return;
  // What is left of an install that failed is no reader. The same version may be in charge already, though.
  if (!wasHere) await device.caches.delete(shellName(device));
  throw new Error(`${lacking?.path ?? 'the shell'} could not be had whole`);
}

/**
 * How much of the reader is brought onto the device unasked: what no page comes to life without · `sparing` also what a page
 * fetches by itself, which the browser has by now · `all` that a reader may press, too. The rest, and slanted letters, come
 * when they are asked for, see answerAsset.
 */
type Extent = 'needed' | 'sparing' | 'all';

const ahead: Record<Extent, RegExp> = {
  needed: /^$/,
  sparing: /\/(late|sheets)-/,
  all: /^(?!.*-italic-)/,
};

function wantedFiles({ shell }: Device, extent: Extent): ShellFile[] {
  return shell.files.filter(({ path, isNeeded }) => isNeeded || ahead[extent].test(path));
}

/**
 * Brings what the shell lacks: a part that could not be had at the install, or all of it when the browser cleared its
 * caches under the worker.
 */
export async function mendShell(device: Device, extent: Extent): Promise<void> {
  const cache = await device.caches.open(shellName(device));
  const here = new Set((await cache.keys()).map(({ url }) => url));
  for (const file of wantedFiles(device, extent)) {
    if (here.has(urlOf(device, `/${file.path}`))) continue;
    if (!(await fetchFile(device, file)) && device.line !== 'ok') return;
  }
}

/**
 * Asks for the page that stands in for others, at most once an hour: it changes with lede.json. One that names another
 * reader's script is left to that reader's worker.
 */
export async function refreshShellPage(device: Device): Promise<void> {
  const url = urlOf(device, shellAddress);
  const held = await findShellPage(device);
  const age = device.now() - Number(held?.headers.get(checkedHeader) ?? 0);
  if (age >= 0 && age < shellLife) return;
  const asked = await ask(device, { url, types: ['text/html'], limit: patience });
  if (asked.kind !== 'new') return;
  const text = new TextDecoder().decode(asked.bytes);
  if (!(await proveBarePage(text, shellAddress)) || !namesOurs(device, text)) return;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    [checkedHeader]: String(device.now()),
  };
  await keep(device, shellName(device), url, new Response(text, { headers }));
}

/** The page that stands in for one whose HTML is not here. */
export async function findShellPage(device: Device): Promise<Response | undefined> {
  return (await device.caches.open(shellName(device))).match(urlOf(device, shellAddress));
}

/** A file with its hash in its name: from any version's shell, else from the network, kept when it is one of ours. */
export async function answerAsset(
  device: Device,
  path: string,
  pass: () => Promise<Response>,
): Promise<Response> {
  const held = await device.caches.match(urlOf(device, `/${path}`), { ignoreVary: true });
  if (held !== undefined) return held;
  const file = device.shell.files.find((one) => one.path === path);
  if (file !== undefined && (await fetchFile(device, file))) {
    const kept = await device.caches.match(urlOf(device, `/${path}`), { ignoreVary: true });
    if (kept !== undefined) return kept;
  }
  return pass();
}

/** Whether the scripts that a page starts with are on this device. */
export async function isScriptHeld(device: Device, { response, scripts }: Held): Promise<boolean> {
  // A page that was kept before its scripts were noted beside it is read through.
  const named = scripts ?? scriptsOf(await response.clone().text());
  const ours = await device.caches.open(shellName(device));
  const find = async (script: string): Promise<boolean> => {
    const url = urlOf(device, `/${script}`);
    // Those of this version stand in one cache; looking through all of them is for a page of an earlier one.
    const found = (await ours.match(url)) ?? (await device.caches.match(url, { ignoreVary: true }));
    return found !== undefined;
  };
  const found = await Promise.all(named.map(find));
  return named.length > 0 && !found.includes(false);
}

async function fetchFile(device: Device, file: ShellFile): Promise<boolean> {
  const { path, sha256: wanted } = file;
  const url = urlOf(device, `/${path}`);
  const cache = await device.caches.open(shellName(device));
  if ((await cache.match(url)) !== undefined) return true;
  const type = typeOf[path.slice(path.lastIndexOf('.') + 1)];
  if (type === undefined) return false;
  // The page itself has just loaded most of these, so the browser has them. What it has may be damaged and its own for a
  // year: then the host is asked past it, which mends the browser's copy too.
  for (const from of ['default', 'reload'] as const) {
    const asked = await ask(device, {
      url,
      types: 'proven',
      limit: patience,
      isPatient: true,
      cache: from,
    });
    if (asked.kind === 'failed' && !['unreadable', 'sign-in'].includes(asked.why)) return false;
    if (asked.kind !== 'new' || (await sha256(asked.bytes)) !== wanted) continue;
    const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' };
    return keep(device, shellName(device), url, new Response(asked.bytes, { headers }));
  }
  return false;
}

/** The cache of this worker's own reader. */
export function shellName(device: Device): string {
  return cacheName(device.base, 'shell') + device.shell.version;
}

function namesOurs({ shell }: Device, page: string): boolean {
  const scripts = scriptsOf(page);
  const isOurs = (script: string): boolean =>
    shell.files.some(({ path, isNeeded }) => isNeeded && path === script);
  return scripts.length > 0 && scripts.every(isOurs);
}
