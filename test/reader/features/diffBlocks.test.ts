import { expect, test } from 'vitest';
import { diffBlocks } from '../../../src/reader/features/changes/diffBlocks.ts';
import { hashText } from '../../../src/reader/storage/hashText.ts';

const said = (...texts: string[]) => texts.map((text) => ({ hash: hashText(text), text }));

const moon = 'The Moon moves away by 3.8 centimetres a year.';
const tides = 'The tides are the cause.';
const lasers = 'Mirrors on its surface return the light of lasers.';

test('finds a new paragraph between two that stayed', () => {
  const { added, altered, removed } = diffBlocks(said(moon, tides), said(moon, lasers, tides));
  expect([...added]).toEqual([1]);
  expect([altered.size, removed]).toEqual([0, []]);
});

test('finds an altered paragraph, with what it said before', () => {
  const before = 'The Moon moves away by 4 centimetres a year.';
  const { added, altered } = diffBlocks(said(before, tides), said(moon, tides));
  expect([...altered]).toEqual([[0, before]]);
  expect(added.size).toBe(0);
});

test('finds words that were taken out, and where they stood', () => {
  const { removed } = diffBlocks(said(moon, lasers, tides), said(moon, tides));
  expect(removed).toEqual([{ after: 0, text: lasers }]);
  expect(diffBlocks(said(lasers, moon), said(moon)).removed).toEqual([{ after: -1, text: lasers }]);
});

test('a paragraph replaced by another is one taken out and one new', () => {
  const { added, altered, removed } = diffBlocks(said(moon, tides), said(moon, lasers));
  expect([...added]).toEqual([1]);
  expect(removed).toEqual([{ after: 1, text: tides }]);
  expect(altered.size).toBe(0);
});

test('a moved paragraph does not make the rest new', () => {
  const { added, altered } = diffBlocks(said(moon, tides, lasers), said(lasers, moon, tides));
  expect([...added, ...altered.keys()]).toEqual([0]);
});

test('the same text has no changes; spaces are none', () => {
  const { added, altered, removed } = diffBlocks(said(moon), said(` ${moon.replace(' ', '  ')}`));
  expect([added.size, altered.size, removed.length]).toEqual([0, 0, 0]);
});

test('compares Japanese letter by letter', () => {
  const before = '月は毎年四センチずつ地球から遠ざかっている。';
  const now = '月は毎年三・八センチずつ地球から遠ざかっている。';
  expect([...diffBlocks(said(before), said(now)).altered.keys()]).toEqual([0]);
});

test('a story of thousands of paragraphs, all different, is still compared', () => {
  const many = (word: string) =>
    said(...Array.from({ length: 3000 }, (_, index) => `${word}${index}`));
  expect(diffBlocks(many('old'), many('new')).added.size).toBe(3000);
});
