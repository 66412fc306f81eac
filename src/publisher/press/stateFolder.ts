import { basename, dirname, join } from 'node:path';

/** Where a publishing run remembers: beside the published folder, never in it. */
export function stateFolderOf(out: string): string {
  return join(dirname(out), '.lede', basename(out));
}
