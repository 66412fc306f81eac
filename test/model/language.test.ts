import { expect, test } from 'vitest';
import { directionOf, parseLanguage } from '../../src/model/language.ts';

test('writes language tags in their canonical form and refuses what is none', () => {
  expect(parseLanguage('EN-gb')).toBe('en-GB');
  expect(parseLanguage(' zh_hant ')).toBe('zh-Hant');
  expect(parseLanguage('english please')).toBeUndefined();
});

test('knows the direction of a language from its script', () => {
  expect(directionOf('ar')).toBe('rtl');
  expect(directionOf('he-IL')).toBe('rtl');
  expect(directionOf('az-Arab')).toBe('rtl');
  expect(directionOf('ar-Latn')).toBe('ltr');
  expect(directionOf('ja')).toBe('ltr');
});
