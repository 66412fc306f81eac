import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { isWholePicture, pictureWidths } from '../../src/model/pictureForm.ts';
import { isSealRight, sealedName, withPictureSeal } from '../../src/model/pictureSeal.ts';

const drawing = sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } });
const hash = '0123456789abcdef';

describe.each([
  ['avif', 'image/avif', await drawing.clone().avif().toBuffer()],
  ['jpg', 'image/jpeg', await drawing.clone().jpeg({ progressive: true }).toBuffer()],
] as const)('a sealed picture (%s)', (format, type, plain) => {
  const name = sealedName(hash, 40, format);
  const sealing = withPictureSeal(plain, name);

  it('is itself under its own name, wherever it lies', async () => {
    const sealed = await sealing;
    expect(await isSealRight(sealed, name)).toBe(true);
    expect(await isSealRight(sealed, `https://courier.example/news/media/${name}`)).toBe(true);
  });

  it('is still a picture, of the same pixels and as whole as it was', async () => {
    const sealed = await sealing;
    expect(isWholePicture(sealed, type)).toBe(true);
    expect(pictureWidths(sealed, type)).toEqual([40]);
    const pixels = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes).raw().toBuffer();
    expect((await pixels(sealed)).equals(await pixels(plain))).toBe(true);
  });

  it('is no more than thirty bytes larger', async () => {
    expect((await sealing).length - plain.length).toBeLessThanOrEqual(30);
  });

  it('is noticed with any bit bent', async () => {
    const sealed = await sealing;
    for (let at = 0; at < sealed.length; at += 1) {
      const bent = sealed.slice();
      bent[at] = (bent[at] ?? 0) ^ 1;
      expect(await isSealRight(bent, name), `byte ${at}`).toBe(false);
    }
  });

  it('is noticed when it was cut, wherever', async () => {
    const sealed = await sealing;
    for (let length = 0; length < sealed.length; length += 1) {
      expect(await isSealRight(sealed.slice(0, length), name), `${length} bytes`).toBe(false);
    }
  });

  it('is noticed in the place of another', async () => {
    expect(await isSealRight(await sealing, sealedName(hash, 80, format))).toBe(false);
    const other = sealedName('f'.repeat(16), 40, format);
    expect(await isSealRight(await sealing, other)).toBe(false);
  });

  it('is noticed when its seal is gone', async () => {
    expect(await isSealRight(plain, name)).toBe(false);
  });

  it('is not asked of a picture of an older Lede, whose name tells of none', async () => {
    expect(await isSealRight(plain, `media/${hash}-40.${format}`)).toBe(true);
  });
});
