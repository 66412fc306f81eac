import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openNewsroom, type Newsroom } from './newsroom.ts';

let room: Newsroom;
let home: Newsroom['home'];
let put: Newsroom['put'];
let story: Newsroom['story'];
let read: Newsroom['read'];
let list: Newsroom['list'];
let report: Newsroom['report'];

beforeEach(async () => {
  room = await openNewsroom();
  ({ home, put, story, read, list, report } = room);
});

afterEach(() => room.close());

describe('a story that is out and whose file becomes bad', () => {
  it('stays in every list until the file is mended or gone', async () => {
    const lists = ['index', 'archive/2025/12', 'section/science', 'story/sun', 'story/moon'];
    const shown = async (): Promise<unknown> => {
      const pages = lists.map(async (path) => {
        const {
          published: _,
          version: __,
          ...page
        } = JSON.parse(await read(`dist/${path}.json`)) as Record<string, unknown>;
        return page;
      });
      const texts = [await read('dist/feed.xml'), await read('dist/sitemap.xml')];
      return [await Promise.all(pages), texts];
    };
    const url = 'https://example.org';
    await put('stories/lede.json', JSON.stringify({ name: 'The Sample', url, sections: [] }));
    const related = [{ headline: 'A brief on cheese' }, { slug: 'sun' }];
    const picture = { src: 'moon.png', alt: 'The Moon' };
    const people = ['Ada Moss'];
    await story('moon', { picture, people, related, byline: 'By Ada Moss' });
    await story('sun', { people });
    await report();
    const before = await shown();
    const bad = { picture, people, related, byline: 'By Ada Moss', published: 'nonsense' };
    await story('moon', bad);
    const { refused, stories, briefs } = await report();
    expect({ stories, briefs }).toEqual({ stories: 2, briefs: 1 });
    expect(refused[0]?.problems.at(-1)?.message).toBe('its earlier version stays at /story/moon');
    expect(await shown()).toEqual(before);
    await rm(join(home, '.lede/dist/sources'), { recursive: true });
    await rm(join(home, '.lede/dist/related'), { recursive: true });
    await report();
    expect(await shown()).toEqual(before);
    await story('moon', { headline: 'The moon is back' });
    expect(await report()).toMatchObject({ stories: 2, refused: [] });
    expect(await read('dist/index.json')).toContain('The moon is back');
    await story('moon', bad);
    await report();
    await rm(join(home, 'stories/moon.json'));
    expect(await report()).toMatchObject({ stories: 1, withdrawn: 1 });
  });

  it('is taken back when its time ends', async () => {
    const tide = {
      headline: 'High water',
      articleBody: 'It ebbs.',
      expires: '2025-12-18T00:00:00Z',
    };
    const kind = { '@context': 'https://schema.org', '@type': 'NewsArticle' };
    await put('stories/tide.json', JSON.stringify({ ...kind, ...tide }));
    await report();
    await put('stories/tide.json', '{');
    await report();
    expect(await report()).toMatchObject({ stories: 3, withdrawn: 0 });
    const now = new Date('2025-12-18T06:00:00Z');
    expect(await report({}, { now })).toMatchObject({ stories: 2, withdrawn: 1 });
  });

  it('is said to be in no list when what is out is damaged', async () => {
    await report();
    await put('stories/moon.json', '{');
    await put('dist/story/moon.json', (await read('dist/story/moon.json')).replace('far', 'near'));
    const { refused } = await report();
    expect(refused[0]?.problems.at(-1)?.message).toContain('but in no list');
    expect(await list('dist')).toContain('story/moon.html');
  });

  it('makes no edition by itself', async () => {
    await report();
    for (const name of ['moon', 'sun']) await put(`stories/${name}.json`, '{');
    const { stories, written, refused } = await report();
    expect({ stories, written }).toEqual({ stories: 0, written: undefined });
    expect(refused[0]?.problems.at(-1)?.message).toContain('stays at /story/moon');
  });
});
