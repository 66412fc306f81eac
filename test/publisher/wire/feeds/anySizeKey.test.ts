import { expect, it } from 'vitest';
import { anySizeKey } from '../../../../src/publisher/wire/feeds/anySizeKey.ts';

it.each([
  ['https://a.example/p/photo.jpg', 'http://a.example//p/photo-1024x576.jpg?w=800#top'],
  ['https://a.example/photo one.jpg', 'https://a.example/photo%2520one.jpg'],
  ['https://a.example/image?a=1&b=2', 'https://a.example/image?b=2&w=600&a=1'],
  ['https://a.example/size/w600/photo.jpg', 'https://a.example/photo-scaled.jpg'],
])('has one key for %s and %s', (one, other) => {
  expect(anySizeKey(other)).toBe(anySizeKey(one));
});

it.each([
  ['https://a.example/photo.php?id=1', 'https://a.example/photo.php?id=2'],
  ['https://a.example/photo.jpg', 'https://b.example/photo.jpg'],
  ['https://a.example/photo-1.jpg', 'https://a.example/photo-2.jpg'],
])('tells %s from %s', (one, other) => {
  expect(anySizeKey(other)).not.toBe(anySizeKey(one));
});
