import { expect, test } from 'vitest';
import { directionOf, parseLanguage } from '../../src/model/language.ts';

test('writes language tags in their canonical form and refuses what is none', () => {
  expect(parseLanguage('EN-gb')).toBe('en-GB');
  expect(parseLanguage(' zh_hant ')).toBe('zh-Hant');
  expect(parseLanguage('english please')).toBeUndefined();
  // Well-formed, but the name of a language is not its tag.
  for (const name of ['german', 'English', 'Deutsch-de'])
    expect(parseLanguage(name)).toBeUndefined();
});

test('knows the direction of a language from its script', () => {
  expect(directionOf('ar')).toBe('rtl');
  expect(directionOf('he-IL')).toBe('rtl');
  expect(directionOf('az-Arab')).toBe('rtl');
  expect(directionOf('ar-Latn')).toBe('ltr');
  expect(directionOf('ja')).toBe('ltr');
});

test('answers a tag the second time as the first, and the thousandth as one alone', () => {
  for (const tag of [
    'EN-gb',
    'english please',
    '',
    ...Array.from({ length: 500 }, (_, n) => `x-${n}`),
  ]) {
    const first = [parseLanguage(tag), directionOf(tag)];
    expect([parseLanguage(tag), directionOf(tag)]).toEqual(first);
  }
  expect(parseLanguage('FR-ch')).toBe('fr-CH');
  expect(directionOf('fa')).toBe('rtl');
});
