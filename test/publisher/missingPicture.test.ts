import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Block } from '../../src/model/body.ts';
import { openNewsroom, type Newsroom } from './newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
});
afterEach(() => room.close());

const withoutPictures = { reach: { allowHosts: [], isOffline: true, hasPictures: false } };
const bodyOf = async (slug: string): Promise<Block[]> => {
  const story = await room.published(slug);
  return story.kind === 'story' ? story.body : [];
};
const media = async (): Promise<string[]> => {
  return (await room.list('dist')).filter((path) => path.startsWith('media/'));
};

it('a picture that cannot be had leaves its words in their place', async () => {
  const missing = (name: string, caption: string) => ({ src: `${name}.png`, alt: '', caption });
  await room.story('tide', {
    picture: { ...missing('lead', 'The harbour at dawn.'), credit: 'Photograph: Ada Moss' },
    body: [
      'The tide turns.',
      { type: 'picture', ...missing('one', 'The quay.') },
      { type: 'gallery', pictures: [missing('two', 'The mole.'), { src: 'moon.png', alt: '' }] },
    ],
  });
  await room.run();
  const body = await bodyOf('tide');
  const notes = body.flatMap((block) => (block.type === 'note' ? block.children : []));
  expect(notes).toEqual(['The harbour at dawn. (Photograph: Ada Moss)', 'The quay.', 'The mole.']);
  expect(body.filter(({ type }) => type === 'gallery')).toHaveLength(1);
});

it('a lead picture that cannot be had repeats nothing that the text says', async () => {
  const picture = { src: 'lead.png', alt: '', caption: 'The tide turns.' };
  await room.story('tide', { picture, body: 'The tide turns.' });
  await room.run();
  expect(await bodyOf('tide')).toHaveLength(1);
});

it('without pictures those of the edition before go as other files do: one run later', async () => {
  await room.run();
  expect((await media()).length).toBeGreaterThan(1);
  await room.run(withoutPictures);
  expect(await room.published('moon')).not.toHaveProperty('picture');
  expect((await media()).length).toBeGreaterThan(1);
  await room.run(withoutPictures);
  expect(await media()).toEqual([]);
  expect(await room.list('.lede/dist')).not.toContainEqual(expect.stringMatching(/^pictures\//));
  await room.run();
  expect(await room.published('moon')).toHaveProperty('picture');
});
