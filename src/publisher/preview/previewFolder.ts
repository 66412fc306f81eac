import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { isMissing, type Files } from '../press/files.ts';
import { makeFolder } from '../press/makeFolder.ts';
import { stateFolderOf } from '../press/stateFolder.ts';

/** What costs time or asks other hosts is kept for the next preview of the same sources. */
const kept: ReadonlySet<string> = new Set(['pictures', 'fetched', 'feeds']);

/**
 * The folder a preview is published into: the same one for the same sources, in the temporary folder and for this
 * account alone, so that pictures are made once. What an earlier preview published and remembered is gone: a draft
 * that got another name since leaves no notice.
 * @returns absolute path
 */
export async function openPreviewFolder(
  files: Files,
  temporaryFolder: string,
  cwd: string,
  sources: readonly string[],
): Promise<string> {
  const key = createHash('sha256')
    .update([cwd, ...sources].join('\0'))
    .digest('hex')
    .slice(0, 12);
  await makeFolder(files, temporaryFolder);
  const parent = await files.realpath(temporaryFolder);
  const wanted = join(parent, `lede-preview-${key}`);
  const isOurs = await makeOwnFolder(files, wanted);
  const folder = isOurs ? wanted : `${wanted}-${randomUUID()}`;
  if (!isOurs) await files.mkdir(folder, { mode: 0o700 });
  const out = join(folder, 'edition');
  await files.rm(out, { recursive: true, force: true });
  await files.mkdir(out);
  const state = stateFolderOf(out);
  for (const name of await files.readdir(state).catch(nothingThere)) {
    if (!kept.has(name)) await files.rm(join(state, name), { recursive: true, force: true });
  }
  return out;
}

/** Everybody may write into a temporary folder, so what is there already may be somebody else's, or a trap. */
async function makeOwnFolder(files: Files, path: string): Promise<boolean> {
  await files.mkdir(path, { mode: 0o700 }).catch(() => undefined);
  if ((await files.realpath(path).catch(() => undefined)) !== path) return false;
  const { uid, mode } = await files.stat(path);
  const isOwn = process.getuid === undefined || uid === process.getuid();
  return isOwn && (mode & 0o022) === 0;
}

function nothingThere(error: unknown): string[] {
  if (isMissing(error)) return [];
  throw error;
}
