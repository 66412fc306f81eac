import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageCard } from '../../../../src/publisher/press/cards/pageCard.ts';
import { openNewsroom } from '../../newsroom.ts';
import { readHead } from './readHead.ts';
import {
  complaintsOfArticle,
  complaintsOfCard,
  complaintsOfFinding,
  complaintsOfOpenGraph,
} from './rules.ts';

test('every page of an edition can be found and shared, or asks not to be found', async () => {
  const room = await openNewsroom();
  const { put, story, read, list, run } = room;
  await put(
    'stories/lede.json',
    JSON.stringify({
      ...{ name: 'The Sample', url: 'https://example.org/news', sections: ['Science'] },
      pages: ['about.md'],
    }),
  );
  await put('stories/about.md', '# About us\n\nWe look at the sky.\n');
  await story('mars', {
    ...{
      byline: 'By Ada Lovelace',
      tags: ['Planets'],
      related: [{ headline: 'A headline of others' }],
    },
    corrections: [{ at: '2025-12-16T10:00:00Z', text: 'It is red.' }],
  });
  await story('venus');
  const kinds = new Set<string>();
  await run();
  await rm(join(room.home, 'stories/venus.json'));
  await run(
    {},
    {
      now: new Date('2025-12-17T07:00:00Z'),
      program: 'newer',
      createPageRenderer: (site) => (page) => {
        if (page.document !== undefined) kinds.add(page.document.kind);
        return pageCard(site, { ...page, title: page.address }).toString();
      },
    },
  );
  const pages = (await list('dist')).filter((path) => path.endsWith('.html'));
  const complaints = await Promise.all(
    pages.map(async (path) => {
      const head = readHead(await read(`dist/${path}`));
      if (head.metas.get('robots')?.[0] === 'noindex') return [];
      return [
        ...[
          ...complaintsOfFinding(head),
          ...complaintsOfOpenGraph(head),
          ...complaintsOfCard(head),
        ],
        ...head.linkedData.flatMap(complaintsOfArticle),
      ].map((complaint) => `${path}: ${complaint}`);
    }),
  );
  await room.close();
  expect(complaints.flat()).toEqual([]);
  const all = ['archive', 'author', 'brief', 'front', 'months', 'own', 'page', 'section', 'story'];
  expect([...kinds].toSorted()).toEqual([...all, 'tag', 'withdrawn']);
});
