import * as files from 'node:fs/promises';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSealRight } from '../../../src/model/pictureSeal.ts';
import {
  pictureKey,
  pressPictures,
  type PressedPictures,
} from '../../../src/publisher/press/pictures.ts';

let home: string;
let root: string;
let cacheFolder: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'lede-pictures-'));
  root = join(home, 'stories');
  cacheFolder = join(home, 'pictures');
  await mkdir(join(root, 'drawings'), { recursive: true });
});

afterEach(() => rm(home, { recursive: true }));

function press(...sources: string[]): Promise<PressedPictures> {
  return pressPictures(
    sources.map((src) => ({
      ref: 'moon.json',
      file: join(root, 'moon.json'),
      root,
      picture: { src, alt: 'The Moon' },
    })),
    { files, cacheFolder, progress: () => undefined },
  );
}

async function pressOne(src: string) {
  const { made, warnings } = await press(src);
  expect(warnings).toEqual([]);
  const picture = made.get(pictureKey(join(root, 'moon.json'), src));
  if (picture === undefined) throw new Error(`${src} was not made`);
  return picture;
}

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#789' } });
const inRoot = (name: string): string => join(root, name);
const widths = (renditions: { width: number }[]): number[] => renditions.map(({ width }) => width);

describe('a picture file', () => {
  it('comes out in three widths, in AVIF and JPEG, named by its content', async () => {
    await photo(2000, 1000).jpeg().toFile(inRoot('moon.jpg'));
    const picture = await pressOne('moon.jpg');
    expect([picture.width, picture.height]).toEqual([1600, 800]);
    expect(widths(picture.avif)).toEqual([400, 800, 1600]);
    expect(widths(picture.jpeg)).toEqual([400, 800, 1600]);
    for (const { src, width } of [...picture.avif, ...picture.jpeg]) {
      expect(src).toMatch(new RegExp(`^media/[0-9a-f]{16}s-${width}\\.(avif|jpg)$`));
      const bytes = await files.readFile(join(cacheFolder, src.slice('media/'.length)));
      expect(await isSealRight(bytes, src)).toBe(true);
      const made = await sharp(bytes).metadata();
      expect(made.width).toBe(width);
      expect(made.format).toBe(src.endsWith('.jpg') ? 'jpeg' : 'heif');
    }
  });

  it.each([
    [1000, [400, 800, 1000]],
    [820, [400, 820]],
    [90, [90]],
  ])('of %i pixels is never enlarged', async (width, expected) => {
    await photo(width, 50).png().toFile(inRoot('small.png'));
    expect(widths((await pressOne('small.png')).jpeg)).toEqual(expected);
  });

  it('stands upright when the camera was turned', async () => {
    await photo(600, 300).withMetadata({ orientation: 6 }).jpeg().toFile(inRoot('turned.jpg'));
    const picture = await pressOne('turned.jpg');
    expect([picture.width, picture.height]).toEqual([300, 600]);
  });

  it('loses what its camera wrote into it', async () => {
    const exif = { IFD0: { Copyright: 'the photographer at home' } };
    await photo(500, 300).withExif(exif).jpeg().toFile(inRoot('told.jpg'));
    const [first] = (await pressOne('told.jpg')).jpeg;
    const made = await sharp(join(cacheFolder, first?.src.slice('media/'.length) ?? '')).metadata();
    expect(made.exif).toBeUndefined();
  });

  it('that is a drawing is drawn as large as it is ever shown', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20H0z"/></svg>';
    await writeFile(inRoot('drawings/moon.svg'), svg);
    const picture = await pressOne('drawings/moon.svg');
    expect([picture.width, picture.height]).toEqual([1600, 800]);
  });

  it('may have a name with spaces, written with escapes', async () => {
    await photo(90, 90).png().toFile(inRoot('full moon.png'));
    expect((await pressOne('full%20moon.png')).width).toBe(90);
    expect((await pressOne('full moon.png')).width).toBe(90);
  });

  it('may be named as Windows writes paths', async () => {
    await photo(90, 90).png().toFile(inRoot('drawings/moon.png'));
    expect((await pressOne('drawings\\moon.png')).width).toBe(90);
    expect((await pressOne('.\\drawings\\moon.png')).width).toBe(90);
  });

  it('is made once and found again the next time', async () => {
    await photo(500, 300).png().toFile(inRoot('moon.png'));
    const first = await pressOne('moon.png');
    const names = await readdir(cacheFolder);
    const times = await Promise.all(names.map((name) => files.stat(join(cacheFolder, name))));
    expect(await pressOne('moon.png')).toEqual(first);
    const again = await Promise.all(names.map((name) => files.stat(join(cacheFolder, name))));
    expect(again.map(({ mtimeMs }) => mtimeMs)).toEqual(times.map(({ mtimeMs }) => mtimeMs));
  });

  it('keeps the names that an older Lede gave its renditions, which have no seal', async () => {
    await photo(90, 90).png().toFile(inRoot('moon.png'));
    const { avif } = await pressOne('moon.png');
    const note = (await readdir(cacheFolder)).find((name) => name.endsWith('.json')) ?? '';
    const older = (await files.readFile(join(cacheFolder, note), 'utf8')).replaceAll('s-', '-');
    await writeFile(join(cacheFolder, note), older);
    const [first] = (await pressOne('moon.png')).avif;
    expect(first?.src).toBe(avif[0]?.src.replace('s-', '-'));
  });

  it('is made anew when the note about it is damaged', async () => {
    await photo(90, 90).png().toFile(inRoot('moon.png'));
    const first = await pressOne('moon.png');
    const note = (await readdir(cacheFolder)).find((name) => name.endsWith('.json')) ?? '';
    await writeFile(join(cacheFolder, note), '{"width":');
    expect(await pressOne('moon.png')).toEqual(first);
  });
});

describe('a story goes without a picture, and the editor is told,', () => {
  const codeFor = async (src: string): Promise<string | undefined> => {
    const { made, warnings } = await press(src);
    expect(made.size).toBe(0);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.ref).toBe('moon.json');
    return warnings[0]?.problem.code;
  };

  it('when the file is not there', async () => {
    expect(await codeFor('gone.jpg')).toBe('missing-picture');
    expect(await codeFor('drawings')).toBe('missing-picture');
    expect(await codeFor('a\0b')).toBe('missing-picture');
  });

  it('when it is no file at all', async () => {
    expect(await codeFor('data:image/png;base64,iVBORw0KGgo=')).toBe('bad-picture');
    expect(await codeFor('file:///etc/hostname')).toBe('bad-picture');
  });

  it('when it lies outside the source folder, by its path or through a link', async () => {
    await photo(90, 90).png().toFile(join(home, 'private.png'));
    await symlink(join(home, 'private.png'), inRoot('link.png'));
    expect(await codeFor('../private.png')).toBe('outside-picture');
    expect(await codeFor('%2e%2e/private.png')).toBe('outside-picture');
    expect(await codeFor('link.png')).toBe('outside-picture');
  });

  it('when it is damaged or no picture', async () => {
    await writeFile(inRoot('text.jpg'), 'not a picture');
    await writeFile(inRoot('empty.jpg'), '');
    const whole = await photo(900, 900).jpeg().toBuffer();
    await writeFile(inRoot('half.jpg'), whole.subarray(0, whole.length / 8));
    expect(await codeFor('text.jpg')).toBe('bad-picture');
    expect(await codeFor('empty.jpg')).toBe('bad-picture');
    expect(await codeFor('half.jpg')).toBe('bad-picture');
    const [told] = (await press('empty.jpg')).warnings;
    expect(told?.problem.message).toBe('the picture empty.jpg is an empty file');
    expect(told?.problem.mend).toContain('save it again, as JPEG');
  });

  it('when it would unfold to more than memory holds', async () => {
    const entities =
      '<!DOCTYPE svg [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&b;</text></svg>';
    await writeFile(inRoot('entities.svg'), entities);
    await writeFile(
      inRoot('huge.svg'),
      `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!--${'x'.repeat(6_000_000)}--></svg>`,
    );
    await writeFile(
      inRoot('tower.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="90000"><path d="M0 0h1v9H0z"/></svg>',
    );
    await photo(8000, 8000).png().toFile(inRoot('wall.png'));
    for (const name of ['entities.svg', 'huge.svg', 'tower.svg', 'wall.png']) {
      expect(await codeFor(name), name).toBe('bad-picture');
    }
  });
});

it('makes a picture that many stories show only once, and tells each of a missing one', async () => {
  await photo(90, 90).png().toFile(inRoot('moon.png'));
  const { made, warnings } = await press('moon.png', 'gone.png', 'moon.png', 'gone.png');
  expect(made.size).toBe(1);
  expect(warnings).toHaveLength(2);
});

it('only looks for pictures when none are to be made', async () => {
  await photo(90, 90).png().toFile(inRoot('moon.png'));
  const wanted = ['moon.png', 'gone.png'].map((src) => ({
    ref: 'moon.json',
    file: inRoot('moon.json'),
    root,
    picture: { src, alt: null },
  }));
  const { made, warnings } = await pressPictures(wanted, { files, progress: () => undefined });
  expect(made.size).toBe(0);
  expect(warnings.map(({ problem }) => problem.code)).toEqual(['missing-picture']);
  expect(await readdir(home)).toEqual(['stories']);
});
