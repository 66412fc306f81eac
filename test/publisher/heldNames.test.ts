import { afterEach, beforeEach, expect, it } from 'vitest';
import { openNewsroom, type Newsroom } from './newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
});
afterEach(() => room.close());

it('a story that is named and held back is said to be held back, whether it was out or not', async () => {
  const front = { lead: 'mars', front: ['moon'] };
  await room.put('stories/lede.json', JSON.stringify({ name: 'The Sample', ...front }));
  await room.report();
  await room.story('sun', { related: ['mars', 'moon', 'venus'] });
  await room.story('mars', { embargo: '2099-01-01T00:00:00Z' });
  await room.story('moon', { draft: true });
  const { warnings } = await room.report();
  const why = warnings.map(({ problem }) => [problem.code, problem.message]);
  expect(why).toEqual(
    expect.arrayContaining([
      ['unknown-lead', 'the story mars is held back until 2099-01-01T00:00:00Z'],
      ['unknown-front', 'the story moon is held back as a draft'],
      [
        'held-related',
        'left "mars" out of the related list: it is held back until 2099-01-01T00:00:00Z',
      ],
      ['held-related', 'left "moon" out of the related list: it is held back as a draft'],
      [
        'unknown-related',
        'left "venus" out of the related list: no story of this edition has that slug',
      ],
    ]),
  );
});
