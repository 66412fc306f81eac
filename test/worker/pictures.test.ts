import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/worker/ask.ts';
import { isWholePicture, pictureWidths } from '../../src/model/pictureForm.ts';
import { sealedName, withPictureSeal } from '../../src/model/pictureSeal.ts';
import { answerPicture } from '../../src/worker/pictures.ts';
import { takePicture } from '../../src/worker/take/takePicture.ts';
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

  it('tells how wide it is', () => {
    expect(pictureWidths(bytes, type)).toEqual([40]);
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
  await writeFile(path.join(published.folder, `media/a1-40.${ending}`), buffer);
}
afterAll(() => published.remove());

const nothing = (): Promise<Response> => Promise.resolve(Response.error());

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
  it.each(broken)('is not kept; what the browser makes of it is its own: %o', async (fault) => {
    const host = await FaultyHost.start(published.folder);
    const here = deviceOver(host);
    const url = `${host.address}media/a1-40.${ending}`;
    const kept = async (): Promise<number> =>
      (await (await here.caches.open('lede-pictures')).keys()).length;
    host.breakWith(() => fault);
    const judged = new Response('as it came');
    const answer = await answerPicture(here.device, url, here.lasting, () =>
      Promise.resolve(judged),
    );
    // A line that is seen to break off is not asked twice.
    const isDead = fault.kind === 'cut' && fault.framing !== 'close';
    expect([answer.type === 'error', answer === judged]).toEqual([isDead, !isDead]);
    await here.settle();
    expect(await kept()).toBe(0);
    host.breakWith();
    expect((await answerPicture(here.device, url, here.lasting, nothing)).status).toBe(200);
    await here.settle();
    expect(await kept()).toBe(1);
    await host.close();
  });
});

it.each(['application/octet-stream', ''])(
  'keeps an AVIF from a host that calls it “%s”',
  async (type) => {
    const host = await FaultyHost.start(published.folder);
    const here = deviceOver(host);
    host.breakWith(() => ({ kind: 'type', type }));
    const url = `${host.address}media/a1-40.avif`;
    const answer = await answerPicture(here.device, url, here.lasting, nothing);
    expect(answer.headers.get('content-type')).toBe('image/avif');
    await here.settle();
    expect(await (await here.caches.open('lede-pictures')).keys()).toHaveLength(1);
    await host.close();
  },
);

it('takes a picture along past a damaged copy that the browser has', async () => {
  const host = await FaultyHost.start(published.folder);
  const here = deviceOver(host);
  let asked = 0;
  host.breakWith(() =>
    (asked += 1) === 1 ? { kind: 'cut', after: 'half', framing: 'close' } : undefined,
  );
  const picture = { src: 'media/a1-40.jpg', bytes: pictures[0][1].length };
  const signal = new AbortController().signal;
  expect(await takePicture(here.device, picture, signal)).toBe('kept');
  await host.close();
});

it('waits for a picture as long as something of it comes, and asks once', async () => {
  const host = await FaultyHost.start(published.folder);
  const here = deviceOver(host);
  const bytes = Math.ceil(pictures[2][1].length / 25);
  host.breakWith(() => ({ kind: 'drip', bytes }));
  const url = `${host.address}media/a1-40.avif`;
  const question = { url, types: ['image/avif'], limit: 1000 } as const;
  expect(await ask(here.device, question)).toMatchObject({ why: 'timeout' });
  expect(await ask(here.device, { ...question, isPatient: true })).toMatchObject({ kind: 'new' });
  host.breakWith(() => ({ kind: 'hang', after: 100 }));
  expect(await ask(here.device, { ...question, isPatient: true })).toMatchObject({
    why: 'timeout',
  });
  await host.close();
});

it.each(['jpg', 'png', 'avif'])('keeps no other picture in its place (%s)', async (ending) => {
  const host = await FaultyHost.start(published.folder);
  const here = deviceOver(host);
  // Whole, and of the right kind, but not as wide as its name says.
  const url = `${host.address}media/b2-800.${ending}`;
  const index = ['jpg', 'png', 'avif'].indexOf(ending);
  await writeFile(
    path.join(published.folder, `media/b2-800.${ending}`),
    pictures[index]?.[1] ?? '',
  );
  await answerPicture(here.device, url, here.lasting, nothing);
  await here.settle();
  expect(await (await here.caches.open('lede-pictures')).keys()).toEqual([]);
  await host.close();
});

describe.each([
  ['avif', pictures[2][1]],
  ['jpg', pictures[0][1]],
] as const)('a picture with a seal (%s)', (format, plain) => {
  const name = sealedName('a'.repeat(16), 40, format);
  const place = path.join(published.folder, 'media', name);
  const other = sealedName('b'.repeat(16), 40, format);

  const keptFrom = async (bytes: Uint8Array): Promise<number> => {
    await writeFile(place, bytes);
    const host = await FaultyHost.start(published.folder);
    const here = deviceOver(host);
    const judged = () => Promise.resolve(new Response('as it came'));
    await answerPicture(here.device, `${host.address}media/${name}`, here.lasting, judged);
    await here.settle();
    await host.close();
    return (await (await here.caches.open('lede-pictures')).keys()).length;
  };

  it('is kept', async () => {
    expect(await keptFrom(await withPictureSeal(plain, name))).toBe(1);
  });

  it('is not kept with a bit bent, though it is whole and as wide as it should be', async () => {
    const bent = await withPictureSeal(plain, name);
    const at = bent.length - 40;
    bent[at] = (bent[at] ?? 0) ^ 1;
    expect(await keptFrom(bent)).toBe(0);
  });

  it('is not kept when it is another of that size', async () => {
    expect(await keptFrom(await withPictureSeal(plain, other))).toBe(0);
    expect(await keptFrom(plain)).toBe(0);
  });
});
