import * as nodeFilesNow from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import { cp, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { TakeManifest } from '../../src/model/take.ts';
import { copyEndings } from '../../src/publisher/press/copies.ts';
import type { Files } from '../../src/publisher/press/files.ts';
import { createPageRenderer } from '../../src/publisher/press/pages.ts';
import { UnusableSource } from '../../src/publisher/sources/unusableSource.ts';
import { checkEdition } from '../support/checkEdition.ts';
import { openLosingDisk, PowerCut } from './losingDisk.ts';
import { openNewsroom, type Newsroom } from './newsroom.ts';

/** How the disk fails: the publisher is gone from then on, or one operation is refused and it goes on. */
export type Fault = { kind: 'killed' } | { kind: 'refused'; code: string };

class Failed extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`the disk said ${code}`);
    this.code = code;
  }
}

const flushDisk = (): Promise<boolean> => Promise.resolve(true);

/** What the command hands to the publisher beside the promises. */
const filesNow = [
  ...(['statSync', 'readdirSync', 'readFileSync', 'writeFileSync', 'renameSync'] as const),
  ...(['readSync', 'openSync', 'fsync', 'closeSync'] as const),
];

/** Files of which the `at`-th operation, counted from 1, fails; `count` says how many there were. */
function failingFiles(at: number, fault: Fault): { files: Files; count: () => number } {
  let done = 0;
  const meet = (args: readonly unknown[]): void => {
    if (fault.kind === 'killed' && done >= at) throw new Failed('KILLED');
    done += 1;
    if (done !== at) return;
    const [path, bytes] = args;
    // Killed in the middle of writing it leaves half a file.
    if (bytes instanceof Uint8Array && typeof path === 'string') {
      nodeFilesNow.writeFileSync(path, bytes.subarray(0, bytes.length / 2));
    }
    throw new Failed(fault.kind === 'killed' ? 'KILLED' : fault.code);
  };
  type Operation = (...args: unknown[]) => unknown;
  const files: Record<string, unknown> = {};
  for (const name of filesNow) {
    const operation = nodeFilesNow[name] as Operation;
    files[name] = (...args: unknown[]) => {
      meet(args);
      return operation(...args);
    };
  }
  for (const [name, operation] of Object.entries({ ...nodeFiles, flushDisk })) {
    if (typeof operation !== 'function') continue;
    files[name] = async (...args: unknown[]) => {
      meet(args);
      return (operation as Operation)(...args);
    };
  }
  return { files: files as unknown as Files, count: () => done };
}

/** A newsroom with an edition out and changes of every kind waiting to be published. */
export interface Crashes {
  /** Operations that publishing the changes takes. */
  operations: number;
  /** What is wrong after publishing the changes failed at an operation, and after the run that follows. */
  failAt: (at: number, fault: Fault) => Promise<string[]>;
  /** Changes of the disk that publishing the changes takes. */
  changes: number;
  /** The same after the power went at one of these. @param next numbers from 0 to 1, which choose what was lost */
  cutAt: (at: number, next: () => number) => Promise<string[]>;
  close: () => Promise<void>;
}

/**
 * @param isFirst nothing is out yet: the changes are the first edition
 * @param compress the edition has compressed copies, which the one before had not
 */
export async function openCrashes(isFirst: boolean, compress = false): Promise<Crashes> {
  const room = await openNewsroom();
  const publishWith = (files: Files) =>
    room.run({ compress }, { files, createPageRenderer, now: new Date('2025-12-17T07:00:00Z') });
  await room.put(
    'stories/lede.json',
    JSON.stringify({ name: 'The Sample', url: 'https://example.org', sections: ['Science'] }),
  );
  for (let day = 1; day <= 9; day += 1) {
    await room.story(`day-${day}`, {
      published: `2025-11-0${day}T09:00:00+00:00`,
      tags: ['Tides'],
      byline: 'Ada Moss',
    });
  }
  if (!isFirst) await room.run({}, { createPageRenderer });
  await change(room);

  const kept = join(room.home, '..', `${room.home.split('/').at(-1)}-kept`);
  await cp(room.home, kept, { recursive: true, preserveTimestamps: true });
  const restore = async (): Promise<void> => {
    for (const folder of ['dist', '.lede']) {
      await rm(join(room.home, folder), { recursive: true, force: true });
      await cp(join(kept, folder), join(room.home, folder), {
        recursive: true,
        preserveTimestamps: true,
      }).catch(() => undefined);
    }
  };
  const counting = failingFiles(Infinity, { kind: 'killed' });
  await publishWith(counting.files);
  const whole = await bytesOf(room);
  await restore();
  const lasting = openLosingDisk(Infinity, () => 0);
  await publishWith(lasting.files);
  const outBefore = (
    await room.list(relative(room.home, join(kept, 'dist'))).catch(() => [])
  ).flatMap((path) => copyEndings.map((ending) => path + ending));

  const otherFiles = async (): Promise<string[]> => {
    const after = await bytesOf(room);
    return [...new Set([...whole.keys(), ...after.keys()])].filter(
      (path) => whole.get(path) !== after.get(path),
    );
  };

  const dist = join(room.home, 'dist');
  const meet = async (files: Files, afterwards = (): void => undefined): Promise<string[]> => {
    await restore();
    const taken = await takenAlong(room);
    await publishWith(files).catch((error: unknown) => {
      // A source that may not be read is an answer too; anything else is a defect.
      const known = [Failed, PowerCut, UnusableSource];
      if (!known.some((kind) => error instanceof kind)) throw error;
    });
    afterwards();
    const wrong = await checkEdition(dist, false).catch((error: unknown) => [String(error)]);
    for (const path of outBefore) if (await isTorn(join(dist, path))) wrong.push(`${path} is torn`);
    if (wrong.length > 0) return wrong.map((one) => `after the fault: ${one}`);
    const meanwhile = await takenAlong(room);
    await publishWith(nodeFiles);
    wrong.push(...(await checkEdition(dist, true)));
    wrong.push(...(await otherFiles()).map((path) => `${path} is not as without the fault`));
    const now = await takenAlong(room);
    const left = (await room.list('dist/take').catch(() => [])).map((name) => `take/${name}`);
    // One run longer: where the failed run made the same, its own leavings are there still.
    const allowed = [...now, ...meanwhile, ...(isDeepStrictEqual(meanwhile, now) ? taken : [])];
    // A device that has just read what the failed run said may still ask for it.
    wrong.push(...meanwhile.filter((src) => !left.includes(src)).map((src) => `${src} is gone`));
    wrong.push(...left.filter((src) => !allowed.includes(src)).map((src) => `${src} is left over`));
    return wrong;
  };

  return {
    operations: counting.count(),
    failAt: (at, fault) => meet(failingFiles(at, fault).files),
    changes: lasting.changes(),
    cutAt(at, next) {
      const disk = openLosingDisk(at, next);
      return meet(disk.files, disk.lose);
    },
    async close() {
      await rm(kept, { recursive: true });
      await room.close();
    },
  };
}

/** A story changes, one is new with a topic of its own, one moves, one is taken back, one gets a picture. */
async function change(room: Newsroom): Promise<void> {
  await room.story('day-3', { headline: 'The third day, told again', tags: ['Tides', 'Storms'] });
  await room.story('new', { tags: ['Storms'], related: [{ headline: 'Not here yet' }] });
  await room.story('day-5', { section: 'Weather', picture: { src: 'moon.png', alt: 'The Moon' } });
  await rm(join(room.home, 'stories/day-4.json'));
}

/** Whether a compressed copy is there and says nothing. */
async function isTorn(path: string): Promise<boolean> {
  const bytes = await readFile(path).catch(() => undefined);
  try {
    if (bytes !== undefined) (path.endsWith('.br') ? brotliDecompressSync : gunzipSync)(bytes);
    return false;
  } catch {
    return true;
  }
}

/** What devices are told to take: files of a name that no other bytes have. */
async function takenAlong(room: Newsroom): Promise<string[]> {
  const text = await readFile(join(room.home, 'dist/take.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  const { parts } = JSON.parse(text) as TakeManifest;
  return parts.flatMap(({ chunks }) => chunks.map(({ src }) => src));
}

async function bytesOf(room: Newsroom): Promise<Map<string, string>> {
  const bytes = new Map<string, string>();
  const taken = await takenAlong(room);
  for (const path of await room.list('dist')) {
    // What editions before had of these stays one run longer, and there was one more run.
    if (/^(media|assets)\//.test(path)) continue;
    if (path.startsWith('take/') && !taken.includes(path)) continue;
    bytes.set(path, await readFile(join(room.home, 'dist', path), 'base64'));
  }
  return bytes;
}
