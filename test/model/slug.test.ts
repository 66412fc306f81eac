import { expect, test } from 'vitest';
import { isSlug, slugFrom } from '../../src/model/slug.ts';

test('makes an ASCII slug of a headline in a Latin script', () => {
  expect(slugFrom('Zelenskiy’s “last” offer: 3.8 % more')).toBe('zelenskiys-last-offer-3-8-more');
  expect(slugFrom('Straße, Œuvre, Łódź, Ærø, İzmir ışık')).toBe(
    'strasse-oeuvre-lodz-aero-izmir-isik',
  );
});

test('leaves nothing of a headline in another script, so that an id takes its place', () => {
  expect(slugFrom('ابن الهيثم')).toBe('');
  expect(slugFrom('神奈川沖浪裏')).toBe('');
});

test('cuts a long slug at a word', () => {
  const slug = slugFrom(`${'word '.repeat(30)}end`);
  expect(slug.length).toBeLessThanOrEqual(80);
  expect(slug.endsWith('-word')).toBe(true);
  expect(slugFrom('x'.repeat(200))).toHaveLength(80);
});

test('takes only what can stand as an address', () => {
  expect(isSlug('moon-is-leaving-2')).toBe(true);
  for (const bad of ['', '-moon', 'moon-', 'Moon', 'mo--on', 'mönd', 'a/b', '..', 'x'.repeat(81)]) {
    expect(isSlug(bad), bad).toBe(false);
  }
});
