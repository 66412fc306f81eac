import type { Problem } from '../../model/problem.ts';
import type { Files } from '../press/files.ts';
import { inTurns } from './inTurns.ts';
import type { Fetch } from './safeFetch.ts';
import { failed, type FetchFailure } from './fetched.ts';
import { pathsOf, prune, readPictureNote, writePicture } from './pictureNotes.ts';

interface PictureFetching {
  files: Files;
  /** Where fetched pictures are kept as they came. */
  folder: string;
  now: Date;
  fetch: Fetch;
  /** Milliseconds that pass, whatever the day: a test lets them fly. */
  ticks?: () => number;
  /** Addresses of pictures that stories name and that need not be looked at in this run. */
  alsoNamed?: readonly string[];
  progress: (done: number, total: number) => void;
}

/** A picture on another host. */
export interface RemotePicture {
  address: string;
  /** The feed that names it; empty for our own stories. */
  feed: string;
}

/** A picture of another host: a file of ours now, or why there is none. */
export type FetchedPicture = { ok: true; path: string } | { ok: false; problem: Problem };

const day = 24 * 60 * 60 * 1000;
const limits = { bytes: 10 * 1024 * 1024, milliseconds: 20_000 };
const atOnce = 8;
const perHost = 2;
/** After so many pictures that a host did not deliver in time, it is left alone for this run. */
const hostPatience = 2;
/** Time that the pictures of one feed may lose to slow and dead hosts in one run. Milliseconds. */
const patience = 60_000;

const dead: ReadonlySet<FetchFailure['code']> = new Set([
  ...(['slow-host', 'unreachable-host', 'unknown-host', 'private-address'] as const),
  ...(['cut-off-answer', 'bad-certificate'] as const),
]);

/**
 * Fetches the pictures that sources name on other hosts, each once, and asks again after a day whether it changed.
 * One that can no longer be had is used as it was. What no story names any more is removed.
 *
 * @param wanted with absolute web addresses
 * @returns by address
 */
export async function fetchPictures(
  wanted: readonly RemotePicture[],
  work: PictureFetching,
): Promise<ReadonlyMap<string, FetchedPicture>> {
  const { ticks = () => performance.now() } = work;
  const feeds = new Map(wanted.map(({ address, feed }) => [address, feed]));
  const addresses = [...feeds.keys()];
  const pictures = new Map<string, FetchedPicture>();
  const failures = new Map<string, number>();
  const lost = new Map<string, number>();

  const ask: Fetch = async (address, options) => {
    const host = hostOf(address);
    const failedBefore = failures.get(host) ?? 0;
    if (failedBefore >= hostPatience) return failed('slow-host', 'its host does not deliver');
    const feed = feeds.get(address) ?? '';
    if ((lost.get(feed) ?? 0) >= patience) {
      const message = 'hosts of other pictures took too long; the next run asks again';
      return failed('slow-host', message);
    }
    const start = ticks();
    const fetched = await work.fetch(address, options);
    const isDead = fetched.kind === 'failed' && dead.has(fetched.code);
    if (isDead) failures.set(host, (failures.get(host) ?? 0) + 1);
    const took = ticks() - start;
    if (isDead || took > limits.milliseconds / 4) lost.set(feed, (lost.get(feed) ?? 0) + took);
    return fetched;
  };
  await inTurns(addresses, { atOnce, perGroup: perHost, groupOf: hostOf }, async (address) => {
    pictures.set(address, await fetchPicture(address, { ...work, fetch: ask }));
    work.progress(pictures.size, addresses.length);
  });
  await prune(work.files, work.folder, [...addresses, ...(work.alsoNamed ?? [])]);
  return pictures;
}

async function fetchPicture(
  address: string,
  { files, folder, now, fetch }: PictureFetching,
): Promise<FetchedPicture> {
  const { picture: path } = pathsOf(folder, address);
  const note = await readPictureNote(files, folder, address);
  const age = note === undefined ? Infinity : now.getTime() - Date.parse(note.checked);
  if (age >= 0 && age < day) return { ok: true, path };
  const fetched = await fetch(address, {
    ...{ accept: 'image/avif, image/webp, image/*, */*;q=0.5', limits },
    ...(note?.etag === undefined ? {} : { etag: note.etag }),
    ...(note?.lastModified === undefined ? {} : { lastModified: note.lastModified }),
  });
  const checked = now.toISOString();
  if (fetched.kind === 'fetched') {
    const { bytes, etag, lastModified } = fetched;
    await writePicture(files, folder, address, bytes, {
      checked,
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { lastModified }),
    });
    return { ok: true, path };
  }
  if (note !== undefined) {
    const isSame = fetched.kind === 'not-modified';
    if (isSame) await writePicture(files, folder, address, undefined, { ...note, checked });
    return { ok: true, path };
  }
  if (fetched.kind === 'not-modified') return missing(address, 'its host sent nothing');
  return missing(address, fetched.message, fetched.mend);
}

function missing(address: string, reason: string, mend?: string): FetchedPicture {
  const message = `the picture ${address.slice(0, 200)} could not be fetched: ${reason}`;
  const problem = { code: 'missing-picture', at: 'picture', message };
  return { ok: false, problem: { ...problem, ...(mend === undefined ? {} : { mend }) } };
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : '';
}
