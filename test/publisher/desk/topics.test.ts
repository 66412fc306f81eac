import { describe, expect, it } from 'vitest';
import { toSections, toTopics } from '../../../src/publisher/desk/topics.ts';

describe('what a story is about', () => {
  it('is its tags, people and places in this order, each once', () => {
    const topics = toTopics({
      tags: ['Space', 'apollo'],
      people: ['Buzz Aldrin', 'Apollo'],
      places: ['Moon', ' '],
    });
    expect(topics).toEqual([
      { slug: 'space', name: 'Space', kind: 'tag' },
      { slug: 'apollo', name: 'apollo', kind: 'tag' },
      { slug: 'buzz-aldrin', name: 'Buzz Aldrin', kind: 'person' },
      { slug: 'moon', name: 'Moon', kind: 'place' },
    ]);
  });

  it('never falls together with another for want of ASCII', () => {
    const slugs = toTopics({ tags: ['日本 2020', '中国 2020', '2020'], people: [], places: [] });
    expect(slugs.map(({ slug }) => slug)).toEqual([
      expect.stringMatching(/^t-[0-9a-f]{8}$/),
      expect.stringMatching(/^t-[0-9a-f]{8}$/),
      '2020',
    ]);
  });
});

describe('the sections of an edition', () => {
  it('are those of lede.json in its order, then the others by the alphabet', () => {
    const names = ['zoo', 'Énergie', 'science', undefined, 'Art'];
    const sections = toSections(['Science', 'History'], names, 'en');
    expect(sections.known.map(({ name }) => name)).toEqual(['Science', 'History']);
    expect(sections.all.map(({ name }) => name)).toEqual([
      ...['Science', 'History', 'Art', 'Énergie', 'zoo'],
    ]);
  });

  it('are spelled as lede.json has them, else as the oldest story has', () => {
    const sections = toSections(['Science'], ['ART', 'Art'], 'en');
    expect(sections.find('SCIENCE')).toEqual({ slug: 'science', name: 'Science' });
    expect(sections.find('ART')).toEqual({ slug: 'art', name: 'Art' });
    expect(sections.find(undefined)).toBeUndefined();
    expect(sections.find(' ')).toBeUndefined();
  });
});
