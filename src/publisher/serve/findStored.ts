import { relative } from 'node:path';
import type { Encoding } from './encoding.ts';
import { fileAt, type FoundFile } from './findFile.ts';

const endings = { br: '.br', gzip: '.gz' } as const satisfies Record<Encoding, string>;

/** The copy that was compressed beforehand and stored beside a file, unless the file was written since. */
export async function findStored(
  root: string,
  file: FoundFile,
  encoding: Encoding,
): Promise<FoundFile | undefined> {
  const stored = await fileAt(root, `${relative(root, file.path)}${endings[encoding]}`);
  return stored !== undefined && stored.written >= file.written ? stored : undefined;
}
