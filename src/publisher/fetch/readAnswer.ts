import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { PassThrough, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { connectionFailure } from './connectionFailure.ts';
import { failed, type FetchFailure } from './fetched.ts';

/** Unpacked to packed; an honest text packs 5 : 1, seldom 20 : 1. */
const ratioLimit = 100;
/** Below this much unpacked text the ratio does no harm: a page of spaces packs well. Bytes. */
const ratioStart = 1024 * 1024;

class TooLarge extends Error {}

/**
 * The body of an answer, unpacked as it comes in and given up as soon as it is more than `limit` bytes.
 * One layer of gzip, deflate or brotli is undone; a second one is nobody's honest need.
 */
export async function readAnswer(
  answer: IncomingMessage,
  limit: number,
  signal: AbortSignal,
): Promise<{ kind: 'read'; bytes: Uint8Array } | FetchFailure> {
  let received = 0;
  let unpacked = 0;
  const parts: Buffer[] = [];
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      done(received > limit ? new TooLarge() : null, chunk);
    },
  });
  const collect = new Writable({
    write(chunk: Buffer, _encoding, done) {
      unpacked += chunk.length;
      const isBomb = unpacked > ratioStart && unpacked > received * ratioLimit;
      const isTooLarge = isBomb || unpacked > limit;
      if (!isTooLarge) parts.push(chunk);
      done(isTooLarge ? new TooLarge() : null);
    },
  });
  try {
    const unpack = await unpackerFor(answer, signal);
    if (unpack === undefined) {
      return failed('bad-answer', 'the answer is packed in a way that was not asked for');
    }
    await pipeline(answer, count, unpack, collect, { signal });
  } catch (error) {
    if (!(error instanceof TooLarge)) return connectionFailure(error);
    const size = `${limit / 1024 / 1024} MiB`;
    return failed('too-large', `the answer is larger than ${size}, or unpacks far beyond its size`);
  }
  return { kind: 'read', bytes: Buffer.concat(parts) };
}

async function unpackerFor(
  answer: IncomingMessage,
  signal: AbortSignal,
): Promise<Transform | undefined> {
  switch ((answer.headers['content-encoding'] ?? '').trim().toLowerCase()) {
    case '':
    case 'identity':
      return new PassThrough();
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      return (await hasZlibHeader(answer, signal)) ? createInflate() : createInflateRaw();
    default:
      return undefined;
  }
}

/** Half of the web took "deflate" to mean the bare stream, without the header that the standard asks for. */
async function hasZlibHeader(answer: IncomingMessage, signal: AbortSignal): Promise<boolean> {
  await once(answer, 'readable', { signal });
  const chunk: unknown = answer.read();
  if (!(chunk instanceof Buffer)) return true;
  answer.unshift(chunk);
  return ((chunk[0] ?? 0) & 15) === 8;
}
