import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Files } from '../press/files.ts';
import { UnreadableRecord } from '../press/record.ts';
import { readIfThere, replaceFile } from '../press/replaceFile.ts';
import { field } from '../wire/field.ts';
import type { WireItem } from '../wire/wireItem.ts';

/** What is remembered of a feed between runs. */
export interface FeedRecord {
  /** The last answer that could be read, in UTF-8 where the host named another encoding. */
  bytes?: Uint8Array;
  etag?: string;
  lastModified?: string;
  /** When its host last said that this is its newest; ISO 8601. */
  good?: string;
  /** When it was first asked in vain since; ISO 8601. */
  failing?: string;
  /** Until when its host wants to be left alone; ISO 8601. */
  waitUntil?: string;
  /** Its host is on a network of the newsroom's own, as far as is known: readers are not told of it. */
  isPrivate?: true;
  /** Every item that the feed ever sent, newest answer first. */
  items: WireItem[];
}

const time = v.pipe(v.string(), v.isoTimestamp());
const stateSchema = v.object({
  schema: v.literal('lede-feed/1'),
  address: v.string(),
  etag: v.exactOptional(v.string()),
  lastModified: v.exactOptional(v.string()),
  good: v.exactOptional(time),
  failing: v.exactOptional(time),
  waitUntil: v.exactOptional(time),
  isPrivate: v.exactOptional(v.literal(true)),
});

const list = v.array(v.unknown());
const itemsSchema = v.object({
  schema: v.literal('lede-feed-items/1'),
  items: v.array(
    v.looseObject({
      ...{ ref: v.string(), file: v.string(), id: v.string(), headline: v.string() },
      ...{ tags: list, people: list, places: list, body: list, related: list, corrections: list },
      draft: v.boolean(),
    }),
  ),
});

/**
 * The record of a feed, empty when it was never read.
 * @param folder where records of feeds are kept
 * @throws {UnreadableRecord} when the items cannot be read: without them its older stories would be taken back
 */
export async function readFeedRecord(
  files: Files,
  folder: string,
  address: string,
): Promise<FeedRecord> {
  const paths = pathsOf(folder, address);
  const bytes = await readIfThere(files, paths.answer);
  const stored = await readIfThere(files, paths.items);
  const items = stored === undefined ? [] : parseItems(stored, paths.items);
  // The state only spares the host some work, so a damaged one is forgotten.
  const state = v.safeParse(stateSchema, jsonOf(await readIfThere(files, paths.state)));
  if (!state.success || state.output.address !== address) return { items };
  const { etag, lastModified, good, failing, waitUntil, isPrivate } = state.output;
  const down = { ...field('failing', failing), ...field('waitUntil', waitUntil) };
  const host = field('isPrivate', isPrivate);
  if (bytes === undefined) return { items, ...down, ...host };
  return {
    ...{ bytes, items, ...down, ...host },
    ...{ ...field('etag', etag), ...field('lastModified', lastModified), ...field('good', good) },
  };
}

/** Keeps what is to be remembered; the state comes last, so that an answer is never said to be here before it is. */
export async function writeFeedRecord(
  files: Files,
  folder: string,
  address: string,
  record: FeedRecord,
): Promise<void> {
  const { bytes, items } = record;
  const paths = pathsOf(folder, address);
  await replaceFile(files, paths.items, JSON.stringify({ schema: 'lede-feed-items/1', items }));
  if (bytes !== undefined) await replaceFile(files, paths.answer, bytes);
  await writeFeedState(files, folder, address, record);
}

/** Keeps what is known of a feed beside its answer and its items, which stay as they are. */
export async function writeFeedState(
  files: Files,
  folder: string,
  address: string,
  { bytes: _bytes, items: _items, ...state }: FeedRecord,
): Promise<void> {
  await replaceFile(
    files,
    pathsOf(folder, address).state,
    JSON.stringify({ schema: 'lede-feed/1', address, ...state } satisfies v.InferInput<
      typeof stateSchema
    >),
  );
}

function parseItems(stored: Buffer, path: string): WireItem[] {
  const parsed = v.safeParse(itemsSchema, jsonOf(stored));
  if (!parsed.success) throw new UnreadableRecord(path);
  // Written by us under this schema's name; the shape inside the lists was checked when the feed was read.
  return parsed.output.items as unknown as WireItem[];
}

function jsonOf(bytes: Buffer | undefined): unknown {
  try {
    return bytes === undefined ? undefined : JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

function pathsOf(folder: string, address: string): Record<'answer' | 'items' | 'state', string> {
  const hash = createHash('sha256').update(address).digest('hex').slice(0, 16);
  const path = (kind: string): string => join(folder, `${hash}.${kind}`);
  return { answer: path('answer'), items: path('items.json'), state: path('json') };
}
