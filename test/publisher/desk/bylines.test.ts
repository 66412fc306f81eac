import { describe, expect, it } from 'vitest';
import { parseByline } from '../../../src/publisher/desk/bylines.ts';

describe('a byline', () => {
  it.each([
    ['Sam Levin and Sam Levine', ['Sam Levin', 'Sam Levine']],
    ['By Sam Levin, Sam Levine and Ana de Armas', ['Sam Levin', 'Sam Levine', 'Ana de Armas']],
    ['Sam Levin, Sam Levine, and Jo O’Neill', ['Sam Levin', 'Sam Levine', 'Jo O’Neill']],
    ['Anna Müller und Jürgen von Thun', ['Anna Müller', 'Jürgen von Thun']],
    ['Zoé Petit et Jean-Paul Roux', ['Zoé Petit', 'Jean-Paul Roux']],
    ['Ana Ruiz y José Ortega', ['Ana Ruiz', 'José Ortega']],
    ['Sam Levin & J.R. Smith', ['Sam Levin', 'J.R. Smith']],
    ['Sam Levine and John Smith, Jr.', ['Sam Levine', 'John Smith, Jr.']],
  ])('names each author of “%s”', (text, names) => {
    expect(parseByline(text)?.authors.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    'Science desk',
    'Smith, Jr.',
    'Sam Levin in London',
    'Sam Levin, Science Correspondent',
    'Sam Levin, London',
    'Sam Levin, New York',
    'Associated Press and Reuters',
    'Health and science desk',
    'Ortega y Gasset',
    '山田 太郎',
  ])('stays one where taking it apart would be a guess: “%s”', (text) => {
    expect(parseByline(text)?.authors.map(({ name }) => name)).toEqual([text]);
  });

  it('loses its By, and nothing else', () => {
    expect(parseByline(' By  Sam Levin ')?.text).toBe('Sam Levin');
    expect(parseByline('Byron Wells')?.text).toBe('Byron Wells');
    expect(parseByline(' By ')?.text).toBe('By');
    expect(parseByline('  ')).toBeUndefined();
  });

  it('gives authors an address, a hashed one where letters have no ASCII', () => {
    expect(parseByline('Łukasz Kowalski')?.authors[0]?.slug).toBe('lukasz-kowalski');
    expect(parseByline('محمد علي')?.authors[0]?.slug).toMatch(/^a-[0-9a-f]{8}$/);
  });

  it('names an author once', () => {
    expect(parseByline('Sam Levin and SAM LEVIN')?.authors).toHaveLength(1);
  });
});
