import sharp from 'sharp';
import { iconFiles, type IconFile } from '../../model/icon.ts';
import { paper } from '../../model/paper.ts';
import { decode } from './decoder.ts';
import { attempt } from './pictureRecipe.ts';

/** The largest icon made. Pixels. */
const largest = 512;
/**
 * Share of an icon's width that is filled: the circle which no system cuts into takes 0.8, and scaling smears a little.
 * Source: https://www.w3.org/TR/appmanifest/#icon-masks
 */
const safeZone = 0.77;

type Made = { ok: true; icons: { icon: IconFile; bytes: Uint8Array }[] };

/**
 * Makes an icon's files from a picture: square PNGs, see-through where the picture does not reach, and maskable ones.
 *
 * @param icon path of the smallest, as `iconFiles` takes it
 * @returns what was made, or what is wrong with the picture, as the end of a sentence
 */
export async function makeIcons(
  bytes: Uint8Array,
  icon?: string,
): Promise<Made | { ok: false; reason: string }> {
  return attempt(async () => {
    const square = await toSquare(bytes);
    const masked = await toMaskable(square);
    const icons = iconFiles(icon).map(async (file) => {
      const whole = file.purpose === 'any' ? square : masked;
      const made = sharp(whole).resize({ width: file.size }).png({ compressionLevel: 9 });
      return { icon: file, bytes: await made.toBuffer() };
    });
    return { icons: await Promise.all(icons) };
  }, bytes);
}

async function toSquare(bytes: Uint8Array): Promise<Uint8Array> {
  const { data } = await decode(bytes, { kind: 'icon', width: largest, height: largest });
  return data;
}

/**
 * Moves what an icon shows into the circle that is always seen, and carries its own ground to the edges; one that is
 * see-through there is set on paper.
 */
async function toMaskable(square: Uint8Array): Promise<Uint8Array> {
  const { data } = await sharp(square)
    .extract({ left: 0, top: 0, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [r = 0, g = 0, b = 0, alpha = 0] = data;
  const ground = alpha === 255 ? { r, g, b, alpha: 1 } : paper.light;
  // Without its even ground; one that is nothing else stays whole.
  const shown = await sharp(square).trim().png().toBuffer();
  const { width, height } = await sharp(shown).metadata();
  // Its corners stay within the circle.
  const scale = (largest * safeZone) / Math.hypot(width, height);
  const fitted = await sharp(shown)
    .resize({ width: Math.max(1, Math.floor(width * scale)) })
    .toBuffer();
  return sharp({ create: { width: largest, height: largest, channels: 4, background: ground } })
    .composite([{ input: fitted }])
    .png()
    .toBuffer();
}
