import { describe, expect, it } from 'vitest';
import type { List } from '../../../src/model/edition.ts';
import { days, edited, laidOut, type Addressed } from './copy.ts';

function listsOf(items: Addressed[]): Map<string, List> {
  const { lists } = laidOut(items).laidOut;
  return new Map(lists.map(({ pageAddress, list }) => [pageAddress, list]));
}
const numbers = (list: List | undefined): number[] =>
  (list?.trails ?? []).map(({ slug }) => Number(slug.slice('story-'.length)));
const range = (from: number, to: number): number[] =>
  Array.from({ length: from - to + 1 }, (_, index) => from - index);

describe('a section’s list', () => {
  it('is one page up to nineteen stories, newest first', () => {
    const lists = listsOf(days(19, { section: 'Science' }));
    expect(numbers(lists.get('/section/science'))).toEqual(range(19, 1));
    expect(lists.has('/section/science/1')).toBe(false);
    expect(lists.get('/section/science')).not.toHaveProperty('older');
  });

  it('shows the full page before it when the newest page has just begun', () => {
    const lists = listsOf(days(21, { section: 'Science' }));
    const newest = lists.get('/section/science');
    expect(newest).toMatchObject({ stories: 21, title: 'Science', kind: 'section' });
    expect(numbers(newest)).toEqual(range(21, 1));
    expect(numbers(lists.get('/section/science/1'))).toEqual(range(20, 1));
    expect(newest).not.toHaveProperty('older');
  });

  it('leads from page to page, every story on the way', () => {
    const lists = listsOf(days(65, { section: 'Science' }));
    const walk: [string, string | undefined, number[]][] = [];
    for (let at: string | undefined = '/section/science'; at; at = lists.get(at)?.older) {
      walk.push([at, lists.get(at)?.newer, numbers(lists.get(at))]);
    }
    expect(walk).toEqual([
      ['/section/science', undefined, range(65, 41)],
      ['/section/science/2', '/section/science', range(40, 21)],
      ['/section/science/1', '/section/science/2', range(20, 1)],
    ]);
    expect(lists.get('/section/science/3')).toMatchObject({ page: 3, newer: '/section/science' });
    expect(lists.get('/section/science/3')).not.toHaveProperty('stories');
  });

  it('leaves its full pages as they are when a story comes in', () => {
    const before = listsOf(days(64, { section: 'Science' }));
    const after = listsOf(days(65, { section: 'Science' }));
    for (const page of [1, 2, 3]) {
      const address = `/section/science/${page}`;
      expect(after.get(address)?.version).toBe(before.get(address)?.version);
    }
  });

  it('is there while empty when lede.json names it, since every page links to it', () => {
    expect(listsOf([]).get('/section/history')).toMatchObject({ stories: 0, trails: [] });
  });
});

describe('the lists of topics, authors and months', () => {
  const lists = listsOf([
    edited('new', {
      published: '2025-02-01T00:30:00+01:00',
      ...{ tags: ['SPACE'], people: ['Buzz Aldrin'], places: ['Moon'] },
      byline: 'Sam Levin and Sam Levine',
    }),
    edited('old', { published: '2025-01-02', tags: ['Space'], byline: 'Sam Levin' }),
    edited('undated', { section: 'Food' }),
  ]);

  it('are there for each that has a story', () => {
    expect([...lists.keys()].toSorted()).toEqual([
      '/archive/2025/01',
      '/author/sam-levin',
      '/author/sam-levine',
      '/section/food',
      '/section/history',
      '/section/science',
      '/tag/buzz-aldrin',
      '/tag/moon',
      '/tag/space',
    ]);
  });

  it('are spelled as the oldest story has them', () => {
    expect(lists.get('/tag/space')).toMatchObject({ title: 'Space', kind: 'tag', stories: 2 });
    expect(lists.get('/author/sam-levin')).toMatchObject({ title: 'Sam Levin', stories: 2 });
  });

  it('put a story into the month of the edition’s zone', () => {
    const month = lists.get('/archive/2025/01');
    expect(month).toMatchObject({ title: 'January 2025', kind: 'archive', stories: 2 });
    expect(month?.trails.map(({ slug }) => slug)).toEqual(['new', 'old']);
  });
});
