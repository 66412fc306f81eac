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

  it.each([
    ['Von Anna Müller', 'anna-muller'],
    ['von Anna Müller', 'anna-muller'],
    ['Von Jürgen von Thun', 'jurgen-von-thun'],
    ['Par Zoé Élan', 'zoe-elan'],
    ['Por José Ortega', 'jose-ortega'],
    ['Di Maria Rossi', 'maria-rossi'],
    ['Door Jan de Vries', 'jan-de-vries'],
    ['Door County Pulse', 'door-county-pulse'],
    ['DOOR COUNTY DAILY NEWS', 'door-county-daily-news'],
    ['Av Kari Nordmann', 'kari-nordmann'],
    ['VON ANNA MÜLLER', 'anna-muller'],
    ['VON Anna Müller', 'anna-muller'],
    ['VON ANNA MÜLLER (dpa)', 'anna-muller-dpa'],
    ['PAR Jean Dupont', 'jean-dupont'],
    ['POR ANA de LUIS', 'ana-de-luis'],
    ['DI MARIA ROSSI', 'maria-rossi'],
    ['AV Club Staff', 'av-club-staff'],
    ['DI Sam Smith', 'di-sam-smith'],
    ['Ursula von der Leyen', 'ursula-von-der-leyen'],
    ['Von der Leyen', 'von-der-leyen'],
    ['Di Marco, Anna', 'di-marco-anna'],
    ['Von Miller', 'von-miller'],
  ])('knows whether “%s” begins with a word for By: %s', (text, slug) => {
    expect(parseByline(text)?.authors.map((author) => author.slug)).toEqual([slug]);
  });

  it('names who its source names one by one', () => {
    const authors = (text: string, names: string[]) =>
      parseByline(text, names)?.authors.map(({ name }) => name);
    expect(authors('Ann Ng, Reuters', ['Ann Ng', 'Reuters'])).toEqual(['Ann Ng', 'Reuters']);
    expect(authors('King, Jr., Li', ['King, Jr.', 'Li'])).toEqual(['King, Jr.', 'Li']);
    const several = ['Sam Levin and Sam Levine', 'Reuters'];
    expect(authors(several.join(', '), several)).toEqual(['Sam Levin', 'Sam Levine', 'Reuters']);
  });

  it('gives authors an address, a hashed one where letters have no ASCII', () => {
    expect(parseByline('Łukasz Kowalski')?.authors[0]?.slug).toBe('lukasz-kowalski');
    expect(parseByline('محمد علي')?.authors[0]?.slug).toMatch(/^a-[0-9a-f]{8}$/);
  });

  it('names an author once', () => {
    expect(parseByline('Sam Levin and SAM LEVIN')?.authors).toHaveLength(1);
  });
});
