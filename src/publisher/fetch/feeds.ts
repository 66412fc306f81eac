import type { Problem } from '../../model/problem.ts';
import type { Files } from '../press/files.ts';
import { field } from '../wire/field.ts';
import type { Notice, ReadSource, Refusal, WireItem, WireResult } from '../wire/wireItem.ts';
import type { Fetched } from './fetched.ts';
import { leaveOutClaims, mergeItems, settleItems } from './feedItems.ts';
import { readFeedRecord, writeFeedRecord, type FeedRecord } from './feedRecord.ts';
import { readFeedAnswer } from './readFeedAnswer.ts';
import type { FetchOptions } from './safeFetch.ts';
import { toUtf8 } from './toUtf8.ts';

/** Asks an address; `safeFetch` with the editor's own hosts, or nothing at all when offline. */
export type Fetch = (address: string, options: FetchOptions) => Promise<Fetched>;

interface FeedWork {
  files: Files;
  /** Where feeds are remembered; absent: nothing is remembered and nothing written. */
  folder?: string;
  now: Date;
  fetch: Fetch;
  progress: (done: number, total: number) => void;
}

/** What came of a feed, for the report. */
export interface ReadFeed {
  /** Its address. */
  source: string;
  /** `RSS`; absent when it could not be told. */
  format?: string;
  /** Of the answer, unpacked; absent when there was none. */
  bytes?: number;
  /** Milliseconds from asking to having read. */
  ms: number;
  /** It failed, and its earlier stories stay. */
  stale: boolean;
}

type FeedResult = WireResult & { read: ReadFeed };

/** Feeds asked at the same time. A host that hangs holds one place for its 20 seconds, and the others go on. */
const atOnce = 4;
/** Most items remembered of one feed. */
const itemLimit = 20_000;

const accept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, ' +
  'application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

/**
 * Reads feeds from their addresses. Stories that fell off a feed stay, and a feed that fails keeps those it had.
 * Warning codes: `stale-feed` (it failed; its earlier stories stay), `full-feed` (more items than are remembered),
 * `copied-story`. A feed that fails and has no earlier stories is refused.
 */
export async function fetchFeeds(
  addresses: readonly string[],
  work: FeedWork,
): Promise<WireResult & { read: ReadFeed[] }> {
  const feeds = [...new Set(addresses)];
  const done = new Map<string, FeedResult>();
  const queue = feeds.values();
  const workThrough = async (): Promise<void> => {
    for (const address of queue) {
      done.set(address, await fetchFeed(address, work));
      work.progress(done.size, feeds.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, workThrough));
  // In the order they were named, whichever answered first.
  const results = feeds.flatMap((address) => done.get(address) ?? []);
  const { items, notices } = leaveOutClaims(
    results.map((result) => ({ address: result.read.source, items: result.items })),
  );
  return {
    items,
    refused: results.flatMap(({ refused }) => refused),
    warnings: [...results.flatMap(({ warnings }) => warnings), ...notices],
    read: results.map(({ read }) => read),
  };
}

async function fetchFeed(address: string, work: FeedWork): Promise<FeedResult> {
  const { files, folder } = work;
  const start = performance.now();
  const record: FeedRecord =
    folder === undefined ? { items: [] } : await readFeedRecord(files, folder, address);
  const asked = await askFeed(address, record, work);
  const told = (result: ReadSource, bytes: number | undefined, stale: boolean): FeedResult => {
    const ms = Math.round(performance.now() - start);
    const facts = { ...field('format', result.format), ...field('bytes', bytes) };
    return { ...result, read: { source: address, ...facts, ms, stale } };
  };
  if (asked.kind === 'failed') {
    const { result, isStale } = readEarlier(address, record, asked.problem);
    return told(result, undefined, isStale);
  }
  if (asked.kind === 'not-modified') return told(readEarlier(address, record).result, 0, false);
  const result = withEarlier(asked.result, address, record.items);
  const { bytes } = asked.record;
  if (folder !== undefined) {
    await writeFeedRecord(files, folder, address, { ...asked.record, items: result.items });
  }
  return told(result, bytes.length, false);
}

type Asked =
  | { kind: 'read'; result: ReadSource; record: Omit<FeedRecord, 'items'> & { bytes: Uint8Array } }
  | { kind: 'not-modified' }
  | { kind: 'failed'; problem: Problem };

async function askFeed(
  address: string,
  { etag, lastModified }: FeedRecord,
  { fetch, now }: FeedWork,
): Promise<Asked> {
  const fetched = await fetch(address, {
    ...{ accept, ...field('etag', etag), ...field('lastModified', lastModified) },
  });
  if (fetched.kind === 'not-modified') return fetched;
  if (fetched.kind === 'failed') {
    const { code, message, mend } = fetched;
    return { kind: 'failed', problem: { code, at: '', message, ...field('mend', mend) } };
  }
  const bytes = toUtf8(fetched.bytes, fetched.charset);
  const answer = readFeedAnswer({ name: address, bytes });
  if (!answer.ok) return { kind: 'failed', problem: answer.problem };
  const { etag: newEtag, lastModified: newTime } = fetched;
  return {
    kind: 'read',
    result: answer.result,
    record: {
      ...{ bytes, good: now.toISOString() },
      ...{ ...field('etag', newEtag), ...field('lastModified', newTime) },
    },
  };
}

/** What a feed had before. Its last answer is read again, as this program may read it better than the one before. */
function readEarlier(
  address: string,
  record: FeedRecord,
  problem?: Problem,
): { result: ReadSource; isStale: boolean } {
  const { bytes } = record;
  const answer = bytes === undefined ? undefined : readFeedAnswer({ name: address, bytes });
  const before = answer?.ok === true ? answer.result : { items: [], refused: [], warnings: [] };
  const result = withEarlier(before, address, record.items);
  if (problem === undefined) return { result, isStale: false };
  if (result.items.length === 0) {
    const refusal: Refusal = { ref: address, problems: [problem] };
    return { result: { ...result, refused: [refusal, ...result.refused] }, isStale: false };
  }
  const warnings = [staleNotice(address, problem, result.items, record), ...result.warnings];
  return { result: { ...result, warnings }, isStale: true };
}

function withEarlier(
  answer: ReadSource,
  address: string,
  earlier: readonly WireItem[],
): ReadSource {
  const places = [...answer.items, ...answer.refused].map(({ ref }) =>
    Number(/ \[(\d+)\]$/.exec(ref)?.[1] ?? 0),
  );
  const first = places.reduce((most, place) => Math.max(most, place + 1), 0);
  const merged = mergeItems(settleItems(answer.items, address), earlier, address, first);
  if (merged.length <= itemLimit) return { ...answer, items: merged };
  const message = `the feed has sent more than ${itemLimit} stories by now, so the oldest were let go`;
  const mend = 'keep older stories as files of their own';
  const problem = { code: 'full-feed', at: '', message, mend };
  const warnings = [...answer.warnings, { ref: address, problem }];
  return { ...answer, items: merged.slice(0, itemLimit), warnings };
}

function staleNotice(
  ref: string,
  { message, mend }: Problem,
  { length }: readonly WireItem[],
  { good }: FeedRecord,
): Notice {
  const stories = length === 1 ? 'its earlier story stays' : `its ${length} earlier stories stay`;
  const since = good === undefined ? '' : `, as of ${good}`;
  const text = `the feed is stale, ${stories}${since}: ${message}`;
  return { ref, problem: { code: 'stale-feed', at: '', message: text, ...field('mend', mend) } };
}
