import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slugNamed } from '../../src/publisher/desk/slugNamed.ts';
import { openNewsroom, type Newsroom } from './newsroom.ts';

describe('a story may be named by its address', () => {
  it.each([
    ['moon', undefined],
    ['/story/moon', undefined],
    ['/story/moon', 'https://paper.example/news'],
    ['/news/story/moon', 'https://paper.example/news'],
    ['https://paper.example/news/story/moon', 'https://paper.example/news'],
    ['http://www.paper.example/news/story/moon.html?utm=x#top', 'https://paper.example/news'],
    ['https://paper.example/story/moon/', 'https://paper.example'],
  ])('%s, where the edition is at %s', (name, url) => {
    expect(slugNamed(name, url)).toBe('moon');
  });

  it.each([
    ['https://other.example/story/moon', 'https://paper.example'],
    ['https://paper.example/story/moon', undefined],
    ['https://paper.example/section/science', 'https://paper.example'],
    ['https://paper.example/story/moon', 'https://paper.example/news'],
    ['https://localhost/story/moon', undefined],
    ['/tag/moon', 'https://paper.example'],
    ['//other.example/story/moon', 'https://paper.example'],
    ['https://[/story/moon', 'https://paper.example'],
  ])('but not by %s, where it is at %s', (name, url) => {
    expect(slugNamed(name, url)).toBeUndefined();
  });
});

describe('in an edition', () => {
  let room: Newsroom;
  beforeEach(async () => {
    room = await openNewsroom();
  });
  afterEach(() => room.close());

  it('lead, front and related are resolved, and what is elsewhere is told', async () => {
    const url = 'https://paper.example/news';
    const front = ['/story/moon', `${url}/story/mars`, 'https://other.example/story/x'];
    const lead = `${url}/story/sun`;
    await room.put('stories/lede.json', JSON.stringify({ name: 'The Sample', url, lead, front }));
    const related = [`${url}/story/moon`, { slug: '/story/mars' }, 'https://other.example/a-scoop'];
    await room.story('sun', { related });
    await room.story('mars');
    const { warnings, refused } = await room.report();
    expect(refused).toEqual([]);
    const story = await room.published('sun');
    expect(story.related.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['moon', 'mars']) as string[],
    );
    const page = JSON.parse(await room.read('dist/index.json')) as {
      lead: { trail: { slug: string } };
      second: { slug: string }[];
    };
    expect(page.lead.trail.slug).toBe('sun');
    expect(page.second.map(({ slug }) => slug)).toEqual(['moon', 'mars']);
    const told = warnings.filter(({ problem }) => problem.code.startsWith('unknown-'));
    expect(told.map(({ problem }) => [problem.at, problem.mend])).toEqual([
      ['front[2]', 'write the slug of a story, the last part of its address, or remove it'],
      [
        'related[2]',
        'write { "headline": "…", "url": "…" } for a story that stands elsewhere; for one of this edition write the slug of a story, the last part of its address, or remove it',
      ],
    ]);
  });
});
