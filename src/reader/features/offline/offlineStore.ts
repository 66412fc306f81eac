import type { FromWorker, HeldPage, Line } from '../../../model/workerMessages.ts';
import { savesData } from '../../data/savesData.ts';
import { askWorker, hearWorker, tellWorker } from '../../data/askWorker.ts';
import { registerWorker, renewWorker } from './registerWorker.ts';
import { savedPages } from './savedPages.ts';

/** What is known of the line and of what is on this device. */
export interface Offline {
  line: Line;
  /** Newest first; undefined until the worker has said. */
  held: readonly HeldPage[] | undefined;
  /** Newer copies that came after an older one was shown, by address. */
  newer: ReadonlyMap<string, Newer>;
  /** What the reader has put away: versions, ages of pages, and how the line is, until that changes. */
  dismissed: ReadonlySet<string>;
}

/** A version, and those that it is newer than; undefined among them: any but itself. */
interface Newer {
  version: string;
  than: readonly (string | undefined)[];
}

/** How often a line in trouble is tried again while the page is visible: from, to, milliseconds. */
const [soonest, latest] = [4000, 32_000];
/** After how long what is lacking near the page is asked for again; then after twice as long. Milliseconds. */
const firstPause = 4000;

const dismissed = new Set<string>();
let state: Offline = { line: 'ok', held: undefined, newer: new Map(), dismissed };
const listeners = new Set<() => void>();
let wait = soonest;
let timer: ReturnType<typeof setTimeout> | undefined;
let edition = '/';
let opened = '/';
let pause = firstPause;
let nearTimer: ReturnType<typeof setTimeout> | undefined;
/** Whether the worker ever answered. */
let isHeard = false;
/** Which word on the line is the last: an earlier one that is still being followed comes to nothing. */
let words = 0;

/** Registers the worker and follows what it says. Once for the life of the page. */
export function startOffline(base: string): void {
  edition = base;
  hearWorker((message) => {
    if (message.kind === 'state') void followLine(message.line);
    if (message.kind === 'lacking') askAgain();
    if (message.kind === 'newer') {
      const { address, version, than } = message;
      const before = state.newer.get(address);
      const others = before?.version === than ? (before?.than ?? []) : [];
      change({ newer: new Map([...state.newer, [address, { version, than: [...others, than] }]]) });
    }
    if (message.kind === 'kept' && state.line !== 'ok') void followHeld();
  });
  void registerWorker(base);
  // The browser's own word is a hint that it is time to ask, never an answer.
  for (const hint of ['online', 'offline', 'focus']) window.addEventListener(hint, probe);
  document.addEventListener('visibilitychange', probe);
  void (navigator.onLine ? followState() : tryLine());
}

/** The version of a page that came after this one was shown. What was shown since then may be newer than either. */
export function newerThan(
  { newer }: Offline,
  address: string,
  shown: string | undefined,
): string | undefined {
  const known = newer.get(address);
  const isNewer = known?.than.some((one) => one === (one === undefined ? undefined : shown));
  return isNewer && known?.version !== shown ? known?.version : undefined;
}

/** For useSyncExternalStore. */
export function readOffline(): Offline {
  return state;
}

export function subscribeToOffline(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Puts away what a notice says. */
export function dismiss(what: string): void {
  dismissed.add(what);
  change({});
}

/** Tells the worker which page is open, so that it and what is near it are kept. */
export function openPage(address: string): void {
  opened = address;
  pause = firstPause;
  clearTimeout(nearTimer);
  tellOpened();
}

function tellOpened(): void {
  if (!isHeard) void followState();
  void tellWorker({ kind: 'open', address: opened, saving: savesData() });
}

/** Not everything near the page could be had: asked for once more after a while, each time a longer one. */
function askAgain(): void {
  clearTimeout(nearTimer);
  nearTimer = setTimeout(() => {
    if (document.visibilityState !== 'visible' || state.line !== 'ok') return askAgain();
    pause *= 2;
    tellOpened();
  }, pause);
}

/** What is on this device, asked for now: what the worker keeps, and the stories that the reader saved. */
export async function followHeld(): Promise<void> {
  const [answer, saved] = await Promise.all([askWorker({ kind: 'held' }), savedPages(edition)]);
  if (answer?.kind !== 'held' && saved.length === 0) return;
  const addresses = new Set(saved.map(({ address }) => address));
  const others = answer?.kind === 'held' ? answer.pages : [];
  change({ held: [...others.filter(({ address }) => !addresses.has(address)), ...saved] });
}

type Known = Pick<Extract<FromWorker, { kind: 'state' }>, 'checked' | 'version' | 'isOld'>;

/** When the worker's copy of a page was last known to be current, in milliseconds since 1970, and whether that is old. */
export async function askKnown(address: string): Promise<Known> {
  const answer = await askWorker({ kind: 'state', address });
  return answer?.kind === 'state' ? answer : {};
}

async function followState(): Promise<void> {
  const answer = await askWorker({ kind: 'state', address: '/' });
  if (answer?.kind !== 'state') return renewWorker(edition);
  isHeard = true;
  await followLine(answer.line);
}

async function followLine(line: Line): Promise<void> {
  words += 1;
  const word = words;
  if (line !== 'ok') {
    if (state.held === undefined || state.line === 'ok') await followHeld();
    if (word !== words) return;
    again();
  } else {
    wait = soonest;
    clearTimeout(timer);
  }
  if (line === state.line) return;
  dismissed.delete(state.line);
  change({ line });
}

function again(): void {
  clearTimeout(timer);
  timer = setTimeout(probe, wait);
  wait = Math.min(wait * 2, latest);
}

/** Asks how the line is, when it was in trouble or the browser hints at a change. */
function probe(event?: Event): void {
  const isHint = event?.type === 'offline' || event?.type === 'online';
  if (document.visibilityState !== 'visible' || (state.line === 'ok' && !isHint)) return;
  void tryLine();
}

async function tryLine(): Promise<void> {
  const answer = await askWorker({ kind: 'probe' });
  if (answer?.kind === 'state') await followLine(answer.line);
  // A worker that was too busy to answer, or is only now begun again.
  else if (state.line !== 'ok') again();
}

function change(part: Partial<Offline>): void {
  state = { ...state, ...part };
  for (const listener of listeners) listener();
}
