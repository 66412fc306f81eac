import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from './files.ts';

/** Texts held in memory before they go to the disk, in characters. */
const inMemory = 16 * 1024 * 1024;

/** Texts of one run, put down until they are needed: an archive's copy is too much to hold. */
export interface Drafts {
  put: (key: string, text: string) => Promise<void>;
  get: (key: string) => Promise<string | undefined>;
  /** Nothing of it stays. */
  close: () => Promise<void>;
}

/**
 * Begins with no draft, whatever a run that was stopped left behind.
 * @param folder the state folder; absent: all is held in memory
 */
export async function openDrafts(files: Files, folder?: string): Promise<Drafts> {
  const held = new Map<string, string>();
  const places = new Map<string, { at: number; length: number }>();
  let heldLength = 0;
  let end = 0;
  let file: FileHandle | undefined;
  const path = folder === undefined ? undefined : join(folder, 'drafts');
  if (path !== undefined) await files.rm(path, { force: true });

  async function putDown(to: string): Promise<void> {
    file ??= await files.open(to, 'w+');
    const texts = [...held].map(([key, text]) => [key, Buffer.from(text)] as const);
    await file.appendFile(Buffer.concat(texts.map(([, bytes]) => bytes)));
    for (const [key, { length }] of texts) {
      places.set(key, { at: end, length });
      end += length;
    }
    held.clear();
    heldLength = 0;
  }

  return {
    async put(key, text) {
      if (held.has(key) || places.has(key)) return;
      held.set(key, text);
      heldLength += text.length;
      if (heldLength > inMemory && path !== undefined) await putDown(path);
    },
    async get(key) {
      const place = places.get(key);
      if (place === undefined || file === undefined) return held.get(key);
      const bytes = Buffer.allocUnsafe(place.length);
      const given = [bytes, 0, place.length, place.at] as const;
      const length = files.readSync?.(file.fd, ...given) ?? (await file.read(...given)).bytesRead;
      return bytes.toString('utf8', 0, length);
    },
    async close() {
      await file?.close();
      if (path !== undefined) await files.rm(path, { force: true });
    },
  };
}
