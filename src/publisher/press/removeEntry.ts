import { dirname, join } from 'node:path';
import { copyEndings, isCompressible } from './copies.ts';
import type { Files } from './files.ts';
import { filesOfEntry, type Ledger } from './ledger.ts';

/** Removes what the ledger has under an entry, with its copies, and the folders that it leaves empty. */
export async function removeEntry(
  files: Files,
  out: string,
  entry: string,
  ledger: Pick<Ledger, 'remove'>,
): Promise<void> {
  for (const path of filesOfEntry(entry)) {
    const copies = isCompressible(path) ? copyEndings.map((ending) => path + ending) : [];
    for (const one of [path, ...copies]) await files.rm(join(out, one), { force: true });
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
      const names = await files.readdir(join(out, folder)).catch(() => ['?']);
      if (names.length > 0) break;
      await files.rmdir(join(out, folder));
    }
  }
  ledger.remove(entry);
}
