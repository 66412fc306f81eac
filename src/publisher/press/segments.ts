import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import * as v from 'valibot';
import { allDone } from './allDone.ts';
import type { Files } from './files.ts';
import { readIfThere, readNow, replaceFile } from './replaceFile.ts';
import { DamagedShelf } from './shelf.ts';

/** Named pieces of one whole in a folder of the state: all of one moment, however a run was stopped. */
export interface Segments {
  pieces: ReadonlyMap<string, Uint8Array>;
  /** Puts pieces in the place of those of the same names. Until the last step the ones from before count. */
  save: (changed: ReadonlyMap<string, Uint8Array>, gone: Iterable<string>) => Promise<void>;
}

/** Which file holds a piece. The name carries the checksum, so that a new one never takes the place of an old one. */
const listSchema = v.object({
  schema: v.literal('lede-segments/1'),
  mark: v.string(),
  pieces: v.record(v.string(), v.pipe(v.string(), v.regex(/^[\w.-]+$/))),
});
const listName = 'pieces.json';

/**
 * Opens the pieces in a folder, none when there is nothing.
 * @param mark what must have made them
 * @throws {DamagedShelf}
 */
export async function openSegments(files: Files, folder: string, mark: string): Promise<Segments> {
  const listed = await readIfThere(files, join(folder, listName));
  const names = new Map<string, string>();
  const pieces = new Map<string, Uint8Array>();
  if (listed !== undefined) {
    const list = v.safeParse(listSchema, jsonOf(listed));
    if (!list.success || list.output.mark !== mark) throw new DamagedShelf(join(folder, listName));
    for (const [piece, name] of Object.entries(list.output.pieces)) {
      const path = join(folder, name);
      const bytes = await readNow(files, path);
      if (bytes === undefined || fileName(piece, bytes) !== name) throw new DamagedShelf(path);
      names.set(piece, name);
      pieces.set(piece, bytes);
    }
  }
  return {
    pieces,
    async save(changed, gone) {
      const before = [...names.values()];
      for (const piece of gone) names.delete(piece);
      await allDone(
        [...changed].map(async ([piece, bytes]) => {
          const name = fileName(piece, bytes);
          names.set(piece, name);
          await replaceFile(files, join(folder, name), bytes);
        }),
      );
      const list = { schema: 'lede-segments/1', mark, pieces: Object.fromEntries(names) };
      await replaceFile(files, join(folder, listName), JSON.stringify(list));
      const kept = new Set(names.values());
      for (const name of before) {
        if (!kept.has(name)) await files.rm(join(folder, name), { force: true });
      }
    },
  };
}

function fileName(piece: string, bytes: Uint8Array): string {
  return `${piece}.${crc32(bytes).toString(16)}.${bytes.length}`;
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
