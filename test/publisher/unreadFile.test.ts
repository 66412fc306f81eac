import * as files from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { openNewsroom } from './newsroom.ts';

it('a file that could not be read once is read in the next run, though it is as it was', async () => {
  const room = await openNewsroom();
  await room.story('tide');
  // Old enough that nobody can have changed it within a tick of the disk's clock.
  await new Promise((resolve) => setTimeout(resolve, 80));
  const readFile = (path: string, ...more: never[]) =>
    path.endsWith('tide.json')
      ? Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' }))
      : files.readFile(path, ...more);
  const { refused } = await room.report(
    {},
    { files: { ...files, readFile: readFile as typeof files.readFile } },
  );
  expect(refused.map(({ ref }) => ref)).toEqual(['stories/tide.json']);
  expect((await room.report()).refused).toEqual([]);
  expect((await room.published('tide')).kind).toBe('story');
  await room.close();
});

it.each(['EIO', 'EMFILE', 'EACCES'])(
  'a picture that could not be read once (%s) is in the next edition, though its file is as it was',
  async (code) => {
    const room = await openNewsroom();
    await room.story('tide', { picture: { src: 'moon.png', alt: 'The Moon' } });
    const readFile = (path: string, ...more: never[]) =>
      path.endsWith('moon.png')
        ? Promise.reject(Object.assign(new Error(code), { code }))
        : files.readFile(path, ...more);
    await room.report({}, { files: { ...files, readFile: readFile as typeof files.readFile } });
    expect(await room.published('tide')).not.toHaveProperty('picture');
    await room.report();
    expect(await room.published('tide')).toHaveProperty('picture');
    await room.close();
  },
);

it('a picture that was drawn anew is in the next edition, and its story is all that is made for it', async () => {
  const room = await openNewsroom();
  await room.run();
  const before = await room.published('moon');
  const background = '#a41';
  const drawn = sharp({ create: { width: 400, height: 300, channels: 3, background } });
  await drawn.png().toFile(join(room.home, 'stories/moon.png'));
  const rendered: string[] = [];
  await room.report(
    {},
    {
      createPageRenderer: () => (page) => {
        rendered.push(page.address);
        return 'a page';
      },
    },
  );
  expect(await room.published('moon')).not.toEqual(before);
  expect(rendered).toContain('/story/moon');
  expect(rendered).not.toContain('/story/sun');
  await room.close();
});
