import { spawn, type ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { createRequire } from 'node:module';
import * as v from 'valibot';
import { decoderProgram } from './decoderProgram.ts';

/** Formats that are read, by the head of the file, and the only readers in the library that are let at bytes at all. */
const readers = {
  ...{ jpeg: 'Jpeg', png: 'Png', webp: 'Webp', gif: 'Nsgif', tiff: 'Tiff', heif: 'Heif' },
  svg: 'Svg',
} as const;
/** Decoded size above which a picture is refused rather than held in memory; told by its head. Pixels. */
const pixelLimit = 40_000_000;
/** The same for AVIF, which takes twenty bytes to unpack each. */
const heifPixelLimit = 16_000_000;
/** How long one picture may take; an honest one takes less than two seconds on an idle machine. */
const patience = 15_000;

interface Order {
  /** A picture as bare pixels on white that fits into width and height; an icon as a PNG of just that size. */
  kind: 'picture' | 'icon';
  /** Pixels. */
  width: number;
  height: number;
  milliseconds?: number;
}

export interface Decoded {
  data: Uint8Array;
  info: { width: number; height: number; channels: 1 | 2 | 3 | 4 };
}

const answerSchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    bytes: v.number(),
    ...{ width: v.number(), height: v.number(), channels: v.picklist([1, 2, 3, 4]) },
  }),
  v.object({ ok: v.literal(false), bytes: v.number(), reason: v.string() }),
]);

type Answer = v.InferOutput<typeof answerSchema>;

function parseAnswer(line: Buffer): Answer | undefined {
  try {
    return v.parse(answerSchema, JSON.parse(line.toString()));
  } catch {
    return undefined;
  }
}

let before: Promise<unknown> = Promise.resolve();
let running: ChildProcess | undefined;

/**
 * Unpacks a picture upright and in sRGB, or draws a drawing. A small file can be made to take for ever or all memory,
 * and the library that reads it cannot be stopped, so it works in a process of its own, which can. There is one such
 * process, which ends with this one, and pictures take turns: unpacked, one takes some hundred megabytes.
 * @throws {Error} with what is wrong with the picture, as the end of a sentence
 */
export function decode(bytes: Uint8Array, order: Order): Promise<Decoded> {
  const turn = before.then(() => decodeNow(bytes, order));
  before = turn.catch(() => undefined);
  return turn;
}

/** The picture may be well: the machine may have been busy. */
export class TooSlow extends Error {}

async function decodeNow(
  bytes: Uint8Array,
  { milliseconds = patience, ...order }: Order,
): Promise<Decoded> {
  const decoder = isRunning(running) ? running : start();
  running = decoder;
  holdOpen(decoder, true);
  try {
    return await ask(decoder, bytes, order, milliseconds);
  } finally {
    holdOpen(decoder, false);
  }
}

function ask(
  decoder: ChildProcess,
  bytes: Uint8Array,
  order: Omit<Order, 'milliseconds'>,
  milliseconds: number,
): Promise<Decoded> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let held = 0;
    let answer: Answer | undefined;
    const settle = (done: () => void): void => {
      clearTimeout(timer);
      decoder.stdout?.off('data', take);
      decoder.off('close', end);
      done();
    };
    const stop = (error: Error): void => {
      decoder.kill('SIGKILL');
      settle(() => reject(error));
    };
    const timer = setTimeout(() => stop(new TooSlow('it takes too long to read')), milliseconds);
    const end = (): void => settle(() => reject(new Error('it cannot be read')));
    const take = (part: Buffer): void => {
      parts.push(part);
      held += part.length;
      if (answer === undefined) {
        const all = Buffer.concat(parts);
        const line = all.indexOf('\n');
        if (line === -1) return;
        answer = parseAnswer(all.subarray(0, line));
        if (answer === undefined) return stop(new Error('it cannot be read'));
        parts.splice(0, parts.length, all.subarray(line + 1));
        held = all.length - line - 1;
      }
      const whole = answer;
      if (held < whole.bytes) return;
      settle(() => {
        if (!whole.ok) return reject(new Error(whole.reason));
        const { width, height, channels } = whole;
        return resolve({ data: Buffer.concat(parts), info: { width, height, channels } });
      });
    };
    decoder.stdout?.on('data', take);
    decoder.once('close', end);
    const limits = { pixelLimit, heifPixelLimit, bytes: bytes.length };
    decoder.stdin?.write(`${JSON.stringify({ ...order, ...limits })}\n`);
    decoder.stdin?.write(bytes);
  });
}

function start(): ChildProcess {
  const library = createRequire(import.meta.url).resolve('sharp');
  const args = ['-e', decoderProgram, library, JSON.stringify(readers)];
  const stdio = ['pipe', 'pipe', 'ignore'] as const;
  const decoder = spawn(process.execPath, args, { stdio: [...stdio], windowsHide: true });
  // One that ends early does not read all; why it ended is told where it was asked.
  decoder.stdin.on('error', () => undefined);
  decoder.on('error', () => undefined);
  return decoder;
}

function isRunning(decoder: ChildProcess | undefined): decoder is ChildProcess {
  return (
    decoder !== undefined &&
    decoder.exitCode === null &&
    decoder.signalCode === null &&
    !decoder.killed
  );
}

/** While it has no work to do, the process keeps nobody from ending. */
function holdOpen(decoder: ChildProcess, isHeld: boolean): void {
  for (const one of [decoder, decoder.stdin, decoder.stdout]) {
    if (one !== decoder && !(one instanceof Socket)) continue;
    if (isHeld) one.ref();
    else one.unref();
  }
}
