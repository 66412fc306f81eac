import { describe, expect, test } from 'vitest';
import { bylineParts } from '../../../src/reader/furniture/bylineParts.ts';

describe('a byline', () => {
  test('leads to each of two authors of whom one name begins the other', () => {
    const authors = [
      { slug: 'sam-levin', name: 'Sam Levin' },
      { slug: 'sam-levine', name: 'Sam Levine' },
    ];
    expect(bylineParts({ text: 'By Sam Levin and Sam Levine in Oxford', authors })).toEqual([
      { text: 'By ' },
      { text: 'Sam Levin', slug: 'sam-levin' },
      { text: ' and ' },
      { text: 'Sam Levine', slug: 'sam-levine' },
      { text: ' in Oxford' },
    ]);
  });

  test('is shown as written when it shouts', () => {
    const authors = [{ slug: 'ines-munoz', name: 'Inés Muñoz' }];
    expect(bylineParts({ text: 'INÉS MUÑOZ', authors })).toEqual([
      { text: 'INÉS MUÑOZ', slug: 'ines-munoz' },
    ]);
  });

  test('is left alone when it names nobody who has a page', () => {
    expect(bylineParts({ text: 'Foreign desk', authors: [] })).toEqual([{ text: 'Foreign desk' }]);
  });

  test('takes a name with signs in it as it stands', () => {
    const authors = [{ slug: 'j-r', name: 'J. R. (Bob) O’Neil-Smith' }];
    expect(bylineParts({ text: 'J. R. (Bob) O’Neil-Smith', authors })).toHaveLength(1);
    expect(bylineParts({ text: 'J. R. (Bob) O’Neil-Smith', authors })[0]?.slug).toBe('j-r');
  });
});
