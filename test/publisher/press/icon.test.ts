import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeIcons } from '../../../src/publisher/press/iconRecipe.ts';
import { projectFolder } from '../../support/projectFolder.ts';

const square = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 4, background } })
    .png()
    .toBuffer();

async function made(bytes: Uint8Array) {
  const icons = await makeIcons(bytes, 'media/0123456789abcdef-192.png');
  if (!icons.ok) throw new Error(icons.reason);
  return new Map(icons.icons.map(({ icon, bytes: png }) => [icon.path, png]));
}

async function pixelsOf(png: Uint8Array | undefined) {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    size: info.width,
    at: (x: number, y: number) => [...data.subarray((y * info.width + x) * 4).subarray(0, 4)],
  };
}

/** Places outside the circle that is always seen whose colour is not that of the corner. */
async function strays(png: Uint8Array | undefined): Promise<number> {
  const { size, at } = await pixelsOf(png);
  const corner = at(0, 0).join();
  let count = 0;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const away = Math.hypot(x + 0.5 - size / 2, y + 0.5 - size / 2);
      if (away > size * 0.4 + 1 && at(x, y).join() !== corner) count += 1;
    }
  }
  return count;
}

describe('an icon', () => {
  it('is made in two sizes, each once as it is and once for systems that cut it round', async () => {
    const icons = await made(await square(300, 300, '#345678'));
    const sizes = await Promise.all(
      [...icons].map(async ([name, png]) => {
        const { format, width, height } = await sharp(png).metadata();
        return [name, format, width, height];
      }),
    );
    expect(sizes).toEqual([
      ['media/0123456789abcdef-192.png', 'png', 192, 192],
      ['media/0123456789abcdef-512.png', 'png', 512, 512],
      ['media/0123456789abcdef-maskable-192.png', 'png', 192, 192],
      ['media/0123456789abcdef-maskable-512.png', 'png', 512, 512],
    ]);
  });

  it('that is not square stands on nothing, and on paper where it is cut round', async () => {
    const icons = await made(await square(400, 100, '#a3181e'));
    const asItIs = await pixelsOf(icons.get('media/0123456789abcdef-512.png'));
    expect(asItIs.at(256, 256)).toEqual([0xa3, 0x18, 0x1e, 255]);
    expect(asItIs.at(0, 0)[3]).toBe(0);
    const round = await pixelsOf(icons.get('media/0123456789abcdef-maskable-512.png'));
    expect(round.at(256, 256)).toEqual([0xa3, 0x18, 0x1e, 255]);
    expect(round.at(0, 0)).toEqual([0xfc, 0xfb, 0xf9, 255]);
  });

  it("of the reader's own loses nothing where it is cut round", async () => {
    const icons = await made(await readFile(path.join(projectFolder, 'public/icon.svg')));
    const round = icons.get('media/0123456789abcdef-maskable-192.png');
    expect(await strays(round)).toBe(0);
    expect(await strays(icons.get('media/0123456789abcdef-192.png'))).toBeGreaterThan(0);
    const { at, size } = await pixelsOf(round);
    expect(at(0, 0)).toEqual([0xfc, 0xfb, 0xf9, 255]);
    const reds = Array.from({ length: size * size }, (_, n) => at(n % size, Math.floor(n / size)));
    expect(reds.some(([r = 0, g = 0]) => r > 150 && g < 60)).toBe(true);
  });
});
