import { expect, test } from 'vitest';
import type { Block } from '../../src/model/body.ts';
import { bodyTexts, plainText, readingMinutes, wordCount } from '../../src/model/words.ts';

test('counts words, and in unspaced scripts two characters as one', () => {
  expect(wordCount('The Moon’s 3.8 centimetres – a year', 'en')).toBe(6);
  expect(wordCount('神奈川沖浪裏。', 'ja')).toBe(3);
  expect(wordCount('', 'en')).toBe(0);
});

test('reads for at least a minute', () => {
  expect(readingMinutes(0)).toBe(1);
  expect(readingMinutes(700)).toBe(3);
});

test('reads a body in order, without repeating its pull quotes', () => {
  const body: Block[] = [
    { type: 'heading', level: 2, children: ['Tides'] },
    {
      type: 'paragraph',
      children: ['CO', { type: 'sub', children: ['2'] }, { type: 'break' }, 'x'],
    },
    { type: 'pullquote', children: ['Tides'] },
    {
      type: 'list',
      ordered: false,
      items: [
        [{ type: 'paragraph', children: ['one'] }],
        [{ type: 'paragraph', children: ['two'] }],
      ],
    },
    { type: 'table', head: [[{ children: ['Year'] }]], rows: [[{ children: ['1960'] }]] },
    { type: 'code', text: '23:59:60' },
    { type: 'rule' },
  ];
  expect(bodyTexts(body)).toEqual(['Tides', 'CO2 x', 'one', 'two', 'Year', '1960', '23:59:60']);
  expect(plainText([{ type: 'link', href: 'https://example.org/', children: ['a'] }, 'b'])).toBe(
    'ab',
  );
});
