import { expect, it } from 'vitest';
import { labelOf, labelOfCategories } from '../../../../src/publisher/wire/feeds/labels.ts';

it.each([
  'Promotion',
  'Column',
  'Leader',
  'Background',
  'Letters',
  'Tribune',
  'Advertisement',
  'Satire',
])('takes the tag "%s" for what a story is about, not for what it is', (tag) => {
  expect(labelOf({ tags: ['Football', tag] })).toBeUndefined();
  expect(labelOf({ kinds: [`genre:${tag}`] })).toBeDefined();
});

it.each([
  ['Sponsored content', 'sponsored'],
  ['Advertorial', 'sponsored'],
  ['Opinion', 'opinion'],
  ['Op-Ed', 'opinion'],
  ['Obituaries', 'obituary'],
])('takes the tag "%s" at its word', (tag, label) => {
  expect(labelOf({ tags: ['Football', tag] })).toBe(label);
});

it.each([
  ['Comment', 'opinion'],
  ['Columns', 'opinion'],
  ['Viewpoint', 'opinion'],
  ['Op-Ed', 'opinion'],
  ['Opinion & Debate', 'opinion'],
  ['Kommentare', 'opinion'],
  ['Letters', 'letters'],
  ['Satire', 'satire'],
])('knows by the section "%s" what stands in it', (section, label) => {
  expect(labelOf({ sections: [section], tags: ['Football'] })).toBe(label);
  expect(labelOfCategories(undefined, [section, 'Football'])).toBe(label);
});

it.each(['Comment', 'Columns', 'Viewpoint', 'Letters', 'Satire'])(
  'takes the category "%s" for a tag where the story is filed elsewhere',
  (tag) => {
    expect(labelOfCategories('Europe', ['Magazines', tag])).toBeUndefined();
    expect(labelOfCategories(undefined, ['Europe', tag])).toBeUndefined();
  },
);

it.each(['Promotion', 'Advertisement', 'Background'])(
  'takes a section "%s" for one of sport or of the world',
  (section) => {
    expect(labelOf({ sections: [section] })).toBeUndefined();
  },
);
