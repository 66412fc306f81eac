import { problemHeader } from '../model/workerMessages.ts';
import type { Failure } from './ask.ts';
import type { Device } from './device.ts';
import { isFresh } from './isFresh.ts';
import { findPointer, refresh, refreshPointer, type Refreshed } from './refresh.ts';
import { isOurs } from './route.ts';
import { findShellPage, isScriptHeld } from './shellCache.ts';
import { findHeld, type Held } from './store.ts';

/** How long the network may take, in milliseconds. */
const limits = {
  /** When there is a stored copy to show instead. */
  beforeStored: 1000,
  /** For the HTML of a page, when only the shell can stand in for it. */
  beforeShell: 3000,
  /** For a page's data, when there is nothing else. */
  atMost: 8000,
};
/** A copy checked this recently is not asked about again. Milliseconds. */
const justNow = 60_000;

type Lasting = (work: Promise<unknown>) => void;

/** A page's data. Stories come from this device at once; fronts and lists when they were checked lately. */
export async function answerData(
  device: Device,
  address: string,
  lasting: Lasting,
): Promise<Response> {
  const held = await findHeld(device, address, 'json');
  if (held !== undefined && (await mayShowAtOnce(device, address, held))) {
    if (isStory(address)) lasting(offerNewer(device, address, 'json', held));
    return held.response;
  }
  const refreshed = refresh(device, address, 'json', limits.atMost);
  lasting(refreshed);
  const first = await within(refreshed, held && limits.beforeStored);
  if (first?.kind === 'new') return textAnswer(first.text, 'application/json');
  // What comes too late is offered, never swapped in.
  if (held !== undefined && first === undefined) {
    lasting(offerLate(device, address, held, refreshed));
  }
  if (first?.kind === 'other') return problem('not-here');
  // What was asked for at the same moment may have come meanwhile; then the host says no more than that it is current.
  const copy = held ?? (await findHeld(device, address, 'json'));
  if (copy !== undefined) return copy.response;
  return problem(first?.kind === 'failed' ? first.why : 'unreadable');
}

/**
 * A page as HTML, or the shell in its place when its data is here, or when nothing came and the app can say so. One that
 * stands beside the edition comes as its host gives it, headers, redirects and all.
 */
export async function answerPage(
  device: Device,
  address: string,
  lasting: Lasting,
  pass: () => Promise<Response>,
): Promise<Response> {
  const page = await findHeld(device, address, 'html');
  // A page whose script is gone would stay a page of plain links; the shell brings it to life from its data.
  // Asked at once: a page on the device is painted sooner the fewer of these follow each other.
  const [isAlive, isCurrent] =
    page === undefined
      ? [false, false]
      : await Promise.all([isScriptHeld(device, page), mayShowAtOnce(device, address, page)]);
  const held = isAlive ? page : undefined;
  if (held !== undefined && isCurrent) {
    if (isStory(address)) lasting(offerNewer(device, address, 'html', held));
    return held.response;
  }
  const data = await findHeld(device, address, 'json');
  const refreshed = refresh(device, address, 'html', limits.atMost);
  lasting(refreshed);
  const hasCopy = held !== undefined || data !== undefined;
  const first = await within(refreshed, hasCopy ? limits.beforeStored : limits.beforeShell);
  if (first?.kind === 'new') return textAnswer(first.text, 'text/html');
  if (!hasCopy && !isOurs(address) && first !== undefined && isBeside(first)) return pass();
  if (first?.kind === 'other') return textAnswer(first.text, 'text/html', first.status);
  if (held !== undefined) {
    if (first === undefined) lasting(offerLate(device, address, held, refreshed));
    return held.response;
  }
  const copy = page ?? (await findHeld(device, address, 'html'));
  if (first?.kind === 'same' && copy !== undefined) return copy.response;
  return (await findShellPage(device)) ?? copy?.response ?? Response.error();
}

/** Whether what came may be somebody's page, and is none of the edition's. */
function isBeside(came: Refreshed): boolean {
  if (came.kind === 'other') return came.status === 200;
  return came.kind === 'failed' && ['sign-in', 'unreadable'].includes(came.why);
}

/** Which edition is current: the network's word, else what was last known. */
export async function answerPointer(device: Device): Promise<Response> {
  const asked = await refreshPointer(device, limits.beforeShell);
  if (asked.kind === 'new') return textAnswer(asked.text, 'application/json');
  const held = await findPointer(device);
  if (held !== undefined) return textAnswer(held.text, 'application/json');
  return problem(asked.kind === 'failed' ? asked.why : 'unreadable');
}

async function mayShowAtOnce(device: Device, address: string, held: Held): Promise<boolean> {
  return isStory(address) || isFresh(device, address, held);
}

/** Stories are shown at once and brought up to date after that; fronts and lists are asked for when they are old. */
export function isStory(address: string): boolean {
  return address.startsWith('/story/');
}

/** Brings a copy that was shown up to date, and tells the pages when it had changed. */
export async function offerNewer(
  device: Device,
  address: string,
  kind: 'html' | 'json',
  held: Pick<Held, 'version' | 'checked'>,
): Promise<void> {
  const age = device.now() - held.checked;
  if (age >= 0 && age < justNow) return;
  await offerLate(device, address, held, refresh(device, address, kind, limits.atMost));
}

async function offerLate(
  device: Device,
  address: string,
  held: Pick<Held, 'version'>,
  refreshed: Promise<Refreshed>,
): Promise<void> {
  const late = await refreshed;
  if (late.kind === 'new' && late.version !== held.version) {
    device.tell({ kind: 'newer', address, version: late.version, than: held.version });
  }
}

/** What came within the time, or undefined. Without a limit: what came. */
async function within<Value>(
  work: Promise<Value>,
  limit: number | undefined,
): Promise<Value | undefined> {
  if (limit === undefined) return work;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limit);
  });
  const first = await Promise.race([work, late]);
  clearTimeout(timer);
  return first;
}

function textAnswer(text: string, type: string, status = 200): Response {
  return new Response(text, {
    status,
    headers: { 'content-type': `${type}; charset=utf-8`, 'x-content-type-options': 'nosniff' },
  });
}

/** A failure as an answer, so that the page can say which it was. */
function problem(why: Failure): Response {
  return new Response('', {
    status: why === 'not-here' ? 404 : 504,
    headers: { 'content-type': 'text/plain', [problemHeader]: why },
  });
}
