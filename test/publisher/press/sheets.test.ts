import { expect, test } from 'vitest';
import { restOf, splitSheets, withoutMarks } from '../../../src/publisher/press/sheets.ts';

const built = [
  'lede-sheet.faces{--of:faces;--at:faces}@font-face{font-family:A}',
  'lede-sheet.tokens{--of:base;--at:tokens}:root{--u:4px}',
  'lede-sheet.x1-Latest{--of:front;--at:Latest}.x1-latest{color:red}',
  'lede-sheet.x2-Mast{--of: base; --at: Mast}.x2-mast{margin:0}@media print{.x2-mast{margin:1px}}',
  'lede-sheet.x3-Lead{--of:front;--at:Lead}.x3-lead{color:blue}',
].join('');

test('takes the stylesheet apart by its marks, each part in the order of its rules', () => {
  expect(splitSheets(built)).toEqual([
    { name: 'faces', text: '@font-face{font-family:A}', isForAll: true },
    {
      name: 'base',
      text: ':root{--u:4px}.x2-mast{margin:0}@media print{.x2-mast{margin:1px}}',
      isForAll: true,
    },
    { name: 'front', text: '.x1-latest{color:red}.x3-lead{color:blue}', isForAll: false },
  ]);
});

test('a stylesheet without marks is one part', () => {
  expect(splitSheets('a{color:red}')).toEqual([
    { name: 'base', text: 'a{color:red}', isForAll: true },
  ]);
  expect(restOf(splitSheets('a{color:red}'))).toBeUndefined();
});

test('what pages do without is one file, named by what it holds', () => {
  const rest = restOf(splitSheets(built));
  expect(rest?.path).toMatch(/^assets\/sheets-[\w-]{8}\.css$/);
  expect(rest?.bytes.toString()).toBe('.x1-latest{color:red}.x3-lead{color:blue}');
  const other = restOf(splitSheets(built.replace('blue', 'green')));
  expect(other?.path).not.toBe(rest?.path);
});

test('a stylesheet that comes by itself loses its marks', () => {
  expect(withoutMarks(built)).not.toContain('lede-sheet');
  expect(withoutMarks('a{b:c}')).toBe('a{b:c}');
});
