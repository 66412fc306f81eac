import * as files from 'node:fs/promises';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decode } from '../../../src/publisher/press/decoder.ts';
import { makeRenditions } from '../../../src/publisher/press/pictureRecipe.ts';
import { pressPictures } from '../../../src/publisher/press/pictures.ts';
import { startHost } from '../fetch/host.ts';
import { openNewsroom } from '../newsroom.ts';

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#789' } });
const svg = (inner: string, size = 'width="100" height="100"'): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${inner}</svg>`,
  );
const reasonFor = async (bytes: Uint8Array): Promise<string> => {
  const made = await makeRenditions(bytes);
  return made.ok ? 'it was made' : made.reason;
};

/** A PNG of which little more than the head is there, and says that it is this large. */
function pngHead(width: number, height: number): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const mark = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([mark, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(99)))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

describe('a picture that a stranger sends', () => {
  it('is refused by its head when it is too large', async () => {
    expect(await reasonFor(pngHead(65_535, 65_535))).toContain('exceeds pixel limit');
    const avif = await photo(4100, 4000).avif({ effort: 0 }).toBuffer();
    expect(await reasonFor(avif)).toContain('exceeds pixel limit');
  });

  it.each([
    ['a web page', '<!doctype html><title>404</title>'],
    ['a document', '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>'],
    ['a program', '%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd)(r)file'],
    ['a table', '1,2,3\n4,5,6\n'],
    ['bare pixels', `P6 4 4 255\n${'abc'.repeat(16)}`],
  ])('is refused when it is %s', async (_what, text) => {
    expect(await reasonFor(Buffer.from(text))).toContain('unsupported image format');
  });

  it('is no picture when it is too small to be seen: such ones count who reads', async () => {
    expect(await reasonFor(await photo(1, 1).gif().toBuffer())).toContain('too few to be seen');
    expect(await reasonFor(await photo(2, 500).png().toBuffer())).toContain('too few to be seen');
    expect(await reasonFor(await photo(3, 3).png().toBuffer())).toBe('it was made');
  });

  it('loses what hangs on behind it', async () => {
    const script = '<script>alert(1)</script>';
    const made = await makeRenditions(
      Buffer.concat([await photo(90, 90).jpeg().toBuffer(), Buffer.from(script)]),
    );
    if (!made.ok) throw new Error(made.reason);
    expect(made.renditions.made).toHaveLength(2);
    for (const { bytes } of made.renditions.made) {
      expect(Buffer.from(bytes).includes('script')).toBe(false);
    }
  });

  it('stands still', async () => {
    const frames = await Promise.all(
      ['#111', '#999'].map((background) =>
        sharp({ create: { width: 40, height: 40, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const made = await makeRenditions(moving);
    expect(made).toMatchObject({ ok: true, renditions: { width: 40, height: 40 } });
  });

  it('may be a tower, of which the formats take only so much', async () => {
    const made = await makeRenditions(await photo(90, 20_000).png().toBuffer());
    expect(made).toMatchObject({ ok: true, renditions: { width: 54, height: 12_000 } });
  });
});

describe('a drawing that a stranger sends', () => {
  it('loads nothing from here or elsewhere', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lede-drawing-'));
    await sharp({ create: { width: 9, height: 9, channels: 3, background: '#f00' } }).toFile(
      join(folder, 'red.png'),
    );
    const host = await startHost((_request, response) => response.end());
    const images = [`file://${folder}/red.png`, `${folder}/red.png`, `${host.address}/red.png`]
      .map((href) => `<image xlink:href="${href}" href="${href}" width="100" height="100"/>`)
      .join('');
    const style = `<style>@import url(${host.address}/a.css); rect { fill: url(${host.address}/b.svg#c) }</style>`;
    const made = await makeRenditions(svg(`${style}${images}<rect width="9" height="9"/>`));
    await rm(folder, { recursive: true });
    if (!made.ok) throw new Error(made.reason);
    const jpeg = made.renditions.made.findLast(({ format }) => format === 'jpg');
    const { dominant } = await sharp(jpeg?.bytes).stats();
    expect(dominant.g).toBeGreaterThan(200);
    expect(host.asked).toEqual([]);
  });

  it('is given up when it takes for ever, and so is all that it does', async () => {
    const levels = Array.from({ length: 11 }, (_, index) => {
      const below = `<use xlink:href="#a${index}"/>`.repeat(10);
      return `<g id="a${index + 1}">${below}</g>`;
    }).join('');
    const bomb = svg(
      `<defs><g id="a0"><rect width="9" height="9"/></g>${levels}</defs><use xlink:href="#a11"/>`,
    );
    const order = { kind: 'picture', width: 100, height: 100 } as const;
    // The first one starts the process that the second one has to stop.
    await decode(await photo(9, 9).png().toBuffer(), order);
    const [given, next] = await Promise.allSettled([
      decode(bomb, { ...order, milliseconds: 700 }),
      decode(await photo(9, 9).png().toBuffer(), order),
    ]);
    expect(given).toMatchObject({ reason: { message: 'it takes too long to read' } });
    expect(next).toMatchObject({ value: { info: { width: 9, height: 9 } } });
  });

  it.each([
    ['higher than can be drawn', 'width="10" height="1000000"'],
    ['without any size', 'width="0" height="0"'],
  ])('is refused when it is %s', async (_what, size) => {
    expect(await reasonFor(svg('<rect width="9" height="9"/>', size))).not.toBe('it was made');
  });
});

describe('pictures together', () => {
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'lede-pictures-'));
    await mkdir(join(home, 'made'));
  });
  afterEach(() => rm(home, { recursive: true }));

  const feed = 'https://example.org/feed';
  /** Presses pictures that feeds named, as fetched already. */
  async function press(
    pictures: Record<string, Buffer>,
    { ticks = (): number => performance.now(), from = (_name: string): string => feed } = {},
  ) {
    const fetched = new Map<string, { ok: true; path: string }>();
    for (const [name, bytes] of Object.entries(pictures)) {
      const path = join(home, `${name}.picture`);
      await writeFile(path, bytes);
      fetched.set(`https://example.org/${name}`, { ok: true, path });
    }
    const wanted = Object.keys(pictures).map((src) => {
      return { ref: src, file: from(src), root: home, picture: { src, alt: null } };
    });
    const cacheFolder = join(home, 'made');
    const work = { files, fetched, cacheFolder, ticks, progress: () => undefined };
    return pressPictures(wanted, work);
  }

  it('may be one and the same under many names at once', async () => {
    const bytes = await photo(500, 300).png().toBuffer();
    const names = Array.from({ length: 12 }, (_, index) => `p${index}`);
    const { made, warnings } = await press(Object.fromEntries(names.map((name) => [name, bytes])));
    expect(warnings).toEqual([]);
    expect(made.size).toBe(12);
    expect(await readdir(join(home, 'made'))).toHaveLength(5);
  });

  it('of a feed that take too long wait for the next run, and those of others do not', async () => {
    let time = 0;
    const bytes = await photo(9, 9).png().toBuffer();
    const names = Array.from({ length: 20 }, (_, index) => `p${index}`);
    const { made, warnings } = await press(
      Object.fromEntries(names.map((name) => [name, bytes])),
      // Two at a time, so each takes twice what passes between.
      {
        ticks: () => (time += 5000),
        from: (name) => (name === 'p19' ? 'https://example.org/other' : feed),
      },
    );
    expect(made.size).toBeLessThan(15);
    expect(made.has('https://example.org\np19')).toBe(true);
    expect(warnings.at(-1)?.problem.message).toContain('the next run goes on with them');
  });

  it('that cannot be used are not tried again until they change', async () => {
    const broken = (await photo(90, 90).png().toBuffer()).subarray(0, 80);
    const [first] = (await press({ moon: broken })).warnings;
    const note = join(home, 'moon.refused');
    const told = JSON.parse(await readFile(note, 'utf8')) as { hash: string; reason: string };
    expect(first?.problem.message).toContain(told.reason);
    await writeFile(note, JSON.stringify({ ...told, reason: 'so it was said' }));
    const [second] = (await press({ moon: broken })).warnings;
    expect(second?.problem.message).toContain('so it was said');
    expect((await press({ moon: await photo(90, 90).png().toBuffer() })).warnings).toEqual([]);
  });

  it('leave nothing behind that was half made', async () => {
    const room = await openNewsroom();
    await room.report();
    const [made = ''] = (await room.list('.lede/dist/pictures')).filter((name) =>
      name.endsWith('.avif'),
    );
    await room.put(`.lede/dist/pictures/.${made}.lede-aside`, 'half');
    await room.report();
    const left = await room.list('.lede/dist/pictures');
    await room.close();
    expect(left).toContain(made);
    expect(left.filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
