import type { Files } from '../press/files.ts';
import { field } from '../wire/field.ts';
import type { WireItem } from '../wire/wireItem.ts';
import { failed, type Fetched } from './fetched.ts';
import { readFeedRecord, type FeedRecord } from './feedRecord.ts';
import type { Fetch } from './safeFetch.ts';
import { toUtf8 } from './toUtf8.ts';

export interface FeedWork {
  files: Files;
  /** Where feeds are remembered; absent: nothing is remembered and nothing written. */
  folder?: string;
  now: Date;
  fetch: Fetch;
  /** `host` or `host:port` on the editor's own network that may be asked. */
  allowHosts?: readonly string[];
  /** Whether an item is a story that is out. */
  isOut?: (item: Pick<WireItem, 'id'>) => boolean;
  progress: (done: number, total: number) => void;
}

/** A feed that was asked and is not yet read. */
export interface AskedFeed {
  address: string;
  /** What was remembered of it. */
  record: FeedRecord;
  /** In UTF-8 where the host named another encoding. */
  answer: Fetched;
  /** Milliseconds that the asking took. */
  ms: number;
}

const day = 24 * 60 * 60 * 1000;

const accept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, ' +
  'application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

/** Asks a feed whether it has changed since it was read last, unless its host wanted to be left alone until later. */
export async function askFeed(
  address: string,
  { files, folder, now, fetch }: FeedWork,
): Promise<AskedFeed> {
  const start = performance.now();
  const record: FeedRecord =
    folder === undefined ? { items: [] } : await readFeedRecord(files, folder, address);
  const { etag, lastModified, waitUntil } = record;
  const answer = isWaiting(waitUntil, now)
    ? failed('waiting', `its host wants to be left alone until ${waitUntil}`)
    : await fetch(address, {
        ...{ accept, ...field('etag', etag), ...field('lastModified', lastModified) },
      });
  const ms = performance.now() - start;
  if (answer.kind !== 'fetched') return { address, record, answer, ms };
  const bytes = toUtf8(answer.bytes, answer.charset);
  return { address, record, answer: { ...answer, bytes }, ms };
}

/** A time further off than a day was not set by this clock. */
function isWaiting(until: string | undefined, now: Date): until is string {
  const left = until === undefined ? 0 : Date.parse(until) - now.getTime();
  return left > 0 && left <= day;
}
