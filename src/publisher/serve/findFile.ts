import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** A file of the published folder. `stamp` changes whenever its content may have. */
export interface FoundFile {
  path: string;
  /** Bytes. */
  size: number;
  /** When it was last written, nanoseconds since 1970. */
  written: bigint;
  stamp: string;
}

/**
 * The file that answers a path: itself, or with `.html` (`story/x` → `story/x.html`, `section/science` beside the
 * folder of its older pages). A trailing slash asks for a page, so `latest.json/` is nothing.
 *
 * @param root real path of the published folder
 */
export async function findFile(
  root: string,
  segments: readonly string[],
  trailingSlash: boolean,
): Promise<FoundFile | undefined> {
  if (segments.length === 0) return fileAt(root, 'index.html');
  const path = segments.join('/');
  const itself = trailingSlash ? undefined : await fileAt(root, path);
  return itself ?? fileAt(root, `${path}.html`);
}

/** The file at a path inside the folder; `root` as above. */
export async function fileAt(root: string, path: string): Promise<FoundFile | undefined> {
  try {
    const real = await realpath(join(root, path));
    // A symbolic link may not lead out of the folder.
    if (!real.startsWith(root + sep)) return undefined;
    const stats = await stat(real, { bigint: true });
    if (!stats.isFile()) return undefined;
    const size = Number(stats.size);
    const written = stats.mtimeNs;
    return { path: real, size, written, stamp: `${size.toString(36)}-${written.toString(36)}` };
  } catch {
    return undefined;
  }
}
