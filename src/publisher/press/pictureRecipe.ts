import sharp, { type Sharp } from 'sharp';
import { draw, refuseDrawing } from './drawing.ts';

/** Widths made, CSS pixels times screen density; a picture is never enlarged. */
const widths = [400, 800, 1600] as const;
const widest = 1600;
/** AVIF ends at 16,384, and nobody scrolls past that much of one picture. Pixels. */
const tallest = 12_000;
/** Below this, either way, nobody sees it: such pictures only count who reads. Pixels. */
const smallest = 3;
/** Decoded size above which a picture is refused rather than held in memory; told by its head. Pixels. */
const pixelLimit = 40_000_000;
/** The same for AVIF, which takes twenty bytes to unpack each. */
const heifPixelLimit = 16_000_000;
/** Decoded size from which pictures are unpacked one after the other. Pixels. */
const bigFrom = 12_000_000;
/** Seconds for one step with one picture. */
const timeLimit = { seconds: 30 };

/** Formats that are read, by the head of the file, and the only readers in the library that are let at bytes at all. */
const readers = {
  ...{ jpeg: 'Jpeg', png: 'Png', webp: 'Webp', gif: 'Nsgif', tiff: 'Tiff', heif: 'Heif' },
  svg: 'Svg',
} as const;
// Nothing is made twice in a run, so what the library keeps for that is memory lost.
sharp.cache(false);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: Object.values(readers).map((name) => `VipsForeignLoad${name}`) });

/** The pictures made from one: sizes in pixels, smallest first. */
export interface Renditions {
  width: number;
  height: number;
  made: { width: number; format: 'avif' | 'jpg'; bytes: Uint8Array }[];
}

/**
 * Makes our renditions of a picture: upright, on white, sRGB, without its metadata.
 *
 * @returns what was made, or what is wrong with the picture, as the end of a sentence
 */
export async function makeRenditions(
  bytes: Uint8Array,
): Promise<{ ok: true; renditions: Renditions } | { ok: false; reason: string }> {
  return attempt(async () => ({ renditions: await render(bytes) }), bytes);
}

async function render(bytes: Uint8Array): Promise<Renditions> {
  const { format, width, height } = await headOf(bytes);
  // A drawing has no pixels of its own, so it is drawn as large as it is ever shown.
  const drawn = format === 'svg' ? await drawTo(bytes, width, widest) : bytes;
  // Decoded and scaled once; every rendition starts from this.
  const decode = () =>
    open(drawn)
      .autoOrient()
      .resize({ width: widest, height: tallest, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
  const { data, info } = await (width * height < bigFrom ? decode() : oneByOne(decode));
  if (Math.min(info.width, info.height) < smallest) {
    throw new Error(`it is ${info.width} by ${info.height} pixels, too few to be seen`);
  }
  const made: Renditions['made'] = [];
  for (const wide of widthsFor(info.width)) {
    const scaled = sharp(data, { raw: info }).timeout(timeLimit).resize({ width: wide });
    // Measured: twice the effort of 1 takes three times as long and saves 6 % of the bytes, which counts where phones
    // look; the JPEG encoder that saves as much takes seven times as long as a lower quality that looks the same.
    const effort = wide > 800 ? 1 : 2;
    const avif = await scaled.clone().avif({ quality: 50, effort }).toBuffer();
    made.push({ width: wide, format: 'avif', bytes: avif });
    const jpeg = await scaled.clone().jpeg({ quality: 70, progressive: true }).toBuffer();
    made.push({ width: wide, format: 'jpg', bytes: jpeg });
  }
  return { width: info.width, height: info.height, made };
}

/** The widths for a picture; one that is hardly narrower than the picture itself is not worth a file. */
function widthsFor(full: number): number[] {
  return [...widths.filter((width) => width * 1.1 < full), Math.min(full, widest)];
}

/** What the head of a picture says; its pixels are not touched yet. */
export async function headOf(
  bytes: Uint8Array,
): Promise<{ format: string; width: number; height: number }> {
  const { format, autoOrient } = await open(bytes).metadata();
  if (!Object.hasOwn(readers, format)) throw new Error(`the format ${format} is not read`);
  if (format === 'heif' && autoOrient.width * autoOrient.height > heifPixelLimit) {
    throw new Error('Input image exceeds pixel limit');
  }
  return { format, ...autoOrient };
}

/** Of a moving picture only the first frame is read. */
export function open(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: pixelLimit }).timeout(timeLimit);
}

/** A drawing at such a size that what measures `length` in it measures `wanted` pixels; 72 is the density of its own. */
export function drawTo(bytes: Uint8Array, length: number, wanted: number): Promise<Uint8Array> {
  const density = Math.min(Math.max((72 * wanted) / length, 1), 7200);
  return draw(bytes, { density, pixelLimit });
}

type Attempt<Made> = ({ ok: true } & Made) | { ok: false; reason: string };

/** Makes something of a picture, or says what is wrong with the picture, as the end of a sentence. */
export async function attempt<Made>(
  make: () => Promise<Made>,
  bytes: Uint8Array,
): Promise<Attempt<Made>> {
  const refusal = refuseDrawing(bytes);
  if (refusal !== undefined) return { ok: false, reason: refusal };
  try {
    return { ok: true, ...(await make()) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? firstLine(error.message) : String(error) };
  }
}

let before: Promise<unknown> = Promise.resolve();

/** Does one after the other what takes some hundred megabytes. */
function oneByOne<Result>(work: () => Promise<Result>): Promise<Result> {
  const turn = before.then(work);
  before = turn.catch(() => undefined);
  return turn;
}

/** A message of the library, of which the rest is for its makers. */
function firstLine(message: string): string {
  return (message.split('\n', 1)[0] ?? message).slice(0, 200);
}
