import { expect, it } from 'vitest';
import { withShownPictures } from '../../../src/publisher/editing/pictureTimes.ts';
import type { WireItem } from '../../../src/publisher/wire/wireItem.ts';

it('a held picture that leads its story and stands in it is told of once', () => {
  const picture = { src: 'lamp.jpg', alt: null, embargo: '2099-01-01T00:00:00Z' };
  const item: WireItem = {
    ...{ ref: 'a.json', file: 'a.json', id: 'a', headline: 'The lamp' },
    ...{ tags: [], people: [], places: [], related: [], corrections: [], draft: false },
    picture,
    body: [{ type: 'picture', picture: { ...picture } }],
  };
  const { item: shown, warnings } = withShownPictures(item, new Date('2026-01-01T00:00:00Z'));
  expect(shown.picture).toBeUndefined();
  expect(shown.body).toEqual([]);
  expect(warnings.map(({ message }) => message)).toEqual([
    'left out the picture lamp.jpg: it is held back until 2099-01-01T00:00:00Z',
  ]);
});
