import { join } from 'node:path';
import type { Files } from './files.ts';
import { readRecord } from './record.ts';

/** Removes pictures from the cache that neither this edition nor the one before shows, and what was left half made. */
export async function prunePictures(files: Files, stateFolder: string): Promise<void> {
  const record = await readRecord(files, stateFolder);
  if (record === undefined) return;
  const folder = join(stateFolder, 'pictures');
  const shown = new Set(
    [...record.files, ...record.kept].flatMap(
      (path) => /^media\/([0-9a-f]{16})-/.exec(path)?.[1] ?? [],
    ),
  );
  for (const name of await files.readdir(folder).catch(() => [])) {
    // With a dot, it was left half written by a publisher that was stopped.
    if (!shown.has(/^([0-9a-f]{16})[-.]/.exec(name)?.[1] ?? '')) {
      await files.rm(join(folder, name), { force: true });
    }
  }
}
