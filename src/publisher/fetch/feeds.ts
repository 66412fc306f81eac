import type { Problem } from '../../model/problem.ts';
import { sweepAside } from '../press/replaceFile.ts';
import { field } from '../wire/field.ts';
import type { Notice, ReadSource, Refusal, WireItem, WireResult } from '../wire/wireItem.ts';
import { askFeed, type AskedFeed, type FeedWork } from './askFeed.ts';
import { mergeItems, settleItems, wasFree } from './feedItems.ts';
import { writeFeedRecord, writeFeedState, type FeedRecord } from './feedRecord.ts';
import { readFeedAnswer } from './readFeedAnswer.ts';
import { isAllowedHost } from './target.ts';

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

/** A feed that fails, and of which stories are there. */
export interface UnheardFeed {
  address: string;
  /** When its host was heard last, or where that is not known, when it was first asked in vain; ISO 8601. */
  since: string;
  /** Its host is on a network of the newsroom's own. */
  isPrivate: boolean;
  /** Names of the publications that its stories are said to be from, '' for one that says none. */
  sources: string[];
}

type FeedResult = WireResult & {
  read: ReadFeed;
  isDown: boolean;
  isFull: boolean;
  unheard?: UnheardFeed;
};

export type FetchedFeeds = WireResult & {
  read: ReadFeed[];
  /** Which fail while stories of theirs stay. */
  unheard: UnheardFeed[];
  /** Which have sent more than is remembered, so that not all of their stories are among the items. */
  full: string[];
  /** Every single feed failed or came empty. */
  areDown: boolean;
};

/** Feeds asked at the same time. A host that hangs holds one place for its 20 seconds, and the others go on. */
const atOnce = 8;
/** Answers held before they are read: read, each takes some ten times as much for a while. Bytes. */
const heldLimit = 16 * 1024 * 1024;
/** Most items remembered of one feed. */
const itemLimit = 20_000;

/**
 * Reads feeds from their addresses. Stories that fell off a feed stay, and a feed that fails keeps those it had.
 * Warning codes: `stale-feed` (it failed; its earlier stories stay), `empty-feed` (it came without any), `moved-feed`
 * (its host says that its address is another now), `full-feed` (more items than are remembered: the oldest stay as
 * they are out), `long-feed` (more items than are taken at once). A feed that fails and has no earlier stories is refused.
 */
export async function fetchFeeds(
  addresses: readonly string[],
  work: FeedWork,
): Promise<FetchedFeeds> {
  const feeds = [...new Set(addresses)];
  if (work.folder !== undefined) await sweepAside(work.files, work.folder);
  const done = new Map<string, FeedResult>();
  const queue = [...feeds];
  // First asked, then read: a feed that takes long to read does not make the hosts of the others look slow.
  while (queue.length > 0) {
    const waiting = await askSome(queue, work);
    // Each is let go once it is read.
    for (let asked = waiting.shift(); asked !== undefined; asked = waiting.shift()) {
      done.set(asked.address, await takeFeed(asked, work));
      work.progress(done.size, feeds.length);
    }
  }
  // In the order they were named, whichever answered first.
  const results = feeds.flatMap((address) => done.get(address) ?? []);
  return {
    items: results.flatMap(({ items }) => items),
    refused: results.flatMap(({ refused }) => refused),
    warnings: results.flatMap(({ warnings }) => warnings),
    read: results.map(({ read }) => read),
    unheard: results.flatMap(({ unheard }) => unheard ?? []),
    full: results.flatMap(({ isFull, read }) => (isFull ? read.source : [])),
    areDown: results.length > 0 && results.every(({ isDown }) => isDown),
  };
}

/** Takes feeds from the queue and asks them, until it is empty or the answers are all that is to be held at once. */
async function askSome(queue: string[], work: FeedWork): Promise<AskedFeed[]> {
  const asked: AskedFeed[] = [];
  let held = 0;
  const workThrough = async (): Promise<void> => {
    while (held < heldLimit) {
      const address = queue.shift();
      if (address === undefined) return;
      const feed = await askFeed(address, work);
      asked.push(feed);
      if (feed.answer.kind === 'fetched') held += feed.answer.bytes.length;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, workThrough));
  return asked;
}

async function takeFeed(asked: AskedFeed, work: FeedWork): Promise<FeedResult> {
  const { address, record, answer } = asked;
  const { files, folder } = work;
  const start = performance.now();
  const isAllowed = isAllowedHost(address, work.allowHosts ?? []);
  const nowText = work.now.toISOString();
  const told = (result: ReadSource, bytes: number | undefined, isStale: boolean): FeedResult => {
    const ms = Math.round(asked.ms + performance.now() - start);
    const facts = { ...field('format', result.format), ...field('bytes', bytes) };
    const isDown = isStale || (result.items.length === 0 && answer.kind !== 'not-modified');
    // Cut in this run or in one before it: what was cut then is not in the record.
    const isFull = result.items.length >= itemLimit;
    return { ...result, read: { source: address, ...facts, ms, stale: isStale }, isDown, isFull };
  };
  const failed = async (problem: Problem, retryAfter?: number): Promise<FeedResult> => {
    const { result, isStale } = readEarlier(address, record, work, problem);
    const whole = told(result, undefined, isStale);
    const waitUntil =
      retryAfter === undefined
        ? record.waitUntil
        : new Date(work.now.getTime() + retryAfter * 1000).toISOString();
    // Who was not asked has not failed; but one that failed before is still to be heard from.
    const isFailing = isStale && problem.code !== 'offline';
    const failing = record.failing ?? (isFailing ? nowText : undefined);
    // Remembered, as the option that tells it may be forgotten; a name that leads there now tells it too.
    const isPrivate = isAllowed || problem.code === 'private-address' || record.isPrivate === true;
    const isNews =
      waitUntil !== record.waitUntil ||
      failing !== record.failing ||
      isPrivate !== (record.isPrivate === true);
    if (folder !== undefined && isNews) {
      const state = {
        ...{ ...record, ...field('failing', failing), ...field('waitUntil', waitUntil) },
        ...privately(isPrivate),
      };
      await writeFeedState(files, folder, address, state);
    }
    if (failing === undefined) return whole;
    const sources = [...new Set(result.items.map(({ source }) => source?.name ?? ''))];
    return { ...whole, unheard: { address, since: record.good ?? failing, isPrivate, sources } };
  };
  if (answer.kind === 'failed') {
    const { code, message, mend, retryAfter } = answer;
    return failed({ code, at: '', message, ...field('mend', mend) }, retryAfter);
  }
  const moved = answer.movedTo === undefined ? [] : [movedNotice(address, answer.movedTo)];
  if (answer.kind === 'not-modified') {
    const { failing: _failing, waitUntil: _waitUntil, isPrivate: _isPrivate, ...heard } = record;
    if (folder !== undefined) {
      const state = { ...heard, good: nowText, ...privately(isAllowed) };
      await writeFeedState(files, folder, address, state);
    }
    const { result } = readEarlier(address, record, work);
    return told({ ...result, warnings: [...moved, ...result.warnings] }, 0, false);
  }
  const read = readFeedAnswer({ name: address, bytes: answer.bytes });
  if (!read.ok) return failed(read.problem);
  const result = withEarlier(read.result, address, record, work);
  const isEmpty = read.result.items.length === 0 && read.result.refused.length === 0;
  const warnings = [
    ...moved,
    ...(isEmpty ? [emptyNotice(address, record.items.length)] : []),
    ...result.warnings,
  ];
  if (folder !== undefined) {
    const { bytes, etag, lastModified } = answer;
    await writeFeedRecord(files, folder, address, {
      ...{ bytes, items: result.items, good: nowText, ...privately(isAllowed) },
      ...{ ...field('etag', etag), ...field('lastModified', lastModified) },
    });
  }
  const whole = told({ ...result, warnings }, answer.bytes.length, false);
  return { ...whole, isDown: isEmpty };
}

function privately(isPrivate: boolean): Pick<FeedRecord, 'isPrivate'> {
  return isPrivate ? { isPrivate } : {};
}

/** What a feed had before. Its last answer is read again, as this program may read it better than the one before. */
function readEarlier(
  address: string,
  record: FeedRecord,
  work: Pick<FeedWork, 'isOut'>,
  problem?: Problem,
): { result: ReadSource; isStale: boolean } {
  const { bytes } = record;
  const answer = bytes === undefined ? undefined : readFeedAnswer({ name: address, bytes });
  const before = answer?.ok === true ? answer.result : { items: [], refused: [], warnings: [] };
  const result = withEarlier(before, address, record, work);
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
  { items, good }: FeedRecord,
  { isOut }: Pick<FeedWork, 'isOut'>,
): ReadSource {
  const earlier = items.filter((item) => wasFree(item, good) || isOut?.(item) === true);
  const places = [...answer.items, ...answer.refused].map(({ ref }) =>
    Number(/ \[(\d+)\]$/.exec(ref)?.[1] ?? 0),
  );
  const first = places.reduce((most, place) => Math.max(most, place + 1), 0);
  const merged = mergeItems(settleItems(answer.items, address), earlier, address, first);
  if (merged.length <= itemLimit) return { ...answer, items: merged };
  const message = `the feed has sent more than ${itemLimit} stories by now; the oldest stay as they are out, and are not read again`;
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

function emptyNotice(ref: string, earlier: number): Notice {
  const stays = earlier === 0 ? '' : '; its earlier stories stay';
  const message = `the feed came without any story${stays}`;
  return { ref, problem: { code: 'empty-feed', at: '', message } };
}

function movedNotice(ref: string, to: string): Notice {
  const message = `its host says that the feed has moved for good to ${to.slice(0, 200)}`;
  const mend = 'name that address in its place, if you trust it';
  return { ref, problem: { code: 'moved-feed', at: '', message, mend } };
}
