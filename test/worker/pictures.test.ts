import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { answerPicture, isWholePicture } from '../../src/worker/pictures.ts';
import type { Fault } from '../support/faults.ts';
import { FaultyHost } from '../support/faultyHost.ts';
import { deviceOver, publishFolder, storyOf } from './edition.ts';

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

const published = await publishFolder([storyOf('moon', 'The Moon')]);
await mkdir(path.join(published.folder, 'media'));
for (const [type, buffer] of pictures) {
  const ending = type === 'image/jpeg' ? 'jpg' : type.slice('image/'.length);
  await writeFile(path.join(published.folder, `media/a1-800.${ending}`), buffer);
}
afterAll(() => published.remove());

const broken: Fault[] = [
  ...(['length', 'chunked', 'close'] as const).map((framing): Fault => ({
    ...{ kind: 'cut', after: 'half', framing },
  })),
  { kind: 'captive' },
  { kind: 'redirect', to: '/sign-in' },
  { kind: 'status', status: 203, isWhole: true },
  { kind: 'swap', body: '<!doctype html><h1>Sign in to the network</h1>' },
  { kind: 'type', type: 'text/html' },
];

describe.each(['jpg', 'png', 'avif'])('a broken answer for a picture (%s)', (ending) => {
  it.each(broken)('is neither kept nor shown: %o', async (fault) => {
    const host = await FaultyHost.start(published.folder);
    const here = deviceOver(host);
    const url = `${host.address}media/a1-800.${ending}`;
    const kept = async (): Promise<number> =>
      (await (await here.caches.open('lede-pictures')).keys()).length;
    host.breakWith(() => fault);
    expect((await answerPicture(here.device, url, here.lasting)).type).toBe('error');
    await here.settle();
    expect(await kept()).toBe(0);
    host.breakWith();
    expect((await answerPicture(here.device, url, here.lasting)).status).toBe(200);
    await here.settle();
    expect(await kept()).toBe(1);
    await host.close();
  });
});
