import { describe, expect, it } from 'vitest';
import { weigh } from '../../../../src/publisher/desk/related/weigh.ts';

const shared = { words: 0.3, people: 0, places: 0, tags: 0 };

describe('two stories that share words', () => {
  it('are one story when the words say much, and two when a date says the same', () => {
    expect(weigh({ likeness: 0.65, shared, said: 3, stories: 100 }, 0)).toMatchObject({
      kind: 'story',
    });
    expect(weigh({ likeness: 0.65, shared, said: 0.3, stories: 100 }, 0)).toBeUndefined();
  });

  it('are two when all that they share says less than one rare word, however alike they are', () => {
    expect(weigh({ likeness: 0.98, shared, said: 0.6, stories: 100 }, 0)).toBeUndefined();
    expect(weigh({ likeness: 0.98, shared, said: 0.8, stories: 100 }, 0)).toMatchObject({
      kind: 'story',
    });
  });

  it('need less to be alike the more the words say, but never nothing', () => {
    expect(weigh({ likeness: 0.4, shared, said: 6, stories: 100 }, 0)).toBeDefined();
    expect(weigh({ likeness: 0.4, shared, said: 3, stories: 100 }, 0)).toBeUndefined();
    expect(weigh({ likeness: 0.29, shared, said: 90, stories: 100 }, 0)).toBeUndefined();
  });
  it('need less to be alike among thousands of stories, where two hardly share rare words by chance', () => {
    const pair = { likeness: 0.55, shared, said: 2 };
    expect(weigh({ ...pair, stories: 100 }, 0)).toBeUndefined();
    expect(weigh({ ...pair, stories: 2000 }, 0)).toMatchObject({ kind: 'story' });
    expect(weigh({ ...pair, likeness: 0.36, stories: 1_000_000 }, 0)).toBeUndefined();
    expect(weigh({ ...pair, said: 0.3, stories: 2000 }, 0)).toBeUndefined();
  });
});
