import { join } from 'node:path';
import { failed } from './fetch/fetched.ts';
import type { FeedWork } from './fetch/askFeed.ts';
import type { FetchedFeeds } from './fetch/feeds.ts';
import type { Fetch } from './fetch/safeFetch.ts';
import { fetchPictures } from './fetch/pictures.ts';
import { isAllowedHost } from './fetch/target.ts';
import type { Files } from './press/files.ts';
import {
  pressPictures,
  remoteAddressOf,
  type PressedPictures,
  type WantedPicture,
} from './press/pictures.ts';
import { isFeedAddress } from './sources/feedAddress.ts';

/** How far a run may reach into the world outside. */
export interface Reach {
  /** `host` or `host:port` on the editor's own network that may be asked. */
  allowHosts: readonly string[];
  /** Nothing is asked; feeds and pictures are as they were. */
  isOffline: boolean;
  /** Stories come with their pictures. */
  hasPictures: boolean;
}

interface Reaching {
  files: Files;
  fetch: Fetch;
  reach: Reach;
  now: Date;
  /** Where feeds are remembered and pictures made; absent: nothing is written, and pictures are only looked for. */
  stateFolder?: string;
  /** Whether an item of a feed is a story that is out. */
  isOut?: FeedWork['isOut'];
  progress: (stage: string, done: number, total: number) => void;
}

function noFeeds(): FetchedFeeds {
  return {
    ...{ items: [], refused: [], warnings: [], read: [], unheard: [] },
    ...{ full: [], areDown: false },
  };
}

/** Reads the feeds at these addresses. When nothing may be asked, none of them is said to be down. */
export async function fetchWithin(
  addresses: readonly string[],
  on: Reaching,
): Promise<FetchedFeeds> {
  // They are read by formats that a run without feeds may do without.
  if (addresses.length === 0) return noFeeds();
  const { fetchFeeds } = await import('./fetch/feeds.ts');
  const { files, now, stateFolder } = on;
  const read = await fetchFeeds(addresses, {
    ...{ files, now, fetch: fetchFor(on.reach, on.fetch), allowHosts: on.reach.allowHosts },
    ...(on.isOut === undefined ? {} : { isOut: on.isOut }),
    ...(stateFolder === undefined ? {} : { folder: join(stateFolder, 'feeds') }),
    progress: (done, total) => on.progress('fetching feeds', done, total),
  });
  return { ...read, areDown: read.areDown && !on.reach.isOffline };
}

/**
 * Makes our renditions of these pictures, those on other hosts fetched first.
 * @param alsoNamed web addresses of pictures that stories name and that are as they were
 */
export async function pressWithin(
  wanted: readonly WantedPicture[],
  alsoNamed: readonly string[],
  on: Reaching,
): Promise<PressedPictures> {
  const { files, now, stateFolder, reach } = on;
  if (!reach.hasPictures) return { made: new Map(), passing: new Set(), warnings: [] };
  const look = {
    files,
    progress: (done: number, total: number) => on.progress('making pictures', done, total),
  };
  if (stateFolder === undefined) return pressPictures(wanted, look);
  const remote = wanted.flatMap((one) => {
    const address = remoteAddressOf(one);
    return address === undefined
      ? []
      : [{ address, feed: isFeedAddress(one.file) ? one.file : '' }];
  });
  const { allowHosts } = reach;
  // What a stranger's feed names is asked as any stranger may ask: it reads no host of the editor's network.
  const trusted = new Set(
    remote.flatMap(({ address, feed }) =>
      feed === '' || isAllowedHost(feed, allowHosts) ? [address] : [],
    ),
  );
  const ours = fetchFor(reach, on.fetch);
  const strangers = fetchFor({ ...reach, allowHosts: [] }, on.fetch);
  const fetched = await fetchPictures(remote, {
    alsoNamed,
    ...{ files, now, folder: join(stateFolder, 'fetched') },
    fetch: (address, how) => (trusted.has(address) ? ours : strangers)(address, how),
    progress: (done, total) => on.progress('fetching pictures', done, total),
  });
  return pressPictures(wanted, { ...look, fetched, cacheFolder: join(stateFolder, 'pictures') });
}

function fetchFor({ allowHosts, isOffline }: Reach, fetch: Fetch): Fetch {
  if (!isOffline) return (address, options) => fetch(address, { ...options, allowHosts });
  const message = 'it was not asked, as --offline was given';
  return () => Promise.resolve(failed('offline', message));
}
