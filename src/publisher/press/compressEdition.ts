import { dirname, join } from 'node:path';
import { openBench } from './bench.ts';
import { copiesOf, copyEndings, isCompressible } from './copies.ts';
import type { Files } from './files.ts';
import { readIfThere } from './replaceFile.ts';

interface Compressing {
  files: Files;
  /** Absolute path of the published folder. */
  out: string;
  /** Paths of the edition's files. */
  paths: readonly string[];
}

/**
 * Stores compressed copies beside the files of an edition that was published without them; what is written later gets
 * its copies as it is written.
 */
export async function compressEdition(
  { files, out, paths }: Compressing,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const wanted = paths.filter(isCompressible);
  const bench = openBench(files, out, 'none');
  let done = 0;
  try {
    for (const path of wanted) {
      await bench.put(false, async () => {
        const bytes = await readIfThere(files, join(out, path));
        const made = bytes === undefined ? [] : await copiesOf(path, bytes);
        return made.map((content, index) => ({ path: `${path}${copyEndings[index]}`, content }));
      });
      progress((done += 1), wanted.length);
    }
    await bench.settle();
  } finally {
    await bench.stop();
  }
}

/** Removes the copies of an edition that is to be without them. */
export async function removeCopies({ files, out, paths }: Compressing): Promise<void> {
  for (const path of paths.filter(isCompressible)) {
    for (const ending of copyEndings) await files.rm(join(out, path + ending), { force: true });
    // The folder of a page that is gone was kept by these; one that holds anything stays.
    await files.rmdir(join(out, dirname(path))).catch(() => undefined);
  }
}
