import { expect, test } from 'vitest';
import { Places } from '../../../src/reader/app/places.ts';

test('the places of an hour of reading do not pile up, and the newest are still known', () => {
  const places = new Places(window);
  for (let move = 1; move <= 1000; move += 1) {
    places.arrive(`entry-${move}`);
    places.depart();
  }
  expect(places.arrive('entry-999')).toMatchObject({ scroll: 0 });
  expect(places.arrive('entry-1')).toBeUndefined();
});
