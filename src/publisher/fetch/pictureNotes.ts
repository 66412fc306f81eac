import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Files } from '../press/files.ts';
import { readIfThere, replaceFile } from '../press/replaceFile.ts';

const noteSchema = v.object({
  schema: v.literal('lede-picture/1'),
  address: v.string(),
  /** When its host last said that this is the picture; ISO 8601. */
  checked: v.pipe(v.string(), v.isoTimestamp()),
  etag: v.exactOptional(v.string()),
  lastModified: v.exactOptional(v.string()),
});

type PictureNote = Omit<v.InferOutput<typeof noteSchema>, 'schema' | 'address'>;

/** What is known of a fetched picture; undefined when it is not here, or its note cannot be read. */
export async function readPictureNote(
  files: Files,
  folder: string,
  address: string,
): Promise<PictureNote | undefined> {
  const paths = pathsOf(folder, address);
  const bytes = await readIfThere(files, paths.note);
  if (bytes === undefined) return undefined;
  const parsed = v.safeParse(noteSchema, jsonOf(bytes));
  if (!parsed.success || parsed.output.address !== address) return undefined;
  const isHere = await files.stat(paths.picture).then(
    (stats) => stats.isFile(),
    () => false,
  );
  if (!isHere) return undefined;
  const { checked, etag, lastModified } = parsed.output;
  return {
    checked,
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  };
}

/** Keeps a picture, unless it is the one that is here already, and then its note. */
export async function writePicture(
  files: Files,
  folder: string,
  address: string,
  bytes: Uint8Array | undefined,
  note: PictureNote,
): Promise<void> {
  const paths = pathsOf(folder, address);
  if (bytes !== undefined) await replaceFile(files, paths.picture, bytes);
  await replaceFile(
    files,
    paths.note,
    JSON.stringify({ schema: 'lede-picture/1', address, ...note } satisfies v.InferInput<
      typeof noteSchema
    >),
  );
}

/** Removes every picture but those of these addresses. */
export async function prune(
  files: Files,
  folder: string,
  addresses: readonly string[],
): Promise<void> {
  const wanted = new Set(addresses.map(hashOf));
  for (const name of await files.readdir(folder).catch((): string[] => [])) {
    if (!wanted.has(name.slice(0, 16))) await files.rm(join(folder, name), { force: true });
  }
}

export function pathsOf(folder: string, address: string): Record<'picture' | 'note', string> {
  const hash = hashOf(address);
  return { picture: join(folder, `${hash}.picture`), note: join(folder, `${hash}.json`) };
}

function hashOf(address: string): string {
  return createHash('sha256').update(address).digest('hex').slice(0, 16);
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
