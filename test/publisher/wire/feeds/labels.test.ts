import { expect, it } from 'vitest';
import { labelOf } from '../../../../src/publisher/wire/feeds/labels.ts';

it.each(['Promotion', 'Column', 'Leader', 'Background', 'Letters', 'Tribune', 'Advertisement'])(
  'takes the tag "%s" for what a story is about, not for what it is',
  (tag) => {
    expect(labelOf([], ['Football', tag])).toBeUndefined();
    expect(labelOf([`genre:${tag}`])).toBeDefined();
  },
);

it.each([
  ['Sponsored content', 'sponsored'],
  ['Advertorial', 'sponsored'],
  ['Opinion', 'opinion'],
  ['Op-Ed', 'opinion'],
  ['Obituaries', 'obituary'],
])('takes the tag "%s" at its word', (tag, label) => {
  expect(labelOf([], ['Football', tag])).toBe(label);
});
