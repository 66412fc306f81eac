import { expect, it } from 'vitest';
import { unknownSlug } from '../../../src/publisher/desk/unknownSlug.ts';

const slugs = ['moon-is-leaving', 'moon-rocks', 'why-the-tide-comes-twice', 'sun', 'the-fall'];

it.each([
  [
    'moon-is-leavign',
    'no story of this edition has the slug moon-is-leavign, did you mean moon-is-leaving?',
  ],
  ['tide-comes-twice', 'did you mean why-the-tide-comes-twice?'],
  ['moon', 'did you mean moon-rocks or moon-is-leaving?'],
  ['the-fire', 'the-fire, did you mean the-fall?'],
])('names what %s perhaps meant', (slug, words) => {
  const { message, mend } = unknownSlug(slug, slugs);
  expect(`${message}, ${mend}`).toContain(words);
});

it('does not guess where nothing is near', () => {
  expect(unknownSlug('volcano', slugs)).toEqual({
    message: 'no story of this edition has the slug volcano',
    mend: 'write the slug of a story, the last part of its address, or remove it',
  });
});

it.each([
  ['https://paper.example/story/sun', undefined, 'set "url" in lede.json'],
  ['https://other.example/story/sun', 'https://paper.example', 'write the slug of a story'],
  ['paper.example/story/sun', undefined, 'write the slug of a story'],
])('says what makes the address %s known', (address, url, words) => {
  const { message, mend } = unknownSlug(address, slugs, new Map(), url);
  expect(message).toContain(`${address} is not the address of a story of this edition`);
  expect(mend).toContain(words);
});
