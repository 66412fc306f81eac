import { expect, test } from 'vitest';
import { createSheetPicker } from '../../../src/reader/app/pageSheets.ts';

const sheets = [
  { name: 'base', text: ':root{--u:.25rem}.page{margin:0}', isForAll: true },
  { name: 'story', text: '.a1-story{color:red}.a1-story .end:after{margin:.5em}', isForAll: false },
  { name: 'front', text: '.b-2-front>.b-2-lead{color:red}', isForAll: false },
];
const pick = createSheetPicker(sheets);
const names = (body: string | undefined): string[] => pick(body).map(({ name }) => name);

test('a page carries what is for all, and the parts of whose classes it uses one', () => {
  expect(names('<p class="lead">Text</p>')).toEqual(['base']);
  expect(names('<p class="lead a1-story">Text</p>')).toEqual(['base', 'story']);
  expect(names('<p class="b-2-lead"><b class="end">Text</b></p>')).toEqual([
    'base',
    'story',
    'front',
  ]);
});

test('a class that only begins alike, or stands in the text, asks for nothing', () => {
  expect(names('<p class="a1-storyteller">class="a1-story"</p>')).toEqual(['base']);
});

test('a page in whose place any other may be shown carries all', () => {
  expect(names(undefined)).toEqual(['base', 'story', 'front']);
});
