import { basename, dirname, join } from 'node:path';
import { isMissing, type Files } from './files.ts';
import { makeFolder } from './makeFolder.ts';

const asideMark = '.lede-aside';

/**
 * Puts a file in place at once: written aside in the same folder, then renamed, so that no reader meets half of it.
 * Equal bytes are left alone, so that a host and a browser see the old file's time and tag.
 *
 * @returns whether anything was written
 */
export async function replaceFile(
  files: Files,
  path: string,
  content: string | Uint8Array,
): Promise<boolean> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const current = await readIfThere(files, path);
  if (current !== undefined && current.equals(bytes)) return false;
  await overwriteFile(files, path, bytes, true);
  return true;
}

/**
 * The same without a look at what is there.
 * @param flush whether it has to be on the disk before anything else happens, should the power fail
 */
export async function overwriteFile(
  files: Files,
  path: string,
  content: string | Uint8Array,
  flush: boolean,
): Promise<void> {
  const aside = asideName(path);
  await makeFolder(files, dirname(path));
  await files.writeFile(aside, content, { flush });
  await files.rename(aside, path);
}

/** The same for a file whose name carries its hash: one of the same size is the same file. */
export async function placeHashedFile(
  files: Files,
  source: string,
  path: string,
): Promise<boolean> {
  const { size } = await files.stat(source);
  const there = await files.stat(path).catch(ignoreMissing);
  if (there?.size === size) return false;
  const aside = asideName(path);
  await makeFolder(files, dirname(path));
  await files.copyFile(source, aside);
  await files.rename(aside, path);
  return true;
}

/** Removes what a publisher that was stopped in the middle left aside in a folder and all below it. */
export async function sweepAside(files: Files, folder: string): Promise<void> {
  const entries = await files
    .readdir(folder, { recursive: true, withFileTypes: true })
    .catch(ignoreMissing);
  for (const { name, parentPath } of entries ?? []) {
    if (name.endsWith(asideMark)) await files.rm(join(parentPath, name), { force: true });
  }
}

/** Bytes of a file, or undefined when there is none. */
export function readIfThere(files: Files, path: string): Promise<Buffer | undefined> {
  return files.readFile(path).catch(ignoreMissing);
}

/** The same for files that are many and small, without the cost of a promise for each. */
export async function readNow(files: Files, path: string): Promise<Buffer | undefined> {
  try {
    return files.readFileSync?.(path) ?? (await files.readFile(path));
  } catch (error) {
    return ignoreMissing(error);
  }
}

export function asideName(path: string): string {
  return join(dirname(path), `.${basename(path)}${asideMark}`);
}

function ignoreMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}
