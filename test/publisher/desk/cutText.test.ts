import { describe, expect, it } from 'vitest';
import { cutText } from '../../../src/publisher/desk/cutText.ts';

describe('a text cut short', () => {
  it('is left alone when it fits', () => expect(cutText('Ten words. ', 11)).toBe('Ten words. '));

  it('ends with its last whole sentence', () => {
    expect(cutText('One is here. Two is here. Three is not.', 30)).toBe(
      'One is here. Two is here.',
    );
  });

  it('ends with a word and an ellipsis when the sentence is too long', () => {
    expect(cutText('A sentence, with commas, that does not end in time', 24)).toBe(
      'A sentence, with commas…',
    );
  });

  it.each([
    'He met the man from the U.S. President of that year at noon',
    'He met and then he thanked Dr. King for a speech of that year',
    'It grew by as much as 4.5 per cent in the one year, it says',
  ])('does not take an abbreviation for the end of “%s”', (text) => {
    expect(cutText(text, 40)).toMatch(/…$/);
  });

  it('cuts Chinese at its full stop, and between characters when there is none', () => {
    expect(cutText('月球正在远离地球。每年约四厘米。科学家说', 16)).toBe(
      '月球正在远离地球。每年约四厘米。',
    );
    expect(cutText('月球正在远离地球每年约四厘米', 8)).toBe('月球正在远离地…');
    expect(cutText('🌑'.repeat(10), 8)).toBe('🌑🌑🌑…');
  });

  it('keeps a number whole', () => {
    expect(cutText('The bridge carried 12,500 people', 23)).toBe('The bridge carried…');
  });

  it.each([20, 21, 22, 23, 24, 25])('is never longer than %i characters', (limit) => {
    expect(
      cutText('some words. and more: words, until – the end', limit).length,
    ).toBeLessThanOrEqual(limit);
  });
});
