import { describe, expect, it } from 'vitest';
import { findNext, findPart } from '../../../../src/publisher/desk/related/series.ts';

describe('a part of a series', () => {
  it.each([
    ['The long walk, part two', 'the long walk', 2],
    ['The Long Walk: Part IV', 'the long walk', 4],
    ['Das Meer (3/5)', 'das meer', 3],
    ['Das Meer, Teil 2: Salz', 'das meer', 2],
    ['海の記憶 第三回', '海の記憶', 3],
  ])('is read from “%s”', (headline, series, number) => {
    expect(findPart(headline, undefined)).toEqual({ series, number });
  });

  it('takes its series from the kicker when the headline begins with the number', () => {
    expect(findPart('Part 3: Home', 'The long walk')).toEqual({
      series: 'the long walk',
      number: 3,
    });
    expect(findPart('Part 3: Home', undefined)).toBeUndefined();
  });

  it('is not any headline with a number', () => {
    expect(findPart('Mayor takes part in 10 km run', undefined)).toBeUndefined();
    expect(findPart('Apollo 13 comes home', 'Space')).toBeUndefined();
  });

  it('stands between the part before and the part after it, whatever the order of publishing', () => {
    const parts = [2, 1, 4].map((part, place) => ({ place, part }));
    expect([...findNext(parts)]).toEqual([
      [1, { next: 0 }],
      [0, { next: 2, earlier: 1 }],
      [2, { earlier: 0 }],
    ]);
  });

  it('is the later one of two with the same number', () => {
    const parts = [1, 2, 2].map((part, place) => ({ place, part }));
    expect(findNext(parts).get(0)).toEqual({ next: 2 });
  });
});
