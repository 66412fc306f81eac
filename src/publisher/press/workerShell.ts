import { createHash } from 'node:crypto';
import { workerAddress } from '../../model/address.ts';

/** What stands in the built worker where the list of the reader's files belongs, see src/worker/worker.ts. */
const placeholder = /(["'`])__LEDE_SHELL__\1/;

/**
 * Puts the list of the reader's own files into the worker, each with its hash as it is published: only under the
 * edition's base are they what they will be.
 *
 * @param needed paths of the scripts without which no page comes to life
 * @throws when the worker has no place for it: such a worker could keep nothing
 */
export function fillWorker(
  files: { path: string; bytes: Uint8Array }[],
  needed: ReadonlySet<string>,
): void {
  const worker = files.find(({ path }) => `/${path}` === workerAddress);
  if (worker === undefined) return;
  const listed = files
    .filter(({ path }) => path.startsWith('assets/'))
    .map(({ path, bytes }) => ({
      path,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      isNeeded: needed.has(path),
    }));
  const version = createHash('sha256').update(JSON.stringify(listed)).digest('hex').slice(0, 16);
  const text = Buffer.from(worker.bytes).toString();
  if (!placeholder.test(text)) throw new Error('the worker has no place for the list of files');
  const list = JSON.stringify({ version, files: listed });
  worker.bytes = Buffer.from(text.replace(placeholder, () => list));
}
