import { expect, test } from 'vitest';
import type { Block } from '../../../src/model/body.ts';
import { lastParagraph } from '../../../src/reader/furniture/lastParagraph.ts';

const paragraph: Block = { type: 'paragraph', children: ['The end.'] };

test('the end mark stands on the last paragraph, whatever note or picture follows', () => {
  expect(lastParagraph([paragraph, paragraph, { type: 'note', children: ['Note'] }])).toBe(1);
});

test('a story that ends with a list has no end mark', () => {
  expect(lastParagraph([paragraph, { type: 'list', ordered: false, items: [] }])).toBeUndefined();
  expect(lastParagraph([])).toBeUndefined();
});
