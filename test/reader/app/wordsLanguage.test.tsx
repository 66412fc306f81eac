import { expect, test } from 'vitest';
import type { PageDocument } from '../../../src/model/document.ts';
import { ownPages, type OwnPage } from '../../../src/model/edition.ts';
import type { StoryTime } from '../../../src/model/time.ts';
import type { RelatedTrail, Trail } from '../../../src/model/trail.ts';
import { createRenderer } from '../../../src/reader/app/prerender.tsx';
import { briefOf, frontOf, listOf, moonPicture, site, storyOf } from '../pages/documents.ts';

// Every word of this edition is in letters that no word of the interface has.
const spoken = { language: 'ru', dir: 'ltr' } as const;
const science = { slug: 'science', name: 'Наука' };
const russian = {
  ...{ ...site, ...spoken, name: 'Курьер', tagline: 'Наука и история' },
  sections: [science],
  pages: [{ slug: 'imprint', name: 'О нас' }],
};
const headline = 'Луна уходит от нас';
const at: StoryTime = {
  ...{ at: '2025-12-17T04:10:00+00:00', day: '2025-12-17', clock: '04:10' },
  ...{ date: '17 декабря 2025', brief: '17 дек.' },
};
const trailOf = (slug: string, more: Partial<RelatedTrail> = {}): RelatedTrail => {
  return { slug, kind: 'story', headline, ...spoken, published: at, minutes: 4, ...more };
};
const trail: Trail = trailOf('moon', { byline: 'Анна', kicker: 'Луна', label: 'Мнение' });
const related = [
  ...[trailOf('one', { reason: 'same-story' }), trailOf('two', { kind: 'brief' })],
  trailOf('three', { kind: 'withdrawn' }),
];
const spokenStory = { ...spoken, headline, related };
const picture = { ...moonPicture, alt: null, caption: 'Луна', credit: 'Рисунок' };
const page = { schema: 'lede-page/1', kind: 'page', version: '0123456789abcdef' } as const;
const about: OwnPage = { ...page, ...spoken, slug: 'imprint', headline: 'О нас', body: [] };
const months = [{ month: '2025-12', name: 'декабрь 2025', stories: 2 }];
const list = { title: 'Наука', trails: [trail], older: '/section/science/1' };

const pages: Record<string, PageDocument | undefined> = {
  '/': frontOf({
    ...{ published: at, day: '17 декабря 2025', months, unheard: [{ since: at }] },
    lead: { trail, opening: ['Луна.'], related },
    ...{ second: [trail], latest: [trail], strips: [{ section: science, trails: [trail] }] },
  }),
  '/story/moon': storyOf({
    ...{ ...spokenStory, published: at, updated: at, picture, next: trail, section: science },
    ...{ byline: { text: 'Анна', authors: [] }, topics: [{ ...science, kind: 'tag' }] },
    ...{ source: { name: 'Вестник' }, corrections: [{ at, text: 'Год другой.' }] },
    body: [
      { type: 'paragraph', children: ['Луна.'] },
      { type: 'embed', url: 'https://луна.example/', title: 'Луна' },
    ],
  }),
  '/story/smelter': briefOf({ ...spokenStory, namedBy: [trail], link: 'https://луна.example/' }),
  '/story/gone': {
    ...{ schema: 'lede-story/1', kind: 'withdrawn', version: page.version, slug: 'gone' },
    ...{ ...spokenStory, at },
  },
  '/section/science': listOf({ ...list, stories: 3 }),
  '/tag/moon': listOf({ ...list, kind: 'tag', page: 2, newer: '/tag/moon' }),
  '/author/anna': listOf({ ...list, kind: 'author', trails: [] }),
  '/archive': { schema: 'lede-archive/1', kind: 'months', version: page.version, months },
  '/imprint': about,
  '/nowhere': undefined,
  '/shell': undefined,
  ...Object.fromEntries(
    ownPages.map((name) => [
      `/${name}`,
      { schema: 'lede-own/1', kind: 'own', version: page.version, page: name },
    ]),
  ),
};

const render = createRenderer(russian, { scripts: ['assets/main.js'], sheets: [] });

test.each(Object.entries(pages))(
  'every word of the interface says its language: %s',
  (address, document) => {
    const html = new DOMParser().parseFromString(
      render({ address, ...(document && { document }) }),
      'text/html',
    );
    for (const script of html.querySelectorAll('script, style')) script.remove();
    const walker = html.createTreeWalker(html.body, NodeFilter.SHOW_TEXT);
    const said: string[] = [];
    const mistold: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      const language = node.parentElement?.closest('[lang]')?.getAttribute('lang');
      const isOurs = /[a-z]{2}/i.test(text);
      if (isOurs) said.push(text);
      // A sentence of ours may name the edition; nothing of the edition's is in our language.
      if (/\p{L}{2}/u.test(text) && isOurs !== (language === 'en-GB')) mistold.push(text);
    }
    expect(said).toContain('Skip to the stories');
    expect(mistold).toEqual([]);
  },
);
