import * as v from 'valibot';
import { fromBase64, toBase64 } from './base64.ts';
import { parseRecord, type Copy, type RecordOf, type Saved, type StoreName } from './records.ts';

/**
 * The file a reader takes their things away in: lines of JSON, so that neither writing nor reading holds all of it in
 * memory. The first line says what it is; then settings, visits, positions and readings, then a line for each saved
 * story with its copy. The same things give the same bytes.
 */
const ownFileSchema = 'lede-own-file/1';

/** The stores whose records are a line each. Saved stories travel with their copies. */
export const plainStores = ['settings', 'visits', 'positions', 'readings'] as const;
export type PlainStore = (typeof plainStores)[number];

export type Line =
  | { store: 'saved'; record: Saved; copy: Copy }
  | { [Name in PlainStore]: { store: Name; record: RecordOf<Name> } }[PlainStore];

export function headerLine(site: string): string {
  return `${JSON.stringify({ schema: ownFileSchema, site })}\n`;
}

export function toLine(line: Line): string {
  if (line.store !== 'saved') return `${JSON.stringify(line)}\n`;
  const { story, pictures } = line.copy;
  const packed = pictures.map(({ src, type, bytes }) => ({ src, type, base64: toBase64(bytes) }));
  return `${JSON.stringify({ store: 'saved', record: line.record, story, pictures: packed })}\n`;
}

const headerSchema = v.object({ schema: v.string(), site: v.string() });
/** What kind of file it is by its first line. */
export function parseHeader(text: string): 'ours' | 'newer' | 'foreign' {
  const header = v.safeParse(headerSchema, parseJson(text));
  if (!header.success || !header.output.schema.startsWith('lede-own-file/')) return 'foreign';
  return header.output.schema === ownFileSchema ? 'ours' : 'newer';
}

const lineSchema = v.variant('store', [
  v.object({
    store: v.literal('saved'),
    record: v.unknown(),
    story: v.unknown(),
    pictures: v.array(v.object({ src: v.string(), type: v.string(), base64: v.string() })),
  }),
  v.object({ store: v.picklist(plainStores), record: v.unknown() }),
]);

/** A line of the file; undefined when it cannot be read, or holds what no Lede would have written. */
export function parseLine(text: string): Line | undefined {
  const parsed = v.safeParse(lineSchema, parseJson(text));
  if (!parsed.success) return undefined;
  const line = parsed.output;
  if (line.store !== 'saved') return plainLine(line.store, line.record);
  const record = parseRecord('saved', line.record);
  if (record === undefined) return undefined;
  try {
    const pictures = line.pictures.map(({ src, type, base64 }) => ({
      ...{ src, type },
      bytes: fromBase64(base64),
    }));
    const copy = parseRecord('copies', { slug: record.slug, story: line.story, pictures });
    // A story under another's name would put its words in the other's place.
    if (copy === undefined || copy.story.slug !== record.slug) return undefined;
    return { store: 'saved', record, copy };
  } catch {
    return undefined;
  }
}

function plainLine(store: PlainStore, input: unknown): Line | undefined {
  const record = parseRecord(store, input);
  return record === undefined ? undefined : ({ store, record } as Line);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Name of a record's store, for counting. */
export type LineStore = Extract<StoreName, 'saved' | PlainStore>;
