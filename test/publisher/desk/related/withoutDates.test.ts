import { expect, it } from 'vitest';
import { withoutDates } from '../../../../src/publisher/desk/related/withoutDates.ts';

it.each([
  ['Minutes 3 May 2026', 'en-GB', 'Minutes'],
  ['May 3rd, 2026: minutes', 'en-US', ': minutes'],
  ['Protokoll vom 3. März', 'de', 'Protokoll vom'],
  ['Compte rendu 1er mai 2026', 'fr', 'Compte rendu'],
  ['Протокол 3 мая 2026', 'ru', 'Протокол'],
  ['会議録 5月3日', 'ja', '会議録'],
  ['Tides 2026-05-03', 'en', 'Tides'],
  ['3 May 2026', 'en', ''],
])('“%s” in %s says “%s”', (headline, language, rest) => {
  expect(withoutDates(headline, language).replace(/\s+/g, ' ').trim()).toBe(rest);
});

it.each([
  ['Death toll rises to 12 on 3 May', 'en'],
  ['May sees 3 ministers', 'en'],
  ['7 marches for peace', 'en'],
])('“%s” stays as it is', (headline, language) => {
  expect(withoutDates(headline, language)).toBe(headline);
});
