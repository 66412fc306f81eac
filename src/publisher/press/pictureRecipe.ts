import sharp from 'sharp';

/** Raised whenever the bytes made from the same picture change, so that names change with them. */
export const recipeVersion = 1;

/** Widths made, CSS pixels times screen density; a picture is never enlarged. */
const widths = [400, 800, 1600] as const;
const widest = 1600;
/** Decoded size above which a picture is refused rather than held in memory. Pixels. */
const pixelLimit = 50_000_000;
const svgByteLimit = 5 * 1024 * 1024;
const readable: ReadonlySet<string> = new Set([
  ...['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif', 'avif', 'svg'],
]);

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
  const refusal = refuseSvgTricks(bytes);
  if (refusal !== undefined) return { ok: false, reason: refusal };
  try {
    return { ok: true, renditions: await render(bytes) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? firstLine(error.message) : String(error) };
  }
}

async function render(bytes: Uint8Array): Promise<Renditions> {
  const { format, autoOrient } = await sharp(bytes, { limitInputPixels: pixelLimit }).metadata();
  if (!readable.has(format)) throw new Error(`the format ${format} is not read`);
  // A drawing has no pixels of its own, so it is drawn as large as it is ever shown. 72 is the density of one CSS pixel.
  const density = format === 'svg' ? Math.min((72 * widest) / autoOrient.width, 7200) : 72;
  // Decoded and scaled once; every rendition starts from this.
  const { data, info } = await sharp(bytes, { limitInputPixels: pixelLimit, density })
    .timeout({ seconds: 60 })
    .autoOrient()
    .resize({ width: widest, withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const made: Renditions['made'] = [];
  for (const width of widthsFor(info.width)) {
    const scaled = sharp(data, { raw: info }).resize({ width });
    made.push({
      width,
      format: 'avif',
      bytes: await scaled.clone().avif({ quality: 50, effort: 2 }).toBuffer(),
    });
    made.push({
      width,
      format: 'jpg',
      bytes: await scaled.clone().jpeg({ quality: 78, mozjpeg: true }).toBuffer(),
    });
  }
  return { width: info.width, height: info.height, made };
}

/** Width and height of an icon; phones ask for up to 192 on their home screens. */
export const iconSize = 192;

/** A square PNG of a picture, see-through where the picture does not reach. */
export async function makeIcon(
  bytes: Uint8Array,
): Promise<{ ok: true; bytes: Uint8Array } | { ok: false; reason: string }> {
  const refusal = refuseSvgTricks(bytes);
  if (refusal !== undefined) return { ok: false, reason: refusal };
  try {
    const { format, width, height } = await sharp(bytes, {
      limitInputPixels: pixelLimit,
    }).metadata();
    if (!readable.has(format)) throw new Error(`the format ${format} is not read`);
    const density =
      format === 'svg' ? Math.min((72 * iconSize) / Math.max(width, height), 7200) : 72;
    const icon = await sharp(bytes, { limitInputPixels: pixelLimit, density })
      .autoOrient()
      .resize({ width: iconSize, height: iconSize, fit: 'contain', background: '#0000' })
      .png()
      .toBuffer();
    return { ok: true, bytes: icon };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? firstLine(error.message) : String(error) };
  }
}

/** The widths for a picture; one that is hardly narrower than the picture itself is not worth a file. */
function widthsFor(full: number): number[] {
  return [...widths.filter((width) => width * 1.1 < full), Math.min(full, widest)];
}

/** An SVG is rasterised, so scripts and links in it are inert; entities and compression could still unfold to gigabytes. */
function refuseSvgTricks(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'compressed drawings are not read';
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1').replaceAll('\0', '');
  if (!start.includes('<svg') && !start.includes('<?xml') && !start.includes('<!'))
    return undefined;
  if (bytes.length > svgByteLimit) return 'the drawing is larger than 5 MiB';
  const text = Buffer.from(bytes).toString('latin1').replaceAll('\0', '');
  if (/<!ENTITY/i.test(text) || /<!DOCTYPE[^>]*\[/i.test(text)) {
    return 'the drawing defines entities, which are not allowed';
  }
  return undefined;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
