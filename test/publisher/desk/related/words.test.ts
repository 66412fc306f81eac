import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../../src/publisher/desk/related/words.ts';

const terms = (text: string): string[] => wordsOf(text).map(({ term }) => term);
const weightOf = (text: string, term: string): number | undefined =>
  wordsOf(text).find((word) => word.term === term)?.weight;

describe('the words of a story', () => {
  it.each([
    ['The Moon’s quakes', 'the moon quake'],
    ['elected in an election', 'in an', 'elect'],
    ['Café à Zürich', 'cafe', 'zuric'],
    ['l’avion', 'avion'],
    ['U.S. and US', 'us and us'],
    ['1,500 dead, 7.3 magnitude', '1500', '7.3'],
    ['السد', 'سد'],
    ['والسد', 'سد'],
    ['東海道新幹線', '東海 海道 道新 新幹 幹線'],
    ['オリンピック開会式', 'オリンピック', '開会 会式'],
    ['서울에서 서울은', '서울'],
    ['แผ่นดินไหว', 'แผ่น'],
  ])('of “%s” hold %s', (text, ...expected) => {
    const found = terms(text);
    for (const term of expected.flatMap((some) => some.split(' '))) expect(found).toContain(term);
  });

  it('weigh more when they are written like a name inside a sentence', () => {
    expect(weightOf('The pilot Louis Blériot took off', 'bleri')).toBeGreaterThan(1);
    expect(weightOf('The pilot Louis Blériot took off', 'the')).toBe(1);
  });

  it('weigh alike in a headline in title case, where capitals say nothing', () => {
    expect(weightOf('Great Liner Lost On First Voyage', 'voyag')).toBe(1);
  });
});
