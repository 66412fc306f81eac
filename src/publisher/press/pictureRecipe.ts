import sharp from 'sharp';
import { decode, TooSlow } from './decoder.ts';
import { refuseDrawing } from './refuseDrawing.ts';

/** Widths made, CSS pixels times screen density; a picture is never enlarged. */
const widths = [400, 800, 1600] as const;
const widest = 1600;
/** AVIF ends at 16,384, and nobody scrolls past that much of one picture. Pixels. */
const tallest = 12_000;
/** Below this, either way, nobody sees it: such pictures only count who reads. Pixels. */
const smallest = 3;
/** Seconds for one step with one picture. */
const timeLimit = { seconds: 30 };

// Nothing is made twice in a run, so what the library keeps for that is memory lost.
sharp.cache(false);

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
): Promise<Attempt<{ renditions: Renditions }>> {
  return attempt(async () => ({ renditions: await render(bytes) }), bytes);
}

async function render(bytes: Uint8Array): Promise<Renditions> {
  // Unpacked and scaled once; every rendition starts from this.
  const { data, info } = await decode(bytes, { kind: 'picture', width: widest, height: tallest });
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

/** `isPassing`: another time it may come to more. */
type Attempt<Made> = ({ ok: true } & Made) | { ok: false; reason: string; isPassing?: true };

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
    const reason = error instanceof Error ? firstLine(error.message) : String(error);
    return { ok: false, reason, ...(error instanceof TooSlow && { isPassing: true }) };
  }
}

/** A message of the library, of which the rest is for its makers. */
function firstLine(message: string): string {
  return (message.split('\n', 1)[0] ?? message).slice(0, 200);
}
