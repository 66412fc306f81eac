import { join } from 'node:path';
import type { Files } from './files.ts';
import type { Ledger } from './ledger.ts';

/** Removes pictures from the cache that neither this edition nor the one before shows, and what was left half made. */
export async function prunePictures(
  files: Files,
  stateFolder: string,
  ledger: Pick<Ledger, 'entries'>,
): Promise<void> {
  const folder = join(stateFolder, 'pictures');
  const names = await files.readdir(folder).catch(() => []);
  if (names.length === 0) return;
  const shown = new Set<string>();
  for (const entry of ledger.entries()) {
    const hash = /^media\/([0-9a-f]{16})s?-/.exec(entry)?.[1];
    if (hash !== undefined) shown.add(hash);
  }
  for (const name of names) {
    // With a dot, it was left half written by a publisher that was stopped.
    if (!shown.has(/^([0-9a-f]{16})s?[-.]/.exec(name)?.[1] ?? '')) {
      await files.rm(join(folder, name), { force: true });
    }
  }
}
