import sharp from 'sharp';
import { afterEach, expect, test, vi } from 'vitest';
import type { Picture } from '../../../src/model/picture.ts';
import { sealedName, withPictureSeal } from '../../../src/model/pictureSeal.ts';
import { keepPictures } from '../../../src/reader/features/saved/keepPictures.ts';

afterEach(() => vi.unstubAllGlobals());

const red = sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } });
const hash = '0123456789abcdef';
const [avif, jpeg] = [sealedName(hash, 40, 'avif'), sealedName(hash, 40, 'jpg')];
const published = new Map([
  [avif, await withPictureSeal(await red.clone().avif().toBuffer(), avif)],
  [jpeg, await withPictureSeal(await red.clone().jpeg().toBuffer(), jpeg)],
]);
const picture: Picture = {
  ...{ alt: 'Red', width: 40, height: 30 },
  avif: [{ src: `media/${avif}`, width: 40 }],
  jpeg: [{ src: `media/${jpeg}`, width: 40 }],
};

/** Saves the picture from a line that does this to its files. @returns the names of what was kept */
async function savedOver(line: (name: string, bytes: Uint8Array) => void, isSecure = true) {
  vi.stubGlobal('isSecureContext', isSecure);
  vi.stubGlobal('createImageBitmap', async () => ({ width: 40, close: () => undefined }));
  vi.stubGlobal('fetch', async (url: string) => {
    const name = url.slice(url.lastIndexOf('/') + 1);
    const bytes = published.get(name)?.slice() ?? new Uint8Array();
    line(name, bytes);
    return new Response(bytes);
  });
  const { kept } = await keepPictures([picture], (path) => `/${path}`);
  return kept.map(({ src }) => src);
}

const bend = (bytes: Uint8Array): void => {
  bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
};

test('a saved story has the picture as it was published', async () => {
  expect(await savedOver(() => undefined)).toEqual([`media/${avif}`]);
});

test('a picture that was bent on the way is not saved: the other format is tried', async () => {
  expect(await savedOver((name, bytes) => name === avif && bend(bytes))).toEqual([`media/${jpeg}`]);
  expect(await savedOver((_name, bytes) => bend(bytes))).toEqual([]);
});

test('a page that cannot make a hash takes a picture by its form', async () => {
  expect(await savedOver((_name, bytes) => bend(bytes), false)).toEqual([`media/${avif}`]);
});
