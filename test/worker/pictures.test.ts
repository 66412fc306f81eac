import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { isWholePicture } from '../../src/worker/pictures.ts';

const drawing = sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } });
const pictures = [
  ['image/jpeg', await drawing.clone().jpeg().toBuffer()],
  ['image/png', await drawing.clone().png().toBuffer()],
  ['image/avif', await drawing.clone().avif().toBuffer()],
] as const;

describe.each(pictures)('a picture of type %s', (type, buffer) => {
  const bytes = new Uint8Array(buffer);

  it('is whole as it was made', () => {
    expect(isWholePicture(bytes, type)).toBe(true);
  });

  it('is noticed when it was cut, wherever', () => {
    for (let length = 0; length < bytes.length; length += 7) {
      expect(isWholePicture(bytes.slice(0, length), type)).toBe(false);
    }
  });

  it('is noticed when it is something else', () => {
    const page = new TextEncoder().encode('<!doctype html><h1>Sign in to the network</h1>');
    expect(isWholePicture(page, type)).toBe(false);
  });
});
