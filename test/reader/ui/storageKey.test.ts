// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isLooking, setLooking } from '../../../src/reader/data/looking.ts';
import { firstScript } from '../../../src/reader/app/firstScript.ts';
import { keepUnder } from '../../../src/reader/ui/storageKey.ts';

beforeEach(() => localStorage.clear());
afterEach(() => keepUnder('/'));

test('two editions on one origin keep their readers’ wishes apart', () => {
  keepUnder('/north/');
  setLooking(false);
  keepUnder('/south/');
  expect(isLooking()).toBe(true);
  keepUnder('/');
  expect(isLooking()).toBe(true);
  keepUnder('/north/');
  expect(isLooking()).toBe(false);
});

test('what was kept when names were in common is taken over, once', () => {
  setLooking(false);
  keepUnder('/north/');
  expect(isLooking()).toBe(false);
  setLooking(true);
  keepUnder('/north/');
  expect(isLooking()).toBe(true);
});

test('the first script of a page reads what its own edition kept', () => {
  localStorage.setItem('lede-appearance', '{"theme":"dark"}');
  localStorage.setItem('lede-appearance/north/', '{"theme":"sepia"}');
  // oxlint-disable-next-line no-eval -- the script is a text by nature, and the page runs it as one
  window.eval(firstScript([], '/north/'));
  expect(document.documentElement.dataset['theme']).toBe('sepia');
});
